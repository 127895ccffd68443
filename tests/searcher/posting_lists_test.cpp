#include "searcher/posting_lists.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace averment {
namespace {

/// Documents 1 to 400; "all" stands in each, "even" twice in every second one, "seven" once in every seventh.
Xapian::WritableDatabase some_documents() {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::docid number = 1; number <= 400; ++number) {
    Xapian::Document document;
    document.add_term("all");
    if (number % 2 == 0) document.add_term("even", 2);
    if (number % 7 == 0) document.add_term("seven");
    database.replace_document(number, document);
  }
  return database;
}

TEST(PostingLists, AListIsReadOnceAndHasItsCounts) {
  const Xapian::WritableDatabase database = some_documents();
  PostingLists lists(1 << 20);
  const PostingLists::Pointer seven = lists.read(database, {"seven"});
  ASSERT_EQ(seven->numbers.size(), 57u);
  EXPECT_EQ(seven->numbers.front(), 7u);
  EXPECT_EQ(lists.read(database, {"even"})->counts.front(), 2u);
  EXPECT_EQ(lists.read(database, {"seven"}), seven);
  lists.clear();
  EXPECT_NE(lists.read(database, {"seven"}), seven);
  EXPECT_TRUE(lists.read(database, {"nowhere"})->numbers.empty());
}

TEST(PostingLists, CountsOfTermsThatStandForOneWordAreAddedUp) {
  const Xapian::WritableDatabase database = some_documents();
  PostingLists lists(1 << 20);
  const PostingLists::Pointer both = lists.read(database, {"even", "seven"});
  EXPECT_EQ(both->numbers.size(), 200u + 57 - 28);
  const std::size_t fourteen = both->place_of(14, 0);
  EXPECT_EQ(both->numbers.at(fourteen), 14u);
  EXPECT_EQ(both->counts.at(fourteen), 3u);
  EXPECT_EQ(lists.most(database, {"even", "seven"}), both->numbers.size());
  EXPECT_EQ(lists.most(database, {"even", "all"}), 600u);
}

TEST(PostingLists, FewDocumentsAreLookedForWithoutReadingTheWholeUntilThatHasBecomeDearer) {
  const Xapian::WritableDatabase database = some_documents();
  PostingLists lists(1 << 20);
  EXPECT_FALSE(lists.read_to_look(database, {"all"}, 20));
  EXPECT_FALSE(lists.read_to_look(database, {"all"}, 20));
  EXPECT_TRUE(lists.read_to_look(database, {"all"}, 20));
  EXPECT_TRUE(lists.read_to_look(database, {"all"}, 1));
  EXPECT_TRUE(lists.read_to_look(database, {"seven"}, 50));
}

TEST(PostingLists, WhereThereIsNoRoomListsAreReadAgain) {
  const Xapian::WritableDatabase database = some_documents();
  PostingLists none(0), room_for_one(9000);
  EXPECT_EQ(none.read(database, {"seven"})->numbers.size(), 57u);
  EXPECT_NE(none.read(database, {"seven"}), none.read(database, {"seven"}));
  const PostingLists::Pointer all = room_for_one.read(database, {"all"});
  EXPECT_EQ(room_for_one.read(database, {"all"}), all);
  room_for_one.read(database, {"even"});
  EXPECT_NE(room_for_one.read(database, {"all"}), all);
  EXPECT_EQ(all->numbers.size(), 400u);
}

TEST(PostingLists, ThePlaceOfANumberIsFoundFromAnyPlaceBeforeIt) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  PostingList list;
  for (Xapian::docid number = 1; list.numbers.size() < 300; number += 1 + random() % 9) list.add(number, 1);
  for (int round = 0; round < 2000; ++round) {
    const Xapian::docid wanted = random() % (list.numbers.back() + 20);
    const auto place = static_cast<std::size_t>(std::lower_bound(list.numbers.begin(), list.numbers.end(), wanted) -
                                                list.numbers.begin());
    EXPECT_EQ(list.place_of(wanted, random() % (place + 1)), place);
  }
}

}  // namespace
}  // namespace averment
