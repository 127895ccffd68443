// Analyzed report → Xapian document, as store/schema.hpp says.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "language/analyzed_report.hpp"
#include "store/vocabulary.hpp"

namespace averment {

/// A name that the metadata are to hold under its id.
struct Label {
  std::string key;  ///< schema::label_key
  std::string name;
};

/// A report as it enters the index.
struct BuiltDocument {
  std::string term;           ///< schema::report_term of its id.
  Xapian::Document document;  ///< Without data and slot::words.
  std::string data;           ///< The document's, not yet compressed.
  ReportWords words;
  std::vector<Label> labels;
  std::size_t bytes = 0;  ///< Of text.
  std::uint64_t claims = 0;
  bool is_new = false;  ///< The index is known to hold no document with this term.
};

/// `content`: the report's content_hash. @throws InputError if a word or name cannot be a term.
BuiltDocument build_document(AnalyzedReport analyzed, const std::string& content);

}  // namespace averment
