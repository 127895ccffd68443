// Dates as news sites, feeds and corpora write them, in one form.
#pragma once

#include <string>
#include <string_view>

namespace averment {

/// YYYY[-MM[-DD]][Ttime] of ISO 8601 dates and times, 2025/02/19, 19 February 2025, Feb. 19, 2025, 19.02.2025, RFC 822
/// dates, and DD/MM/YYYY where only one reading makes a date. The time and its zone stay as stated. Empty: no such
/// date.
std::string normal_date(std::string_view written);

}  // namespace averment
