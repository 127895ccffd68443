// Writes an index, report by report.
#include "averment/indexer.hpp"

#include "indexer/dry_run_store.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/indexer_state.hpp"
#include "indexer/report_check.hpp"
#include "language/report_analyzer.hpp"
#include "store/packing.hpp"

namespace averment {
namespace {

template <typename Analyzer>
Analyze analyze_with(std::shared_ptr<Analyzer> analyzer) {
  return [analyzer = std::move(analyzer)](Report report) { return analyzer->analyze(std::move(report)); };
}

Analysis analysis_of_words() {
  return {word_analysis_version(), {}, [] { return analyze_with(std::make_shared<WordAnalyzer>()); }};
}

Analysis analysis_with(const IndexerOptions& options) {
  const std::shared_ptr<const Knowledge> knowledge = load_knowledge(options.lexicons);
  const AnalysisLimits limits{options.most_mentions, options.most_claims};
  return {analysis_version(*knowledge), pack(own_names(*knowledge)),
          [knowledge, limits] { return analyze_with(std::make_shared<ReportAnalyzer>(knowledge, limits)); }};
}

std::unique_ptr<ReportStore> open_store(const std::filesystem::path& directory, const Analysis& analysis,
                                        const MemoryBudget& budget, const IndexerOptions& options) {
  if (options.dry_run) return std::make_unique<DryRunStore>(directory);
  auto writer = std::make_unique<IndexWriter>(directory, analysis.version, analysis.own_names, options.wait);
  writer->commit_after(options.batch);
  writer->keep_to(budget);
  return writer;
}

}  // namespace

Analysis analysis_for(const IndexerOptions& options) {
  return options.claims ? analysis_with(options) : analysis_of_words();
}

Indexer::Indexer(const std::filesystem::path& directory, const IndexerOptions& options)
    : state_(std::make_unique<State>()) {
  state_->budget = MemoryBudget(options);
  state_->analysis = analysis_for(options);
  state_->store = open_store(directory, state_->analysis, state_->budget, options);
}

Indexer::~Indexer() = default;
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;

Change Indexer::put(Report report) {
  check_report(report);
  check_room(state_->budget, analysis_bytes(report, state_->budget));
  const std::string content = content_hash(report, state_->analysis.version);
  const Comparison comparison = compare(*state_->store, report, content);
  if (comparison.same) return Change::unchanged;
  if (!state_->analyze) state_->analyze = state_->analysis.make();
  state_->store->put(build_document(state_->analyze(std::move(report)), content));
  return comparison.stored ? Change::replaced : Change::added;
}

bool Indexer::remove(std::string_view report_id) {
  const std::optional<StoredVersion> stored = state_->store->find(report_id);
  if (stored) state_->store->remove(stored->number);
  return stored.has_value();
}

void Indexer::commit() { state_->store->commit(); }

void Indexer::compact() { state_->store->compact(); }

Comparison compare(ReportStore& store, const Report& report, const std::string& content) {
  Comparison comparison;
  comparison.stored = store.find(report.id);
  comparison.same = comparison.stored && comparison.stored->content == content;
  if (comparison.same && comparison.stored->origin != report.origin)
    store.move(comparison.stored->number, report.origin);
  return comparison;
}

}  // namespace averment
