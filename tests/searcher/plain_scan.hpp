// docs/query.md told again in the plainest way: each report and each claim is looked at, and nothing of an index.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "averment/searcher.hpp"

namespace averment {

/// Values of a field with their counts.
using Counts = std::map<std::string, std::uint64_t>;

/// Written words, and what their forms have in common: the reports of RandomReports have no others, and the stemmers
/// say the same of them.
struct WordForms {
  std::string word, en, es;
  const std::string& stem(const std::string& lang) const { return lang == "en" ? en : lang == "es" ? es : word; }
};
const std::vector<WordForms>& words_and_forms();

/// Of claims, what a field has; of reports, what it and its claims have. Absence is an empty string.
std::vector<std::string> values(Field field, const ClaimRecord& claim);
std::vector<std::string> values(Field field, const StoredReport& report, const ClaimFilter& filter);
/// As facets name it.
std::string named(Field field, const std::string& value);

class PlainScan {
 public:
  /// The reports must outlive it.
  PlainScan(const std::vector<StoredReport>& reports, const Query& query, const ClaimFilter& filter);

  const std::vector<std::string>& reports() const { return reports_; }  ///< Their ids.
  const std::vector<std::string>& claims() const { return claims_; }    ///< Report's id / start.
  Counts facet(Field field, Of of) const;

 private:
  ClaimFilter filter_;
  std::vector<const StoredReport*> found_reports_;
  std::vector<const ClaimRecord*> found_claims_;
  std::vector<std::string> reports_, claims_;
};

}  // namespace averment
