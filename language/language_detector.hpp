// Text → the language it is written in.
#pragma once

#include <string>
#include <string_view>

namespace averment {

/// ISO 639-1; empty where it cannot be told reliably. Reads the beginning of long texts only.
std::string detect_language(std::string_view text);

}  // namespace averment
