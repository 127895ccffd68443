// A snippet in lines of a width, its matches marked.
#pragma once

#include <string>
#include <vector>

#include "averment/answer.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {

/// Broken between words; a word that is wider than a line stays whole.
std::vector<std::string> snippet_lines(const Snippet& snippet, std::size_t width, const Style& style);

}  // namespace averment::cli
