// A Xapian query for the reports whose value in a slot passes a test of our own.
#pragma once

#include <xapian.h>

#include <functional>
#include <string_view>

namespace averment {

/// Without weight. Join it with something rare: alone it tests every report. Never matches where the slot is empty.
Xapian::Query slot_filter(Xapian::valueno slot, std::function<bool(std::string_view)> test);

}  // namespace averment
