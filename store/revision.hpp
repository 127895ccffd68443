// What the metadata keep of each commit: when it was, and which reports' claims it changed.
#pragma once

#include <xapian.h>

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// A report that makes claims, or made some, as a commit changed it.
struct ReportChange {
  std::uint32_t number = 0;  ///< The document's.
  std::string before;        ///< Its data before, compressed; empty: it was not there, or made no claim.
  std::string words;         ///< Its slot::words before.
  bool operator==(const ReportChange&) const = default;
};

struct Revision {
  std::uint64_t number = 0;  ///< From 1.
  std::int64_t time = 0;     ///< Of the commit: seconds since 1970, UTC.
  std::vector<ReportChange> changes;
  bool operator==(const Revision&) const = default;
};

/// Of the newest one; 0: there was none yet.
std::uint64_t newest_revision_number(const Xapian::Database& database);

/// So many of the newest are kept.
inline constexpr std::uint64_t revisions_kept = 2000;

/// Without its number, which the key says.
std::string pack(const Revision& revision);
/// @throws IndexError (damaged)
Revision unpack_revision(std::uint64_t number, std::string_view bytes);

/// Those that are kept from `first` on, the oldest first, until `visit` returns false.
void each_revision(const Xapian::Database& database, std::uint64_t first,
                   const std::function<bool(const Revision&)>& visit);

/// YYYY-MM-DDTHH:MM:SSZ
std::string utc_text(std::int64_t time);

}  // namespace averment
