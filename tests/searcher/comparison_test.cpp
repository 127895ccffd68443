#include "averment/comparison.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace averment {
namespace {

/// A claim of soldiers of a side who were killed, by a source, in a report of its own.
ClaimRecord a_claim(std::optional<std::uint64_t> low, std::optional<std::uint64_t> high,
                    Qualifier qualifier = Qualifier::exact, const std::string& source = "Corin ministry",
                    const std::string& report = "r1") {
  ClaimRecord record;
  record.report = report;
  record.published = "2025-02-19";
  record.claim.low = low;
  record.claim.high = high;
  record.claim.qualifier = qualifier;
  record.claim.counted = {"soldiers", "", "Arthos", "", ""};
  if (!source.empty()) record.claim.source = Attribution{source, source, "organization", "", "said", false, {}};
  return record;
}

ClaimRecord exactly(std::uint64_t number, const std::string& source = "Corin ministry",
                    const std::string& report = "r1") {
  return a_claim(number, number, Qualifier::exact, source, report);
}

/// Another source's, in another report.
ClaimRecord other(std::optional<std::uint64_t> low, std::optional<std::uint64_t> high,
                  Qualifier qualifier = Qualifier::exact) {
  return a_claim(low, high, qualifier, "Arthos staff", "r2");
}

std::string verdict(const ClaimRecord& a, const ClaimRecord& b, const ComparisonOptions& options = {}) {
  const Comparison comparison = compare(a, b, options);
  EXPECT_EQ(comparison, compare(b, a, options)) << "the same whichever stands first";
  return std::string(name_of(comparison.relation)) + ": " + std::string(name_of(comparison.reason));
}

TEST(Comparison, FiguresAreRelatedByWhatTheyAllowAndWhatTheyState) {
  constexpr auto approx = Qualifier::approx, at_least = Qualifier::at_least, more = Qualifier::more_than,
                 at_most = Qualifier::at_most, range = Qualifier::range;
  const std::tuple<ClaimRecord, ClaimRecord, const char*> table[] = {
      {exactly(300), other(300, 300), "same: same_bounds"},
      {a_claim(300, {}, at_least), other(300, {}, at_least), "same: same_bounds"},
      {a_claim(63, 65, range), other(64, 64), "compatible: overlap"},
      {a_claim(300, {}, at_least), other(300, {}, more), "compatible: overlap"},
      {exactly(4000), other(4000, {}, more), "compatible: overlap"},
      {a_claim(5000, 5000, approx), other(5000, 5000), "compatible: overlap"},
      {a_claim(5000, 5000, approx), other(4500, 4500), "compatible: overlap"},
      {a_claim(5000, 5000, approx), other(4499, 4499), "conflicting: disjoint"},
      {a_claim(5000, 5000, approx), other(4200, 4200, approx), "compatible: overlap"},
      {exactly(300), other(301, 301), "conflicting: disjoint"},
      {a_claim(300, {}, at_least), other(5000, 5000), "divergent: far_apart"},
      {a_claim(300, {}, at_least), other(375, 375), "compatible: overlap"},
      {a_claim(300, {}, at_least), other(376, 376), "divergent: far_apart"},
      {a_claim({}, 50, at_most), other(20, 20), "divergent: far_apart"},
      {a_claim({}, 50, at_most), other(60, {}, at_least), "conflicting: disjoint"},
      {a_claim(300, {}, at_least), other(299, 299), "conflicting: disjoint"},
      {exactly(0), other(2, 2), "not_comparable: other_scale"},
  };
  for (const auto& [a, b, expected] : table)
    EXPECT_EQ(verdict(a, b), expected) << *(a.claim.low ? a.claim.low : a.claim.high);
}

TEST(Comparison, TheGapIsBetweenTheNearestNumbersThatAreStated) {
  EXPECT_DOUBLE_EQ(compare(a_claim(300, {}, Qualifier::at_least), other(5000, 5000)).gap, 5000.0 / 300);
  EXPECT_DOUBLE_EQ(compare(a_claim(100, 1000, Qualifier::range), other(500, 500)).gap, 1);
  EXPECT_DOUBLE_EQ(compare(a_claim(100, 200, Qualifier::range), other(300, 400, Qualifier::range)).gap, 1.5);
  EXPECT_TRUE(std::isinf(compare(exactly(0), other(2, 2)).gap));
}

TEST(Comparison, ToleranceRatioAndScaleAreOptions) {
  const ClaimRecord about = a_claim(5000, 5000, Qualifier::approx);
  EXPECT_EQ(verdict(about, other(4000, 4000)), "conflicting: disjoint");
  EXPECT_EQ(verdict(about, other(4000, 4000), {.tolerance = 0.2}), "compatible: overlap");
  EXPECT_EQ(verdict(about, other(4000, 4000), {.tolerance = 0.2, .ratio = 1.2}), "divergent: far_apart");
  EXPECT_EQ(verdict(exactly(2), other(48000, 48000)), "not_comparable: other_scale");
  EXPECT_EQ(verdict(exactly(2), other(48000, 48000), {.scale = 1e6}), "conflicting: disjoint");
}

TEST(Comparison, ALaterFigureOfOneSourceUpdatesTheEarlier) {
  ClaimRecord later = exactly(350, "Corin ministry", "r2");
  later.published = "2025-02-20";
  EXPECT_EQ(verdict(exactly(300), later), "updates: later_report");
  later.claim.low = later.claim.high = 300;
  EXPECT_EQ(verdict(exactly(300), later), "same: same_bounds");
  EXPECT_EQ(verdict(exactly(300), exactly(350, "Corin ministry", "r2")), "conflicting: disjoint") << "on one day";
  ClaimRecord somebody = exactly(350, "officials", "r2");
  somebody.claim.source->type = "nominal";
  somebody.published = "2025-02-20";
  ClaimRecord earlier = exactly(300, "officials", "r1");
  earlier.claim.source->type = "nominal";
  EXPECT_EQ(verdict(earlier, somebody), "conflicting: disjoint") << "nobody can tell which officials";
}

TEST(Comparison, EachReasonForNotBeingComparable) {
  const auto with = [](const std::function<void(ClaimRecord&)>& change) {
    ClaimRecord record = other(300, 300);
    change(record);
    return record;
  };
  const std::pair<ClaimRecord, const char*> table[] = {
      {with([](ClaimRecord& r) { r.claim.modality = Modality::denied; }), "not_affirmed"},
      {with([](ClaimRecord& r) { r.claim.category = Category::captured; }), "different_category"},
      {with([](ClaimRecord& r) {
         r.claim.low = r.claim.high = {};
         r.claim.share = 0.5;
       }),
       "share"},
      {with([](ClaimRecord& r) {
         r.claim.low = r.claim.high = {};
         r.claim.qualifier = Qualifier::vague;
       }),
       "no_number"},
      {with([](ClaimRecord& r) { r.claim.low = r.claim.high = 1; }), "one_person"},
      {with([](ClaimRecord& r) { r.claim.counted.kind.clear(); }), "unknown_group"},
      {with([](ClaimRecord& r) { r.claim.counted.kind = "officers"; }), "different_group"},
      {with([](ClaimRecord& r) { r.claim.counted.side = "Corin"; }), "different_group"},
      {with([](ClaimRecord& r) { r.claim.counted.part = "wounded"; }), "part_of_group"},
      {with([](ClaimRecord& r) { r.published = "2025-06-30"; }), "different_time"},
      {with([](ClaimRecord& r) { r.claim.event_date = "2023"; }), "different_time"},
      {with([](ClaimRecord& r) {
         r.report = "r1";
         r.claim.source->name = "Corin ministry";
       }),
       "one_statement"},
  };
  for (const auto& [record, reason] : table)
    EXPECT_EQ(verdict(exactly(290), record), std::string("not_comparable: ") + reason);
}

TEST(Comparison, OfASideAPlaceMayLieInAnother) {
  const auto at = [](ClaimRecord record, const std::string& place, const std::string& country) {
    record.claim.counted.place = place;
    record.claim.counted.country = country;
    return record;
  };
  const ClaimRecord in_kursk = at(exactly(300), "Kursk", "Russia");
  EXPECT_EQ(verdict(in_kursk, other(300, 300)), "same: same_bounds");
  EXPECT_EQ(verdict(in_kursk, at(other(300, 300), "Russia", "Russia")), "same: same_bounds");
  EXPECT_EQ(verdict(in_kursk, at(other(300, 300), "Donetsk", "Ukraine")), "not_comparable: different_place");
}

TEST(Comparison, OfNoSideThePlaceTellsWhichPeople) {
  const auto at = [](ClaimRecord record, const std::string& place, const std::string& published) {
    record.claim.counted = {"people", "", "", place, ""};
    record.published = published;
    return record;
  };
  const ClaimRecord one = at(exactly(12), "Mirova", "2025-03-04");
  EXPECT_EQ(verdict(one, at(other(14, 14), "Mirova", "2025-03-06")), "conflicting: disjoint");
  EXPECT_EQ(verdict(one, at(other(14, 14), "Karvia", "2025-03-06")), "not_comparable: different_place");
  EXPECT_EQ(verdict(one, at(other(14, 14), "Mirova", "2025-04-06")), "not_comparable: different_time");
  EXPECT_EQ(verdict(one, at(other(14, 14), "Mirova", "2025-04-06"), {.event_days = 60}), "conflicting: disjoint");
}

TEST(Comparison, ACountryOrAnUnknownTimeTellsOfNoEvent) {
  const auto at = [](ClaimRecord record, const std::string& place, const std::string& event, const char* published) {
    record.claim.counted = {"people", "", "", place, "Oro"};
    record.claim.event_date = event;
    record.published = published;
    return record;
  };
  const auto pair = [&](const char* place, const char* event, const char* published) {
    return verdict(at(exactly(12), place, event, "2025-03-04"), at(other(14, 14), place, event, published));
  };
  EXPECT_EQ(pair("Mirova", "", "2025-03-05"), "conflicting: disjoint");
  EXPECT_EQ(pair("Mirova", "", ""), "not_comparable: unknown_time");
  EXPECT_EQ(pair("Oro", "", "2025-03-05"), "not_comparable: unknown_group") << "all over the country";
  EXPECT_EQ(pair("Oro", "2025-03-03", "2025-03-05"), "conflicting: disjoint");
}

TEST(Comparison, OfNoSideAndNoPlaceOnlyPartiesOfOneReportSpeakOfTheSame) {
  const auto of_people = [](ClaimRecord record, const std::string& report) {
    record.claim.counted = {"people", "", "", "", ""};
    record.report = report;
    return record;
  };
  const ClaimRecord one = of_people(exactly(140), "r1");
  EXPECT_EQ(verdict(one, of_people(other(118, 118), "r1")), "conflicting: disjoint");
  EXPECT_EQ(verdict(one, of_people(other(118, 118), "r2")), "not_comparable: unknown_group");
  EXPECT_EQ(verdict(one, of_people(exactly(118, ""), "r1")), "not_comparable: unknown_group")
      << "the report's own voice";
}

TEST(Comparison, TimesOverlapAsDatesAndReportsTell) {
  const auto dated = [](ClaimRecord record, const std::string& published, const std::string& event) {
    record.published = published;
    record.claim.event_date = event;
    return record;
  };
  const std::tuple<const char*, const char*, const char*, const char*, bool> table[] = {
      {"2025-02-19", "", "2025-02-20", "", true},
      {"2025-02-19", "", "2025-07-20", "", false},
      {"", "", "2025-07-20", "", true},
      {"2025-02-19", "2025-01", "2025-07-20", "2025-01-09", true},
      {"2025-02-19", "2025-01-09", "2025-02-19", "2025-01-10", false},
      {"2025-02-19", "", "2025-03-02", "2025-03-01", false},  // the first report knows nothing of it
      {"2025-02-19", "2025", "2025-03-02", "2025-03-01", false},
  };
  for (const auto& [published, event, other_published, other_event, together] : table)
    EXPECT_EQ(verdict(dated(exactly(300), published, event), dated(other(300, 300), other_published, other_event)) ==
                  "same: same_bounds",
              together)
        << published << " " << event << " " << other_published << " " << other_event;
}

TEST(Comparison, ADerivedCountIsComparedOnlyWhereAskedFor) {
  ClaimRecord share = other({}, {}, Qualifier::approx);
  share.claim.share = 0.667;
  share.claim.derived = Derived{2667, {}, "share_of"};
  const ClaimRecord floor = a_claim(300, {}, Qualifier::at_least);
  EXPECT_EQ(verdict(floor, share), "not_comparable: share");
  EXPECT_EQ(verdict(floor, share, {.derived = true}), "divergent: far_apart");
}

TEST(Comparison, PartiesAndOriginsAreFlaggedWhereTheyAreKnown) {
  ClaimRecord a = exactly(300), b = other(300, 300);
  EXPECT_EQ(compare(a, b).same_party, std::nullopt);
  EXPECT_EQ(compare(a, b).same_origin, false);
  a.claim.source->party = b.claim.source->party = "Corin";
  EXPECT_EQ(compare(a, b).same_party, true);
  b.claim.source->party = "Arthos";
  EXPECT_EQ(compare(a, b).same_party, false);
  b.claim.source->name = a.claim.source->name;
  b.claim.source->via = {"Wire Service"};
  EXPECT_EQ(compare(a, b).same_origin, true) << "who passed it on is no origin";
  b.claim.source.reset();
  EXPECT_EQ(compare(a, b).same_origin, std::nullopt);
}

TEST(Comparison, KilledAndWoundedOfOneStatementAreAddedUp) {
  ClaimRecord killed = a_claim(300, {}, Qualifier::at_least), wounded = exactly(2700);
  wounded.claim.category = Category::wounded;
  ClaimRecord both = other(5000, 5000, Qualifier::approx);
  both.claim.category = Category::killed_or_wounded;
  EXPECT_TRUE(addable(killed, wounded));
  EXPECT_FALSE(addable(wounded, killed));
  const Comparison comparison = compare(ComparedFigure(killed, wounded), both);
  EXPECT_EQ(comparison.relation, Relation::divergent);
  EXPECT_DOUBLE_EQ(comparison.gap, 5000.0 / 3000);
  both.claim.low = both.claim.high = 2000;
  EXPECT_EQ(compare(both, ComparedFigure(killed, wounded)).relation, Relation::conflicting) << "a sum of floors is one";
  EXPECT_EQ(compare(killed, both).reason, Reason::different_category) << "never downward";

  for (const auto& change : std::vector<std::function<void(ClaimRecord&)>>{
           [](ClaimRecord& r) { r.report = "r2"; }, [](ClaimRecord& r) { r.claim.source->name = "Arthos staff"; },
           [](ClaimRecord& r) { r.claim.counted.kind = "people"; },
           [](ClaimRecord& r) { r.claim.event_date = "2023"; }}) {
    ClaimRecord changed = wounded;
    change(changed);
    EXPECT_FALSE(addable(killed, changed));
  }
}

TEST(Comparison, ApproximationsAreWidenedBeforeTheyAreAdded) {
  const ClaimRecord killed = exactly(1000);
  ClaimRecord wounded = a_claim(1000, 1000, Qualifier::approx);
  wounded.claim.category = Category::wounded;
  ClaimRecord both = other(2100, 2100);
  both.claim.category = Category::killed_or_wounded;
  EXPECT_EQ(compare(ComparedFigure(killed, wounded), both).relation, Relation::compatible);
  both.claim.low = both.claim.high = 2101;
  EXPECT_EQ(compare(ComparedFigure(killed, wounded), both).relation, Relation::conflicting);
}

TEST(Comparison, NamesOfRelationsAreReadBack) {
  for (const char* name : {"same", "compatible", "divergent", "conflicting", "updates", "not_comparable"})
    EXPECT_EQ(name_of(relation(name).value()), name);
  EXPECT_EQ(relation("agreeing"), std::nullopt);
}

}  // namespace
}  // namespace averment
