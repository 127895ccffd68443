// Tests of store/saved_queries.cpp.
#include "store/saved_queries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "averment/error.hpp"
#include "store/checked_metadata.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(SavedQueriesTest, TheMetadataKeepNameQueryAndFilter) {
  const TemporaryFolder folder;
  Xapian::WritableDatabase database((folder / "index").string(), Xapian::DB_CREATE);
  const SavedQuery all{"b", "", {.modality = {}, .match = Match::certain, .derived = true}};
  const SavedQuery denied{"a", "category:killed \"two words\"", {.modality = Modality::denied}};
  for (const SavedQuery& query : {all, denied}) set_checked(database, saved_key(query.name), pack(query));
  database.set_metadata(seen_key("a"), "no query");
  const std::vector<SavedQuery> read = saved_queries(database);
  ASSERT_EQ(read.size(), 2u);
  EXPECT_EQ(read[0].name, "a");
  EXPECT_EQ(read[0].query, "category:killed \"two words\"");
  EXPECT_EQ(read[0].filter.modality, Modality::denied);
  EXPECT_EQ(read[0].filter.match, Match::stated);
  EXPECT_FALSE(read[0].filter.derived);
  EXPECT_EQ(read[1].query, "");
  EXPECT_EQ(read[1].filter.modality, std::nullopt);
  EXPECT_EQ(read[1].filter.match, Match::certain);
  EXPECT_TRUE(read[1].filter.derived);
}

TEST(SavedQueriesTest, BytesThatAreNoQueryAreDamage) {
  for (const char* bytes : {"\x09\x01\x01query", "\x01\x09\x01query", "\x01"}) {
    const TemporaryFolder folder;
    Xapian::WritableDatabase database((folder / "index").string(), Xapian::DB_CREATE);
    set_checked(database, saved_key("a"), bytes);
    EXPECT_THROW(saved_queries(database), IndexError);
  }
}

TEST(SavedQueriesTest, MarksComeBackInOrderAndOnce) {
  const std::uint64_t most = ~std::uint64_t{0};
  EXPECT_THAT(unpack_marks(pack_marks({most, 1, 1ull << 40, 1})), ElementsAre(1, 1ull << 40, most));
  EXPECT_THAT(unpack_marks(pack_marks({})), IsEmpty());
  EXPECT_THROW(unpack_marks("1234567"), IndexError);
}

TEST(SavedQueriesTest, AMarkIsOfOneClaimInOneReport) {
  const std::set<std::uint64_t> marks{mark_of("a", "1"), mark_of("b", "1"), mark_of("a", "2"), mark_of("a1", "")};
  EXPECT_EQ(marks.size(), 4u);
}

}  // namespace
}  // namespace averment
