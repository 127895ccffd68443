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
  return {plain, full, PackedClaim{}};
}

TEST(PackingTest, FacetsComeBackSortedAndEachOnce) {
  const std::vector<PackedFacet> facets = {{Field::source, 9}, {Field::outlet, 0}, {Field::source, 0},
                                           {Field::source, 2}, {Field::source, 9}, {Field::rule, ~std::uint64_t{0}}};
  const std::vector<PackedFacet> sorted = {
      {Field::outlet, 0}, {Field::source, 0}, {Field::source, 2}, {Field::source, 9}, {Field::rule, ~std::uint64_t{0}}};
  EXPECT_EQ(unpack_facets(pack(facets)), sorted);
  EXPECT_EQ(unpack_facets(""), std::vector<PackedFacet>{});
}

TEST(PackingTest, AnAbsentValueCostsTwoBytes) { EXPECT_EQ(pack({PackedFacet{Field::via, 0}}).size(), 2u); }

TEST(PackingTest, ClaimsComeBackInTheirOrder) {
  EXPECT_EQ(unpack_claims(pack(some_claims())), some_claims());
  EXPECT_EQ(pack(std::vector<PackedClaim>{}), "");
  EXPECT_EQ(unpack_claims(""), std::vector<PackedClaim>{});
}

TEST(PackingTest, WordsTakeFourBytesTheLowOneFirst) {
  EXPECT_EQ(pack_words({0x04030201, 0}), std::string_view("\1\2\3\4\0\0\0\0", 8));
  EXPECT_EQ(unpack_words(pack_words({1, 0, 0xFFFFFFFF})), (std::vector<std::uint32_t>{1, 0, 0xFFFFFFFF}));
  EXPECT_THROW(unpack_words("abc"), IndexError);
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
  const auto read_facets = [](std::string_view bytes) { unpack_facets(bytes); };
  const std::string claims = pack(some_claims());
  EXPECT_GT(flip_bits(claims, read_claims), 0u);
  EXPECT_EQ(cut_short(claims, read_claims), claims.size() - 1);  // the empty beginning means: no claims
  EXPECT_GT(flip_bits(pack({{Field::source, 9}, {Field::outlet, 0}}), read_facets), 0u);
  read_noise(read_claims);
  read_noise(read_facets);
  read_noise([](std::string_view bytes) { unpack_origin(bytes); });
}

}  // namespace
}  // namespace averment
