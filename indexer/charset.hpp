// Bytes of a text file in whatever charset → UTF-8.
#pragma once

#include <string>

namespace averment {

/// By its byte order mark (which goes), else as UTF-8 if it is that strictly, else in the charset that explains the
/// bytes best. @throws InputError for binary data, and for bytes that no charset explains well enough.
std::string to_utf8(std::string bytes);

}  // namespace averment
