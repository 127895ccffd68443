// Says which claims are new to saved queries: as lines, as records, or to a program.
#include "cli/alert_teller.hpp"

#include <fmt/format.h>

#include <iostream>
#include <utility>

#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/figure_text.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

/// "losses: killed ≥ 300 soldiers, says Defence Ministry (Harbour Post, 2025-02-19; first.txt) 3f1c09aa52d0b7e4"
std::string line_of(const Alert& alert) {
  const ClaimRecord& record = alert.claim;
  const Claim& claim = record.claim;
  std::string line = fmt::format("{}: {} {}", alert.saved, name_of(claim.category), figure_text(record, true));
  if (!claim.group.empty()) line += " " + claim.group;
  if (claim.modality != Modality::asserted) line += fmt::format(" [{}]", name_of(claim.modality));
  if (claim.source) line += ", says " + claim.source->called();
  std::string where = record.outlet;
  if (!record.published.empty()) where += (where.empty() ? "" : ", ") + record.published.substr(0, 10);
  line += fmt::format(" ({}{}{}) {}", where, where.empty() ? "" : "; ", record.report, record.claim_id);
  return one_line(line);
}

/// Little is left of --memory-limit.
SearcherOptions options_beside_indexing(const Options& options) {
  SearcherOptions wanted = searcher_options(options);
  wanted.cache_bytes = options.memory_limit / 8;
  return wanted;
}

}  // namespace

ProgramRun run_for(const Alert& alert) { return {{alert.saved, alert.claim.claim_id}, to_line(to_json(alert)) + "\n"}; }

void AlertTeller::take(const Commit& commit) {
  try {
    ask(commit);
  } catch (const Error& error) {
    searcher_.reset();
    complain_(fmt::format("the saved queries could not be asked: {}", error.what()));
  }
}

void AlertTeller::ask(const Commit& commit) {
  const std::filesystem::path& index = options_.databases.front();
  const std::vector<SavedQuery> queries = saved_queries(index);
  if (queries.empty()) {
    if (!said_none_) complain_("there are no saved queries to ask: 'averment saved add NAME QUERY' makes one");
    said_none_ = true;
    return;
  }
  if (!searcher_) searcher_.emplace(index, options_beside_indexing(options_));
  for (const SavedQuery& query : queries) {
    try {
      for (const Alert& alert : new_claims(*searcher_, query, commit)) tell(alert);
    } catch (const QueryError& error) {
      complain_(fmt::format("the saved query '{}' could not be asked: {}", query.name, error.what()));
    }
  }
  std::cout << std::flush;
}

void AlertTeller::tell(const Alert& alert) {
  if (!options_.exec.empty())
    kept_.push_back(run_for(alert));
  else if (is_table(options_))
    std::cout << line_of(alert) << '\n';
  else
    std::cout << to_line(selected_fields(to_json(alert), options_.fields)) << '\n';
}

void AlertTeller::hand_on() {
  if (kept_.empty()) return;
  if (!programs_) programs_.emplace(options_.exec, complain_);
  programs_->add(std::exchange(kept_, {}));
}

void AlertTeller::finish() {
  hand_on();
  if (!programs_) return;
  if (const std::size_t left = programs_->finish(); left > 0)
    complain_(fmt::format("interrupted: --exec {} was not run for {}", options_.exec, counted(left, "more claim")));
  programs_.reset();
}

}  // namespace averment::cli
