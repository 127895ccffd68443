// Notes what a batch changes, and writes it down with the commit.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <unordered_map>

#include "store/revision.hpp"

namespace averment {

/// Its changes are part of the database's transaction.
class RevisionLog {
 public:
  explicit RevisionLog(Xapian::WritableDatabase& database) : database_(database) {}

  /// To be called before the document is replaced or deleted.
  void note_before(Xapian::docid number);
  /// A document that was not there before.
  void note_new(Xapian::docid number);
  /// To be called before each commit. Forgets the revision that has become too old.
  void write(std::uint64_t revision);
  /// What was noted since the last commit has been discarded.
  void forget();
  /// Of what is noted: it is written in one piece, which Xapian takes only up to some 100 MB.
  std::size_t bytes() const { return bytes_; }

 private:
  Xapian::WritableDatabase& database_;
  std::unordered_map<Xapian::docid, ReportChange> changes_;
  std::size_t bytes_ = 0;
};

}  // namespace averment
