// A query's text → answers of a small index, in which a condition and its opposite share out all reports.
#include <filesystem>
#include <set>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "property.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

constexpr std::string_view texts[] = {
    "At least 12 soldiers were killed near the river, the Defense Ministry said on Monday. Two were captured.",
    "Police said 30 people died. The mayor, Anna Field, said the number of dead was \"between 20 and 40\".",
    "The river rose again on Tuesday. Nobody was hurt.",
    "Dozens were wounded and up to 500 people displaced in Qarth, according to Radio Qarth, citing officials."};

struct SmallIndex {
  SmallIndex() {
    Indexer indexer(folder.path());
    for (const std::string_view text : texts) {
      Report report;
      report.id = "r" + std::to_string(reports++);
      report.text = text;
      report.title = text.substr(0, 20);
      report.lang = reports == 3 ? "" : "en";
      report.outlet = reports % 2 ? "Daily Post" : "";
      report.published = reports == 2 ? "" : "2025-02-1" + std::to_string(reports);
      indexer.put(std::move(report));
    }
    indexer.commit();
  }

  TemporaryFolder folder;
  std::size_t reports = 0;
};

bool makes_claims_or_not(Searcher& searcher, const Query& query) {
  Query opposite{.kind = Query::Kind::none_of};
  opposite.children = {query};
  ClaimOptions options;
  options.filter.modality.reset();
  const auto all = searcher.claims({}, options).total;
  const auto found = searcher.claims(query, options);
  require(found.hits.size() == found.total, "all claims are given");
  return found.total + searcher.claims(opposite, options).total == all;
}

void ask(Searcher& searcher, const Query& query, std::size_t reports) {
  const ReportAnswer answer = searcher.search(query, {.limit = 100, .facets = {Field::outlet}});
  std::set<std::string> ids;
  for (const ReportHit& hit : answer.hits) ids.insert(hit.report);
  require(ids.size() == answer.total && answer.hits.size() == answer.total, "each report is given once");
  std::uint64_t counted = 0;
  for (const FacetValue& value : answer.facets.at(0).values) counted += value.count;
  require(counted == answer.total, "outlets share out the reports");
  Query opposite{.kind = Query::Kind::none_of};
  opposite.children = {query};
  require(searcher.search(opposite).total + answer.total == reports, "a report matches, or matches the opposite");
  require(makes_claims_or_not(searcher, query), "a claim matches, or matches the opposite");
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  static const SmallIndex index;
  static Searcher searcher(index.folder.path());
  accepted<QueryError>([&] { ask(searcher, parse_query(bytes_of(data, size)), index.reports); });
  return 0;
}
