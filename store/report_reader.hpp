// Reads whole reports out of one index.
#pragma once

#include <xapian.h>

#include "store/compression.hpp"
#include "store/revision.hpp"
#include "store/stored_report.hpp"
#include "store/word_texts.hpp"

namespace averment {

/// Of the state in which the database is. Not for two threads at once.
class ReportReader {
 public:
  explicit ReportReader(const Xapian::Database& database) : database_(database), compression_(database) {}

  /// Words hold until the next report is read.
  StoredParts read(Xapian::docid number);
  /// As it was before a change; without its origin.
  StoredParts read(const ReportChange& change);

 private:
  Xapian::Database database_;
  Compression compression_;
  WordTexts words_;
};

}  // namespace averment
