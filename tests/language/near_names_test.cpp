#include "language/near_names.hpp"

#include <gtest/gtest.h>

#include "language/gazetteer.hpp"
#include "language/knowledge_files.hpp"

namespace averment {
namespace {

TEST(NearNamesTest, ASlipIsOneEditForEachSixLetters) {
  const struct {
    const char* word;
    const char* other;
    bool slip;
  } cases[] = {
      {"okello", "okelo", true},     {"okello", "olkello", true},
      {"weaver", "waever", true},    {"reconnaissance", "reconaisance", true},
      {"eastern", "western", false}, {"ruiz", "ruis", false},
      {"okello", "okello", false},   {"okello", "ekelle", false},
      {"abcde1", "abcde2", false},   {"", "", false},
  };
  for (const auto& one : cases) {
    EXPECT_EQ(is_slip(one.word, one.other), one.slip) << one.word << " " << one.other;
    EXPECT_EQ(is_slip(one.other, one.word), one.slip) << one.other << " " << one.word;
  }
}

class NearNamesFindTest : public testing::Test {
 protected:
  bool near(const char* name, const char* other, EntityType type) {
    NearNames names;
    names.add(name, type, 7);
    return names.find(other, type, gazetteer_) == std::vector<std::uint32_t>{7};
  }
  const Gazetteer gazetteer_{KnowledgeFiles()};
};

TEST_F(NearNamesFindTest, OneWordMayDiffer) {
  EXPECT_FALSE(near("flood relief council", "flod relief council", EntityType::organization)) << "too short";
  EXPECT_TRUE(near("harbour relief council", "harbor relief council", EntityType::organization));
  EXPECT_TRUE(near("thomas okello", "thomas okelo", EntityType::person));
  EXPECT_FALSE(near("harbour relief council", "harbor relief counsil", EntityType::organization));
}

TEST_F(NearNamesFindTest, AnotherFirstNameIsAnotherPerson) {
  EXPECT_FALSE(near("marian okello", "marion okello", EntityType::person));
  EXPECT_FALSE(near("okello", "okelo", EntityType::person));
}

TEST_F(NearNamesFindTest, NamesOfTheirOwnAreNoSlips) {
  EXPECT_FALSE(near("gambia police", "zambia police", EntityType::organization));
  EXPECT_FALSE(near("gambia", "zambia", EntityType::place));
}

TEST_F(NearNamesFindTest, AnotherTypeIsAnotherName) {
  NearNames names;
  names.add("harbour relief council", EntityType::organization, 7);
  EXPECT_TRUE(names.find("harbor relief council", EntityType::place, gazetteer_).empty());
}

}  // namespace
}  // namespace averment
