// Labelled sentences put together to reports, as real ones read.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "averment/entity.hpp"
#include "language/training/labeled_sentence.hpp"

namespace averment {

struct MarkedName {
  Span span;
  TaggedType type = TaggedType::other;
};

struct LabeledReport {
  std::string text;
  std::vector<MarkedName> names;  ///< Ascending, not overlapping.
};

/// Where the corpus does not say where a report begins, one does where no capitalized word of the last sentences comes
/// back.
std::vector<LabeledReport> make_reports(const std::vector<LabeledSentence>& sentences);

/// With a dateline before it, or a byline: "KABUL, Afghanistan (AP) - ", of a place that it names.
LabeledReport as_wire(const LabeledReport& report, std::mt19937_64& random);

/// The same in capitals.
LabeledReport in_capitals(const LabeledReport& report);

}  // namespace averment
