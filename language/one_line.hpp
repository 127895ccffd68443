// Words of a text that may be broken over lines, as records and names have them.
#pragma once

#include <string>
#include <string_view>

namespace averment {

/// One blank for each stretch of white space, none at the ends.
std::string in_one_line(std::string_view written);

}  // namespace averment
