// What every report must be before it is analyzed, wherever it comes from.
#pragma once

#include <string>
#include <string_view>

#include "averment/report.hpp"

namespace averment {

/// @throws InputError, saying why, for a report without id or text, with text that is no UTF-8 or holds NUL, entity
/// spans outside the text, or a date or language in another form than Report promises.
void check_report(const Report& report);

/// The start of a value, for a message: enough to know it by, not enough to be read in its place.
std::string shortened(std::string_view text);

/// The first half of the content's SHA-256, 16 bytes: of all that could change what is indexed, so not of the origin.
std::string content_hash(const Report& report, std::string_view analysis_version);

}  // namespace averment
