// Collects what a reader hands on.
#pragma once

#include <string>
#include <vector>

#include "indexer/reading.hpp"

namespace averment {

struct Collected {
  std::vector<Report> reports;
  std::vector<std::string> rejections;  ///< "line: reason"
  std::vector<std::string> warnings;    ///< "line: detail"

  Sink sink() {
    return [this](ReadItem item) {
      if (auto* report = std::get_if<Report>(&item)) reports.push_back(std::move(*report));
      if (auto* rejection = std::get_if<Rejection>(&item))
        rejections.push_back(std::to_string(rejection->line) + ": " + rejection->reason);
      if (auto* warning = std::get_if<Warning>(&item))
        warnings.push_back(std::to_string(warning->line) + ": " + warning->detail);
      return true;
    };
  }
};

}  // namespace averment
