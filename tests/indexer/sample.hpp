// Analyzed reports and folders for the tests of indexer/.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "language/analyzed_report.hpp"
#include "store/schema.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {

/// A folder of its own that goes with the test.
class FolderTest : public testing::Test {
 protected:
  std::filesystem::path index() const { return folder_ / "index"; }
  std::filesystem::path write(const std::filesystem::path& name, std::string_view content) const {
    return temporary_.write(name, content);
  }

  const TemporaryFolder temporary_;
  const std::filesystem::path folder_ = temporary_.path();
};

inline Report a_report(std::string id, std::string text) {
  Report report;
  report.id = std::move(id);
  report.text = std::move(text);
  return report;
}

/// Words are runs of lower-case letters; "s" at a word's end is no part of its stem. A word "crash" throws
/// std::runtime_error; each digit 1 to 9 is a claim of so many killed, credited to "the NIS" unless a '*' follows.
inline AnalyzedReport analyze_simply(Report report) {
  AnalyzedReport analyzed;
  const std::string& text = report.text;
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  for (std::uint32_t begin = 0, end = 0; begin < text.size(); begin = std::max(end, begin + 1)) {
    for (end = begin; end < text.size() && is_lower(text[end]);) ++end;
    std::string word = text.substr(begin, end - begin);
    if (word == "crash") throw std::runtime_error("the analyzer has a fault");
    std::string stem = word.ends_with('s') && word.size() > 1 ? word.substr(0, word.size() - 1) : word;
    if (!word.empty()) analyzed.tokens.push_back({{begin, end}, word, stem});
    if (text[begin] < '1' || text[begin] > '9') continue;
    Claim claim;
    claim.figure = {begin, begin + 1};
    claim.low = claim.high = static_cast<std::uint64_t>(text[begin] - '0');
    claim.rule = "digit";
    if (!text.substr(begin + 1).starts_with('*'))
      claim.source = Attribution{"the NIS", "National Intelligence Service", "government", "", "said", false, {}};
    analyzed.claims.push_back(claim);
  }
  analyzed.report = std::move(report);
  return analyzed;
}

}  // namespace averment
