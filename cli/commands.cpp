// The list of commands.
#include "cli/command.hpp"

namespace averment::cli {

std::span<const Command> all_commands() {
  static const Command commands[] = {index_command(),       search_command(),   claims_command(), conflicts_command(),
                                     corroborate_command(), timeline_command(), facets_command(), diff_command(),
                                     duplicates_command(),  entities_command(), show_command(),   export_command(),
                                     status_command(),      remove_command(),   saved_command(),  compact_command(),
                                     verify_command(),      eval_command(),     help_command()};
  return commands;
}

const Command* find_command(std::string_view name) {
  for (const Command& command : all_commands())
    if (command.name == name) return &command;
  return nullptr;
}

}  // namespace averment::cli
