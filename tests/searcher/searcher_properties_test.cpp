// What holds of every answer, whatever the reports and the query: seeds are printed.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "averment/searcher.hpp"
#include "plain_scan.hpp"
#include "random_reports.hpp"

namespace averment {
namespace {

class SearcherProperties : public testing::Test {
 protected:
  SearcherProperties()
      : seed_(std::random_device()()),
        random_(seed_),
        reports_(random_.reports(80)),
        index_(reports_),
        searcher_(index_.folder()) {
    std::printf("seed %u\n", seed_);
  }

  unsigned seed_;
  RandomReports random_;
  std::vector<MadeReport> reports_;
  TestIndex index_;
  Searcher searcher_;
};

Counts counts_of(const Facet& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) counts[value.value] = value.count;
  return counts;
}

std::vector<std::string> ids_of(const ReportAnswer& answer) {
  std::vector<std::string> ids;
  for (const ReportHit& hit : answer.hits) ids.push_back(hit.report);
  return ids;
}

TEST_F(SearcherProperties, PagesAreTheWholeInPieces) {
  for (int round = 0; round < 100; ++round) {
    const Query query = random_.query(2);
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    for (const SearchOptions::Sort sort : {SearchOptions::Sort::relevance, SearchOptions::Sort::date}) {
      const ReportAnswer whole = searcher_.search(query, {.limit = 1000, .sort = sort});
      for (std::size_t i = 1; i < whole.hits.size(); ++i) {
        const ReportHit &earlier = whole.hits[i - 1], &next = whole.hits[i];
        const bool by_date = sort == SearchOptions::Sort::date;
        if (by_date && earlier.published == next.published) {
          ASSERT_LT(earlier.report, next.report);
        }
        if (by_date) {
          ASSERT_GE(earlier.published, next.published);
        }
        if (!by_date && earlier.score == next.score) {
          ASSERT_LT(earlier.report, next.report);
        }
        if (!by_date) {
          ASSERT_GE(earlier.score, next.score);
        }
      }
      std::vector<std::string> pieces;
      for (std::uint32_t offset = 0; offset < whole.hits.size(); offset += 3)
        for (const std::string& id : ids_of(searcher_.search(query, {.offset = offset, .limit = 3, .sort = sort})))
          pieces.push_back(id);
      ASSERT_EQ(pieces, ids_of(whole));
      const ReportAnswer plain = searcher_.search(query, {.limit = 5, .sort = sort, .snippets = false});
      ASSERT_EQ(ids_of(plain), ids_of(searcher_.search(query, {.limit = 5, .sort = sort})));
    }
  }
}

TEST_F(SearcherProperties, FacetCountsEqualAScanOfTheExports) {
  for (int round = 0; round < 20; ++round) {
    const Query query = random_.query(2);
    const ClaimFilter filter = random_.filter();
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    for (const FieldInfo& row : all_fields()) {
      SCOPED_TRACE(std::string(row.name));
      if (row.counts_reports) {
        Counts scanned;
        searcher_.each_report(query, filter, [&](const StoredReport& report) {
          for (const std::string& value : values(row.field, report, filter)) ++scanned[named(row.field, value)];
        });
        ASSERT_EQ(counts_of(searcher_.facet(row.field, Of::reports, query, filter)), scanned);
        const ReportAnswer answer = searcher_.search(query, {.facets = {row.field}, .claims = filter});
        ASSERT_EQ(counts_of(answer.facets.at(0)), scanned);
      }
      if (row.counts_claims) {
        Counts scanned;
        std::uint64_t total = 0;
        searcher_.each_claim(query, filter, [&](const ClaimRecord& claim) {
          ++total;
          for (const std::string& value : values(row.field, claim)) ++scanned[named(row.field, value)];
        });
        const ClaimAnswer answer = searcher_.claims(query, {.limit = 2, .facets = {row.field}, .filter = filter});
        ASSERT_EQ(counts_of(searcher_.facet(row.field, Of::claims, query, filter)), scanned);
        ASSERT_EQ(counts_of(answer.facets.at(0)), scanned);
        ASSERT_EQ(answer.total, total);
        Counts crossed;
        for (const CrossCount& count : searcher_.cross(row.field, Field::category, query, filter))
          crossed[count.row] += count.count;
        ASSERT_EQ(crossed, scanned);
      }
    }
  }
}

/// What GroupOptions::lines promises of a claim.
ClaimRecord line_of(const ClaimRecord& whole) {
  ClaimRecord line;
  line.report = whole.report;
  line.published = whole.published;
  line.outlet = whole.outlet;
  line.matched_as = whole.matched_as;
  const Claim& claim = whole.claim;
  line.claim.category = claim.category;
  line.claim.low = claim.low;
  line.claim.high = claim.high;
  line.claim.qualifier = claim.qualifier;
  line.claim.modality = claim.modality;
  line.claim.share = claim.share;
  if (!claim.low && !claim.high && !claim.share) line.figure = whole.figure;
  if (claim.derived) line.claim.derived = {claim.derived->low, claim.derived->high, {}};
  line.claim.group = claim.group;
  line.claim.group_name = claim.group_name;
  if (!claim.source) return line;
  line.claim.source.emplace();
  if (claim.source->name.empty()) line.claim.source->source = claim.source->source;
  line.claim.source->name = claim.source->name;
  line.claim.source->via = claim.source->via;
  return line;
}

TEST_F(SearcherProperties, LinesOfGroupsSayWhatWholeClaimsSay) {
  for (int round = 0; round < 20; ++round) {
    const Query query = random_.query(2);
    const ClaimFilter filter = random_.filter();
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    const GroupedClaims whole = searcher_.grouped_claims(Field::source, query, {.claims = 3, .filter = filter});
    const GroupedClaims lines =
        searcher_.grouped_claims(Field::source, query, {.claims = 3, .lines = true, .filter = filter});
    ASSERT_EQ(lines.largest.size(), whole.largest.size());
    for (std::size_t group = 0; group < whole.largest.size(); ++group) {
      ASSERT_EQ(lines.largest[group].value, whole.largest[group].value);
      ASSERT_EQ(lines.largest[group].claims.size(), whole.largest[group].claims.size());
      for (std::size_t i = 0; i < whole.largest[group].claims.size(); ++i) {
        const ClaimRecord expected = line_of(whole.largest[group].claims[i]);
        const ClaimRecord& line = lines.largest[group].claims[i];
        ASSERT_EQ(line.claim, expected.claim);
        ASSERT_EQ(std::tie(line.report, line.published, line.outlet, line.figure, line.matched_as),
                  std::tie(expected.report, expected.published, expected.outlet, expected.figure, expected.matched_as));
      }
    }
  }
}

TEST_F(SearcherProperties, AFurtherConditionOnlyNarrows) {
  for (int round = 0; round < 100; ++round) {
    const Query query = random_.query(2);
    Query narrower{.kind = Query::Kind::all_of};
    narrower.children = {query, random_.query(1)};
    SCOPED_TRACE(to_string(narrower) + "   seed " + std::to_string(seed_));
    ASSERT_LE(searcher_.search(narrower).total, searcher_.search(query).total);
    ASSERT_LE(searcher_.claims(narrower).total, searcher_.claims(query).total);
  }
}

// `scores`: with them, in their order. They weigh words by how many reports have them, which for several forms of one
// word is an estimate that depends on how reports are shared out among indexes.
std::string printed(Searcher& searcher, const Query& query, bool scores) {
  std::vector<std::string> hits;
  for (const ReportHit& hit : searcher.search(query, {.limit = 100}).hits)
    hits.push_back(hit.report + (scores ? "=" + std::to_string(hit.score) : ""));
  if (!scores) std::sort(hits.begin(), hits.end());
  std::string all;
  for (const std::string& hit : hits) all += hit + " ";
  for (const ClaimRecord& claim : searcher.claims(query).hits) all += claim.claim_id + " ";
  for (const FacetValue& value : searcher.facet(Field::source, Of::claims, query).values)
    all += value.value + "=" + std::to_string(value.count) + " ";
  return all;
}

TEST_F(SearcherProperties, NeitherTheOrderOfIndexingNorSeveralIndexesChangeAnswers) {
  std::vector<MadeReport> other_order = reports_;
  for (std::size_t left = other_order.size(); left > 1; --left)
    std::swap(other_order[left - 1], other_order[random_.number(static_cast<unsigned>(left))]);
  const TestIndex other(other_order);
  Searcher other_searcher(other.folder());
  const std::size_t half = reports_.size() / 2;
  const TestIndex first({reports_.begin(), reports_.begin() + half}), second({reports_.begin() + half, reports_.end()});
  Searcher halves({first.folder(), second.folder()});
  for (int round = 0; round < 50; ++round) {
    const Query query = random_.query(3);
    SCOPED_TRACE(to_string(query) + "   seed " + std::to_string(seed_));
    ASSERT_EQ(printed(other_searcher, query, true), printed(searcher_, query, true));
    ASSERT_EQ(printed(halves, query, false), printed(searcher_, query, false));
  }
}

}  // namespace
}  // namespace averment
