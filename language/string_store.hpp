// Strings kept for good in few blocks, so that tables can refer to them.
#pragma once

#include <algorithm>
#include <cstring>
#include <memory>
#include <string_view>
#include <vector>

namespace averment {

class StringStore {
 public:
  std::string_view keep(std::string_view text) {
    if (text == last_) return last_;
    if (used_ + text.size() > size_) {
      size_ = std::max<std::size_t>(text.size(), 1 << 16);
      blocks_.push_back(std::make_unique<char[]>(size_));
      used_ = 0;
    }
    char* place = blocks_.back().get() + used_;
    if (!text.empty()) std::memcpy(place, text.data(), text.size());
    used_ += text.size();
    return last_ = {place, text.size()};
  }

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  std::size_t used_ = 0, size_ = 0;
  std::string_view last_;
};

}  // namespace averment
