// Tests of cli/option_values.cpp.
#include "cli/option_values.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace averment::cli {
namespace {

using testing::ElementsAre;

TEST(OptionValues, NumbersAreWholeAndWithinTheirRange) {
  EXPECT_EQ(to_number("0", 0, 10), 0u);
  EXPECT_EQ(to_number("10", 0, 10), 10u);
  for (const char* wrong : {"", "-5", "+5", "5.0", "11", "0x1", "5 ", "99999999999999999999"})
    EXPECT_THROW(to_number(wrong, 0, 10), UsageError) << wrong;
}

TEST(OptionValues, SizesTakeSuffixesThatArePowersOf1024) {
  const std::pair<const char*, std::uint64_t> table[] = {
      {"1", 1}, {"10K", 10240}, {"10k", 10240}, {"64M", 64ull << 20}, {"2g", 2ull << 30}};
  for (const auto& [text, bytes] : table) EXPECT_EQ(to_bytes(text), bytes) << text;
  for (const char* wrong : {"", "K", "0", "-1K", "1T", "1KB", "9999999G"})
    EXPECT_THROW(to_bytes(wrong), UsageError) << wrong;
}

TEST(OptionValues, ALimitIsANumberOrAll) {
  EXPECT_EQ(to_limit("7"), 7u);
  EXPECT_EQ(to_limit("all"), no_limit);
  EXPECT_THROW(to_limit("everything"), UsageError);
}

TEST(OptionValues, AnUnknownChoiceListsThoseThatThereAre) {
  try {
    to_format("xml");
    FAIL();
  } catch (const UsageError& error) {
    EXPECT_STREQ(error.what(), "'xml' is none of table, text, json, jsonl, csv, tsv");
  }
}

TEST(OptionValues, ListsAreSeparatedByCommas) {
  EXPECT_THAT(split_list("a,b, c"), ElementsAre("a", "b", "c"));
  for (const char* wrong : {"", "a,", ",a", "a,,b"}) EXPECT_THROW(split_list(wrong), UsageError) << wrong;
  EXPECT_THAT(to_fields("source,outlet"), ElementsAre(Field::source, Field::outlet));
  EXPECT_THROW(to_fields("source,nobody"), UsageError);
}

TEST(OptionValues, TypesOfEntitiesAreNamedAsRecordsNameThem) {
  EXPECT_THAT(to_entity_types("person, org"), ElementsAre(EntityType::person, EntityType::organization));
  EXPECT_THROW(to_entity_types("person,gpe"), UsageError);
}

TEST(OptionValues, AFieldThatIsNoFacetOfClaimsIsRefused) {
  EXPECT_NO_THROW(expect_facet(Field::source, Of::claims));
  EXPECT_NO_THROW(expect_facet(Field::person, Of::reports));
  EXPECT_THROW(expect_facet(Field::person, Of::claims), UsageError);
  EXPECT_THROW(expect_facet(Field::asis, Of::reports), UsageError);
}

TEST(OptionValues, HowClaimsAreComparedIsReadAsPeopleWriteIt) {
  EXPECT_DOUBLE_EQ(to_share("0.1"), 0.1);
  EXPECT_DOUBLE_EQ(to_share("10%"), 0.1);
  EXPECT_DOUBLE_EQ(to_share("0"), 0);
  for (const char* wrong : {"", "%", "1", "100%", "-0.1", "nan", "ten", "0.1x"})
    EXPECT_THROW(to_share(wrong), UsageError) << wrong;
  EXPECT_DOUBLE_EQ(to_ratio("1.25"), 1.25);
  EXPECT_DOUBLE_EQ(to_ratio("1"), 1);
  for (const char* wrong : {"", "0.99", "-2", "inf", "1.25x"}) EXPECT_THROW(to_ratio(wrong), UsageError) << wrong;
  EXPECT_EQ(to_days("90"), 90u);
  EXPECT_THROW(to_days("-1"), UsageError);
  EXPECT_THAT(to_relations("same,updates"), ElementsAre(Relation::same, Relation::updates));
  EXPECT_THROW(to_relations("same,other"), UsageError);
}

TEST(OptionValues, AllModalitiesAreNoModality) {
  EXPECT_EQ(to_modality("denied"), Modality::denied);
  EXPECT_EQ(to_modality("all"), std::nullopt);
}

}  // namespace
}  // namespace averment::cli
