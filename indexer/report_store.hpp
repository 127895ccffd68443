// What ingest needs of an index, whether it is written or only looked at.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "averment/report.hpp"
#include "indexer/document_builder.hpp"

namespace averment {

/// A report as the index holds it.
struct StoredVersion {
  std::uint32_t number = 0;  ///< From 1; the same for all versions of a report.
  std::string content;       ///< content_hash
  Origin origin;
};

/// Sees its own uncommitted changes. All may throw IndexError: what was not committed is lost then.
class ReportStore {
 public:
  virtual ~ReportStore() = default;

  virtual std::optional<StoredVersion> find(std::string_view report_id) = 0;
  /// Of all reports now stored; new ones get greater numbers.
  virtual std::uint32_t last_number() = 0;

  /// Adds or replaces; may commit. @throws InputError if the report cannot be stored: the others are as they were.
  virtual void put(BuiltDocument built) = 0;
  /// The report is the same, but its file is another.
  virtual void move(std::uint32_t number, const Origin& origin) = 0;
  virtual void remove(std::uint32_t number) = 0;
  virtual void commit() = 0;
  /// Commits, and leaves no unused room.
  virtual void compact() = 0;

  /// claim_ids of the report of that number.
  virtual std::vector<std::string> claims_of(std::uint32_t number) = 0;
  /// Called with its revision after each commit.
  void when_committed(std::function<void(std::uint64_t revision)> call) { when_committed_ = std::move(call); }

  /// Reports that came from a file, as committed.
  virtual void each_origin(const std::function<void(std::uint32_t number, const Origin& origin)>& visit) = 0;

 protected:
  std::function<void(std::uint64_t)> when_committed_;
};

}  // namespace averment
