// A command of the program: its name, what help says of it, its options, and what runs it.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "cli/options.hpp"

namespace averment::cli {

/// What the program's exit status says.
enum Exit : int {
  exit_done = 0,
  exit_nothing_found = 1,
  exit_failed = 2,  ///< Usage, a bad query, or input and output.
  exit_some_rejected = 3,
  exit_no_index = 4,  ///< Missing, locked, damaged, or of another schema version.
  exit_interrupted = 130
};

struct Command {
  std::string_view name;
  std::string_view usage = {};                 ///< What follows `averment NAME` in the usage line.
  std::string_view summary = {};               ///< One line.
  std::string_view description = {};           ///< Paragraphs and examples, at most 80 columns.
  std::vector<std::string_view> options = {};  ///< Long names, in the order of help.
  std::size_t least_arguments = 0;
  std::size_t most_arguments = 0;
  int (*run)(const Options&) = nullptr;
  bool takes_query = false;  ///< The arguments are a query, but for the first ones:
  std::size_t arguments_before_query = 0;
};

inline constexpr std::size_t any_number = static_cast<std::size_t>(-1);

/// In the order in which help lists them.
std::span<const Command> all_commands();
const Command* find_command(std::string_view name);  ///< nullptr: there is none of that name.

Command index_command();
Command search_command();
Command claims_command();
Command conflicts_command();
Command corroborate_command();
Command timeline_command();
Command facets_command();
Command entities_command();
Command diff_command();
Command duplicates_command();
Command show_command();
Command export_command();
Command status_command();
Command remove_command();
Command saved_command();
Command compact_command();
Command verify_command();
Command eval_command();
Command help_command();

}  // namespace averment::cli
