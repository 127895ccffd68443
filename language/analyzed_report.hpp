// The hinge: all that language knows of a report, and all that the index gets of it.
#pragma once

#include <string>
#include <vector>

#include "averment/claim.hpp"
#include "averment/entity.hpp"
#include "averment/report.hpp"
#include "language/search_analyzer.hpp"

namespace averment {

struct AnalyzedReport {
  Report report;                          ///< lang is filled where it could be detected.
  std::vector<SearchToken> title_tokens;  ///< Empty where the title is the text's first line: it is in tokens then.
  std::vector<SearchToken> tokens;
  std::vector<Mention> mentions;  ///< Ascending by span; they do not overlap.
  std::vector<Claim> claims;      ///< Ascending by figure, then category.
};

}  // namespace averment
