// A record's keys, in their order.
#pragma once

#include <string>
#include <vector>

#include "cli/records.hpp"

namespace averment::cli {

inline std::vector<std::string> keys(const Json& json) {
  std::vector<std::string> names;
  for (const auto& [key, value] : json.items()) names.push_back(key);
  return names;
}

}  // namespace averment::cli
