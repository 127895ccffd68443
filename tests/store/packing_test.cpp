#include "store/packing.hpp"

#include <gtest/gtest.h>

#include "store/schema.hpp"
#include "tests/store/damage.hpp"

namespace averment {
namespace {

std::vector<PackedClaim> some_claims() {
  PackedClaim plain;
  plain.low = plain.high = 300;
  PackedClaim full;
  full.category = Category::survived;
  full.qualifier = Qualifier::vague;
  full.modality = Modality::hypothetical;
  full.is_share = true;
  full.low = 0;
  full.derived_low = 7;
  full.derived_high = ~std::uint64_t{0};
  full.source = schema::name_id("NIS");
  full.source_written = schema::name_id("the nis");
  full.group = 3;
  full.place = 4;
  full.rule = 5;
  full.event_date = 6;
  full.event_day = 20250200;
  full.via = {8, 9};
  full.counted = {10, 11, 12, 13, 14};
  full.source_party = 15;
  full.nameless_source = true;
  full.stake = Stake::third_party;
  return {plain, full, PackedClaim{}};
}

std::vector<std::uint64_t> values(std::string_view packed, Field field) {
  std::vector<std::uint64_t> values;
  unpack_values(packed, field, values);
  return values;
}

TEST(PackingTest, ValuesComeBackByFieldSortedAndEachOnce) {
  const std::uint64_t greatest = (std::uint64_t{1} << 48) - 1;
  const std::string packed =
      pack({{Field::person, 9}, {Field::org, 1}, {Field::person, 2}, {Field::person, 9}, {Field::unit, greatest}});
  EXPECT_EQ(values(packed, Field::person), (std::vector<std::uint64_t>{2, 9}));
  EXPECT_EQ(values(packed, Field::unit), std::vector{greatest});
  EXPECT_TRUE(values(packed, Field::place).empty());
  EXPECT_TRUE(values("", Field::person).empty());
}

TEST(PackingTest, ClaimsComeBackInTheirOrder) {
  EXPECT_EQ(unpack_claims(pack(some_claims(), 20250219)), some_claims());
  const std::vector<PackedClaim> all = some_claims(), others = {all[1], all[2], all[1], all[0]};
  std::vector<PackedClaim> read = others;  // nothing is left of what stood there before
  for (const auto& claims : {all, others, {all[2]}}) {
    unpack_claims(pack(claims, 20250219), read);
    EXPECT_EQ(read, claims);
  }
  EXPECT_EQ(unpack_day(pack(some_claims(), 20250219)), 20250219u);
  EXPECT_EQ(unpack_day(""), 0u);
  EXPECT_EQ(pack(std::vector<PackedClaim>{}, 20250219), "");
  EXPECT_EQ(unpack_claims(""), std::vector<PackedClaim>{});
}

ClaimLines some_lines() {
  return {"report",
          "2025-02-19",
          7,
          {{"soldiers", "", "dozens", {}}, {"", "he", "", 0.667}, {"", "", "", ShareWord::most}}};
}

TEST(PackingTest, LinesComeBackInTheirOrder) {
  EXPECT_EQ(unpack_lines(pack(some_lines())), some_lines());
  EXPECT_EQ(pack(ClaimLines{"report", "2025", 7, {}}), "");
  EXPECT_EQ(unpack_lines(""), ClaimLines{});
}

TEST(PackingTest, OwnFilesComeBackAndNoneTakeNoRoom) {
  const std::vector<OwnFile> files = {{"gazetteer/aliases.tsv", "a\tb\n"}, {"gazetteer/media.tsv", ""}};
  EXPECT_EQ(unpack_own_files(pack(files)), files);
  EXPECT_EQ(pack(std::vector<OwnFile>{}), "");
  EXPECT_TRUE(unpack_own_files("").empty());
  EXPECT_THROW(unpack_own_files("\x7Fshort"), IndexError);
}

TEST(PackingTest, OriginsComeBack) {
  for (const Origin& origin : {Origin{"/news/a.txt", 0}, Origin{"/news/b.jsonl", 70000}, Origin{}})
    EXPECT_EQ(unpack_origin(pack(origin)), origin);
  EXPECT_EQ(pack(Origin{}), "");
}

TEST(PackingTest, DamagedBytesAreRefusedOrReadButNeverCrash) {
  const auto read_claims = [](std::string_view bytes) { unpack_claims(bytes); };
  const auto read_facets = [](std::string_view bytes) { values(bytes, Field::source); };
  const std::string claims = pack(some_claims(), 20250219);
  EXPECT_GT(flip_bits(claims, read_claims), 0u);
  EXPECT_EQ(cut_short(claims, read_claims), claims.size() - 1);  // the empty beginning means: no claims
  EXPECT_GT(flip_bits(pack({{Field::source, 9}, {Field::outlet, 1}}), read_facets), 0u);
  const auto read_lines = [](std::string_view bytes) { unpack_lines(bytes); };
  const std::string lines = pack(some_lines());
  EXPECT_GT(flip_bits(lines, read_lines), 0u);
  EXPECT_EQ(cut_short(lines, read_lines), lines.size() - 1);
  read_noise(read_lines);
  read_noise(read_claims);
  read_noise(read_facets);
  read_noise([](std::string_view bytes) { unpack_origin(bytes); });
}

}  // namespace
}  // namespace averment
