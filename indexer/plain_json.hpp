// The JSON that most reports are, one object of strings, read without a general parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace averment {

/// Keys and values in their order, repeated ones too. Empty: it is something else, perhaps no JSON at all, for the
/// general parser to say.
std::optional<std::vector<std::pair<std::string, std::string>>> read_plain_json(std::string_view json);

}  // namespace averment
