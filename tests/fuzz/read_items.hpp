// What holds of everything that a reader hands on.
#pragma once

#include <algorithm>
#include <vector>

#include "indexer/reading.hpp"
#include "indexer/report_check.hpp"
#include "property.hpp"

namespace averment {

inline void require_sound(const Report& report) {
  require(!invalid_utf8(report.text), "readers hand on UTF-8");
  for (const EntityTag& tag : report.entities) require_span(report.text, tag.span);
  if (accepted<InputError>([&] { check_report(report); })) content_hash(report, "1");
}

/// Collects what is handed on, checked.
class ReadItems {
 public:
  Sink sink() {
    return [this](ReadItem item) {
      if (const Report* report = std::get_if<Report>(&item)) require_sound(*report);
      if (const Rejection* rejection = std::get_if<Rejection>(&item))
        require(!rejection->reason.empty(), "rejections have a reason");
      items_.push_back(std::move(item));
      return true;
    };
  }

  template <typename Item>
  std::vector<Item> all() const {
    std::vector<Item> found;
    for (const ReadItem& item : items_)
      if (const Item* one = std::get_if<Item>(&item)) found.push_back(*one);
    return found;
  }

 private:
  std::vector<ReadItem> items_;
};

}  // namespace averment
