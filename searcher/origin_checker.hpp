// Reads the files again that reports came from.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "averment/answer.hpp"
#include "averment/report.hpp"

namespace averment {

/// Collects reports first, then reads each file once. A plain text file in another charset than UTF-8 was converted
/// when it was indexed: of such a one only the presence is checked.
class OriginChecker {
 public:
  /// `sha256`: of its text. Reports that came from no file are not looked for.
  void add(const Report& report, const std::string& sha256);

  /// What is gone or says something else now.
  std::vector<Damage> check() const;

 private:
  struct Text {
    std::string report, sha256;
    std::uint64_t bytes;
  };

  std::map<std::string, std::multimap<std::uint64_t, Text>> files_;  // By path, then by line.
};

}  // namespace averment
