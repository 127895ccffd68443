// Says which claims are new to saved queries: as lines, as records, or to a program.
#include "cli/alert_teller.hpp"

#include <fmt/format.h>

#include <iostream>

#include "cli/display_text.hpp"
#include "cli/figure_text.hpp"
#include "cli/program_runner.hpp"
#include "cli/record_writer.hpp"

namespace averment::cli {
namespace {

constexpr std::chrono::seconds time_of_a_program{60};

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

}  // namespace

void tell(const Alert& alert, const Options& options, const std::function<void(std::string_view)>& complain) {
  if (!options.exec.empty()) {
    std::cout << std::flush;
    const std::string why = run_program(options.exec, {alert.saved, alert.claim.claim_id},
                                        to_line(to_json(alert)) + "\n", time_of_a_program);
    if (!why.empty())
      complain(fmt::format("--exec {} {} {}: {}", options.exec, alert.saved, alert.claim.claim_id, why));
    return;
  }
  const Format format = options.format.value_or(Format::table);
  if (format == Format::table)
    std::cout << line_of(alert) << '\n';
  else
    std::cout << to_line(selected_fields(to_json(alert), options.fields)) << '\n';
}

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
  if (!searcher_) searcher_.emplace(index, SearcherOptions{.lexicons = options_.lexicons});
  for (const Alert& alert : new_claims(*searcher_, queries, commit)) tell(alert, options_, complain_);
  std::cout << std::flush;
}

}  // namespace averment::cli
