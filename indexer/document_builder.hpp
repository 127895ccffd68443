// Analyzed report → what a Xapian document is made of, as store/schema.hpp says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/document_terms.hpp"
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
  std::string term;  ///< schema::report_term of its id.
  DocumentTerms terms;
  DocumentValues values;  ///< Without slot::words, whose numbers the index gives.
  std::string data;       ///< The document's, not yet compressed.
  ReportWords words;
  std::vector<Label> labels;
  std::size_t bytes = 0;  ///< Of text.
  std::uint64_t claims = 0;
  bool is_new = false;  ///< The index is known to hold no document with this term.
};

/// `content`: the report's content_hash. @throws InputError if a word or name cannot be a term.
BuiltDocument build_document(AnalyzedReport analyzed, const std::string& content);

/// Without data and slot::words.
Xapian::Document document_of(const BuiltDocument& built);

}  // namespace averment
