// Every report that a Xapian query matches, without ranking.
#pragma once

#include <xapian.h>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "searcher/index_view.hpp"
#include "searcher/match_set.hpp"
#include "store/schema.hpp"

namespace averment {

/// Reads value slots of one database in the order of the documents' numbers: much quicker than by documents.
class ValueReader {
 public:
  explicit ValueReader(const Xapian::Database& shard) : shard_(shard) {}

  /// Empty: the document has none. It holds until the slot is read again. A number below an earlier one costs a search.
  const std::string& value(Xapian::valueno slot, Xapian::docid number);

 private:
  struct Slot {
    std::optional<Xapian::ValueIterator> at{};
    Xapian::docid asked = 0;  // last
    std::string value{};      // its
  };

  const Xapian::Database& shard_;
  std::array<Slot, schema::slot::count> slots_{};
};

/// Of one document; ValueReader is quicker for many. Empty: it has none.
std::string value_of(const Xapian::Database& shard, Xapian::valueno slot, Xapian::docid number);

/// Ids of reports by their numbers in IndexView::database(), best asked for in ascending order.
class ReportIds {
 public:
  explicit ReportIds(const IndexView& index);
  std::string of(Xapian::docid number);

 private:
  const IndexView& index_;
  std::vector<ValueReader> readers_;
};

/// Valid during a visit only.
class MatchedReport {
 public:
  MatchedReport(ValueReader& values, Xapian::docid of_shard, Xapian::docid number)
      : values_(values), of_shard_(of_shard), number_(number) {}

  Xapian::docid number() const { return number_; }  ///< In IndexView::database().
  const std::string& value(Xapian::valueno slot) const { return values_.value(slot, of_shard_); }

 private:
  ValueReader& values_;
  Xapian::docid of_shard_, number_;
};

/// YYYYMMDD of its publication, 00 for what is not stated; 0: unknown.
std::uint32_t published_day(const MatchedReport& report);

using VisitReport = std::function<void(const MatchedReport&)>;

/// Visits the reports of the sets in the order of their numbers, of several indexes one after the other.
void walk(const IndexView& index, const std::vector<MatchSet>& sets, const VisitReport& visit);
void walk_matches(const IndexView& index, const Xapian::Query& query, const VisitReport& visit);

}  // namespace averment
