// Says which claims are new to saved queries: as lines, as records, or to a program.
#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "averment/saved_query.hpp"
#include "cli/options.hpp"
#include "cli/program_queue.hpp"

namespace averment::cli {

/// What options.exec is given for an alert.
ProgramRun run_for(const Alert& alert);

/// Asks the saved queries of an index after each commit. options.exec is run only while the index is not being written,
/// so that it may write itself, and nothing waits for it but the end.
class AlertTeller {
 public:
  AlertTeller(const Options& options, std::function<void(std::string_view)> complain)
      : options_(options), complain_(std::move(complain)) {}

  /// Prints what the queries find, or keeps it for options.exec. Does not throw for what is wrong with the index or a
  /// query: what was committed stays so.
  void take(const Commit& commit);
  /// The index's lock is free: what was kept is handed on.
  void hand_on();
  /// Waits for options.exec to end, or for an interruption, after which it is said what was not handed on.
  void finish();

 private:
  void ask(const Commit& commit);
  void tell(const Alert& alert);

  const Options& options_;
  std::function<void(std::string_view)> complain_;
  std::optional<Searcher> searcher_;  // opened when there is an index
  std::vector<ProgramRun> kept_;
  std::optional<ProgramQueue> programs_;
  bool said_none_ = false;
};

}  // namespace averment::cli
