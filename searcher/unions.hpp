// Which of some numbered elements belong together.
#pragma once

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

namespace averment {

class Unions {
 public:
  explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  /// The least of those that belong to the element.
  std::size_t root(std::size_t element) {
    while (parent_[element] != element) element = parent_[element] = parent_[parent_[element]];
    return element;
  }
  bool together(std::size_t a, std::size_t b) { return root(a) == root(b); }
  void unite(std::size_t a, std::size_t b) {
    const auto [first, second] = std::minmax({root(a), root(b)});
    parent_[second] = first;
  }

 private:
  std::vector<std::size_t> parent_;
};

}  // namespace averment
