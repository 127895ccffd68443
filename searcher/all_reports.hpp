// The query that every report matches.
#pragma once

#include <xapian.h>

#include <string>

namespace averment {

/// Xapian's own MatchAll is one object for all threads, and counts its users as if there were one thread.
inline Xapian::Query all_reports() { return Xapian::Query(std::string()); }

}  // namespace averment
