// What help says: of the program, a command, and topics.
#pragma once

#include <string>
#include <string_view>

#include "cli/command.hpp"

namespace averment::cli {

std::string help_of_program();
std::string help_of(const Command& command);

/// Topics: query, fields, formats, settings, exit. Empty: there is no such topic.
std::string help_on(std::string_view topic);

}  // namespace averment::cli
