// Where a gold claim's figure stands.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace averment {

/// The byte at which the nth occurrence of `figure` in `sentence` begins, from 1, counted where it stands as a whole
/// word; in Hangul particles may follow it closely. Empty: there are not so many.
std::optional<std::size_t> figure_place(std::string_view sentence, std::string_view figure, std::size_t nth);

}  // namespace averment
