// Says which claims are new to saved queries: as lines, as records, or to a program.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "averment/saved_query.hpp"
#include "cli/options.hpp"

namespace averment::cli {

/// One alert: a line on standard output, a JSON line, or a run of options.exec. `complain` is told why a program
/// failed.
void tell(const Alert& alert, const Options& options, const std::function<void(std::string_view)>& complain);

/// Asks the saved queries of an index after each commit.
class AlertTeller {
 public:
  AlertTeller(const Options& options, std::function<void(std::string_view)> complain)
      : options_(options), complain_(std::move(complain)) {}

  /// Does not throw for what is wrong with the index or a query: what was committed stays so.
  void take(const Commit& commit);

 private:
  void ask(const Commit& commit);

  const Options& options_;
  std::function<void(std::string_view)> complain_;
  std::optional<Searcher> searcher_;  // opened when there is an index
  bool said_none_ = false;
};

}  // namespace averment::cli
