// averment as an embedder uses it: through its public headers.
#include <memory>
#include <numeric>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "bench/engines/engine.hpp"
#include "bench/engines/xapian_folder.hpp"

namespace averment::bench {
namespace {

std::string query_text(const SearchTask& task) {
  const std::string between = task.kind == "any_of" ? " OR " : " ";
  std::string text;
  for (const std::string& word : task.words) text += (text.empty() ? "" : between) + word;
  if (task.kind == "phrase") text = '"' + text + '"';
  if (task.kind == "prefix") text += '*';
  if (!task.first.empty()) text += " date:" + task.first + ".." + task.last;
  return text;
}

std::uint64_t sum(const Facet& facet) {
  const auto add = [](std::uint64_t all, const FacetValue& value) { return all + value.count; };
  return std::accumulate(facet.values.begin(), facet.values.end(), std::uint64_t{0}, add);
}

class Averment : public Engine {
 public:
  void index(const IndexTask& task, Stages& stages) override {
    IndexerOptions options;
    options.dry_run = task.dry_run;
    options.claims = !task.text_only;
    Indexer indexer = stages.time("opening", [&] { return Indexer(task.directory, options); });
    if (task.commit_each) {
      each_report(task.reports, [&](const NewsReport& report) {
        put(indexer, report);
        indexer.commit();
      });
    } else {
      IngestOptions ingest_options;
      ingest_options.paths = {task.reports.string()};
      ingest_options.threads = task.threads;
      stages.time("reading to committing", [&] { ingest(indexer, ingest_options); });
    }
  }

  void open(const std::filesystem::path& directory) override { searcher_ = std::make_unique<Searcher>(directory); }

  bool has(const std::string& report_id) override { return searcher_->report(report_id).has_value(); }

  Found search(const SearchTask& task) override {
    if (task.kind == "claims_by_source") return claims_by_source();
    SearchOptions options;
    options.limit = task.limit;
    if (task.by_date) options.sort = SearchOptions::Sort::date;
    if (task.facets) options.facets = {Field::outlet, Field::month};
    options.snippets = task.snippets;
    const ReportAnswer answer = searcher_->search(parse_query(query_text(task)), options);
    Found found{answer.total, answer.hits.size(), 0, 0, 0};
    for (const ReportHit& hit : answer.hits) found.snippets += !hit.snippet.text.empty();
    if (task.facets) {
      found.counted_outlets = sum(answer.facets.at(0));
      found.counted_months = sum(answer.facets.at(1));
    }
    return found;
  }

  void compact(const std::filesystem::path& directory) override { compact_folder(directory); }

 private:
  /// What no other engine has.
  Found claims_by_source() {
    Found found;
    found.matches = sum(searcher_->facet(Field::source, Of::claims, Query{}));
    return found;
  }

  static void put(Indexer& indexer, const NewsReport& made) {
    Report report;
    report.id = made.id;
    report.outlet = made.outlet;
    report.published = made.published;
    report.title = made.title;
    report.text = made.text;
    indexer.put(std::move(report));
  }

  std::unique_ptr<Searcher> searcher_;
};

}  // namespace
}  // namespace averment::bench

int main(int argc, char** argv) {
  averment::bench::Averment engine;
  return averment::bench::run(engine, argc, argv);
}
