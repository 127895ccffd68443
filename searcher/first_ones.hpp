// The first elements of a range, without sorting the rest.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

#include "searcher/deadline.hpp"

namespace averment {

/// Leaves the first `count` by `before`, and all that come no later than the last of them, in that order.
template <typename Element, typename Before>
void keep_first(std::vector<Element>& elements, std::size_t count, const Before& before) {
  if (count == 0) elements.clear();
  if (count < elements.size()) {
    const auto last = elements.begin() + static_cast<std::ptrdiff_t>(count) - 1;
    std::nth_element(elements.begin(), last, elements.end(), before);
    const Element bound = *last;
    std::erase_if(elements, [&](const Element& element) { return before(bound, element); });
  }
  sort_in_time(elements, before);
}

}  // namespace averment
