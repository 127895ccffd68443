// Tests of store/saved_queries.cpp.
#include "store/saved_queries.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"
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
  for (const SavedQuery& query : {all, denied}) database.set_metadata(saved_key(query.name), pack(query));
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
    database.set_metadata(saved_key("a"), bytes);
    EXPECT_THROW(saved_queries(database), IndexError);
  }
}

TEST(SavedQueriesTest, ClaimIdsComeBackInOrderAndOnce) {
  const std::vector<std::string> ids{"ffffffffffffffff", "0000000000000001", "3f1c09aa52d0b7e4", "0000000000000001"};
  EXPECT_THAT(unpack_claim_ids(pack_claim_ids(ids)),
              ElementsAre("0000000000000001", "3f1c09aa52d0b7e4", "ffffffffffffffff"));
  EXPECT_THAT(unpack_claim_ids(pack_claim_ids({})), IsEmpty());
  EXPECT_THROW(unpack_claim_ids("1234567"), IndexError);
}

}  // namespace
}  // namespace averment
