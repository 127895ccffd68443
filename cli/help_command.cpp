// averment help: what there is, a command, a topic.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/help_text.hpp"

namespace averment::cli {
namespace {

int run(const Options& options) {
  if (options.arguments.empty()) {
    std::cout << help_of_program();
    return exit_done;
  }
  const std::string& asked = options.arguments.front();
  const Command* command = find_command(asked);
  const std::string text = command ? help_of(*command) : help_on(asked);
  if (text.empty())
    throw UsageError(
        fmt::format("there is no command and no topic '{}'; topics are query, fields, formats, settings"
                    " and exit",
                    asked));
  std::cout << text;
  return exit_done;
}

}  // namespace

Command help_command() {
  return {.name = "help",
          .usage = "[COMMAND|TOPIC]",
          .summary = "explain a command or a topic",
          .description = "Explains a command, or one of the topics query, fields, formats, settings, exit.",
          .options = {},
          .most_arguments = 1,
          .run = run};
}

}  // namespace averment::cli
