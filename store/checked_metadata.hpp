// Metadata that would give wrong answers if a byte of them changed: each value with four bytes of checksum.
#pragma once

#include <xapian.h>

#include <string>
#include <string_view>

namespace averment {

/// An empty value takes the entry away.
void set_checked(Xapian::WritableDatabase& database, const std::string& key, std::string value);

/// Empty: there is no such entry. @throws IndexError (damaged) where it is not what was written.
std::string checked_metadata(const Xapian::Database& database, const std::string& key);

/// A value, other than empty, with its checksum: what the metadata have under that key.
std::string with_checksum_of(std::string_view key, std::string value);

}  // namespace averment
