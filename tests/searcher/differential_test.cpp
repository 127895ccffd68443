// Answers against a plain scan of every report: random queries over random collections.
//   AVERMENT_QUERIES   how many; 3,000 unless it is set
//   AVERMENT_SEED      with which collections and queries begin; it is printed
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>
#include <optional>

#include "language/search_analyzer.hpp"
#include "plain_scan.hpp"
#include "random_reports.hpp"

namespace averment {
namespace {

constexpr unsigned queries_a_collection = 250;

unsigned from_environment(const char* name, unsigned otherwise) {
  const char* const value = std::getenv(name);
  return value ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

Counts counts_of(const Facet& facet) {
  Counts counts;
  for (const FacetValue& value : facet.values) counts[value.value] = value.count;
  return counts;
}

/// One collection, in one index or, every third, shared out among two; and the same reports as they come out of it.
/// Every second one's searcher has no room to keep what it reads.
class Collection {
 public:
  explicit Collection(unsigned seed) : random_(seed) {
    const std::vector<MadeReport> made = random_.reports(20 + static_cast<int>(random_.number(60)));
    const auto border = made.begin() + (seed % 3 == 0 ? static_cast<std::ptrdiff_t>(random_.number(20)) : 0);
    if (border != made.begin()) add(std::vector<MadeReport>(made.begin(), border));
    add(std::vector<MadeReport>(border, made.end()));
    searcher_.emplace(folders_, SearcherOptions{.cache_bytes = seed % 2 == 0 ? 1u : 0u});
    searcher_->each_report({}, {}, [&](const StoredReport& report) { reports_.push_back(report); });
  }

  void compare() {
    const Query query = random_.query(static_cast<int>(random_.number(4)));
    const ClaimFilter filter = random_.filter();
    SCOPED_TRACE(to_string(query));
    ASSERT_EQ(parse_query(to_string(query)), query);
    const PlainScan scan(reports_, query, filter);
    compare_reports(query, filter, scan);
    compare_claims(query, filter, scan);
  }

 private:
  const FieldInfo& field(bool FieldInfo::*counted) {
    for (;;)
      if (const FieldInfo& row = all_fields()[random_.number(static_cast<unsigned>(all_fields().size()))]; row.*counted)
        return row;
  }

  void compare_reports(const Query& query, const ClaimFilter& filter, const PlainScan& scan) {
    std::vector<std::string> found;
    searcher_->each_report(query, filter, [&](const StoredReport& report) { found.push_back(report.report.id); });
    ASSERT_EQ(found, scan.reports());
    const FieldInfo& row = field(&FieldInfo::counts_reports);
    const ReportAnswer answer = searcher_->search(query, {.limit = 3, .facets = {row.field}, .claims = filter});
    ASSERT_EQ(answer.total, scan.reports().size());
    ASSERT_EQ(answer.hits.size(), std::min<std::size_t>(3, scan.reports().size()));
    ASSERT_EQ(counts_of(answer.facets.at(0)), scan.facet(row.field, Of::reports)) << row.name;
  }

  void compare_claims(const Query& query, const ClaimFilter& filter, const PlainScan& scan) {
    std::vector<std::string> found;
    searcher_->each_claim(query, filter, [&](const ClaimRecord& claim) {
      found.push_back(claim.report + "/" + std::to_string(claim.start));
    });
    ASSERT_EQ(found, scan.claims());
    const FieldInfo& row = field(&FieldInfo::counts_claims);
    const ClaimAnswer answer = searcher_->claims(query, {.limit = 3, .facets = {row.field}, .filter = filter});
    ASSERT_EQ(answer.total, scan.claims().size());
    ASSERT_EQ(searcher_->count_claims(query, filter), scan.claims().size());
    ASSERT_EQ(counts_of(answer.facets.at(0)), scan.facet(row.field, Of::claims)) << row.name;
  }

  void add(const std::vector<MadeReport>& reports) {
    indexes_.push_back(std::make_unique<TestIndex>(reports));
    folders_.push_back(indexes_.back()->folder());
  }

  RandomReports random_;
  std::vector<std::unique_ptr<TestIndex>> indexes_;
  std::vector<std::filesystem::path> folders_;
  std::optional<Searcher> searcher_;
  std::vector<StoredReport> reports_;  // In the order of their ids.
};

TEST(Differential, TheScanKnowsTheFormsOfItsWords) {
  SearchAnalyzer analyzer;
  for (const WordForms& word : words_and_forms())
    for (const char* lang : {"en", "es", ""}) EXPECT_EQ(analyzer.stem(word.word, lang), word.stem(lang));
}

TEST(Differential, AnswersAreThoseOfAPlainScan) {
  const unsigned queries = from_environment("AVERMENT_QUERIES", 3000), first = from_environment("AVERMENT_SEED", 1);
  for (unsigned asked = 0, seed = first; asked < queries; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Collection collection(seed);
    for (unsigned left = queries_a_collection; left > 0 && asked < queries; --left, ++asked) {
      collection.compare();
      if (HasFatalFailure()) return;
    }
  }
  std::printf("%u queries from seed %u\n", queries, first);
}

}  // namespace
}  // namespace averment
