// A Xapian query for the reports whose value in a slot passes a test of our own.
#pragma once

#include <xapian.h>

#include <functional>
#include <memory>
#include <string_view>

namespace averment {

using SlotTest = std::function<bool(std::string_view)>;

/// Makes the test for one of the databases that are searched together; an empty one if nothing there can pass.
using MakeSlotTest = std::function<SlotTest(const Xapian::Database&)>;

struct SlotCondition {
  Xapian::valueno slot;
  MakeSlotTest make;
};

/// Without weight. Join it with something rare: alone it tests every report. Never matches where the slot is empty.
Xapian::Query slot_filter(Xapian::valueno slot, MakeSlotTest make);

/// Of a query that slot_filter made, while it lives; null of any other.
std::shared_ptr<const SlotCondition> slot_condition(const Xapian::Query& query);

}  // namespace averment
