// Whether bytes are UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace averment {

/// Where the first byte stands that belongs to no well-formed sequence (Unicode 15, table 3-7); empty: there is none.
std::optional<std::size_t> invalid_utf8(std::string_view bytes);

}  // namespace averment
