// Words side by side or near each other, looked for in a report's packed words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// `packed` and `words`: numbers of words as pack_words gives them; `words` is not empty. They stand there side by
/// side.
bool has_sequence(std::string_view packed, std::string_view words);

/// Both stand there without overlap, in either order, from the last word of one to the first of the other no more than
/// `distance` words on; title and text are apart. `one` and `other`: never empty.
bool has_near(std::string_view packed, const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other,
              std::uint32_t distance);

}  // namespace averment
