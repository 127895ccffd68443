// What to tell a user who misspells a field, a category or a stake.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// The candidate that few slips of the pen turn into `written`; empty: none is close.
std::string_view nearest(std::string_view written, const std::vector<std::string_view>& candidates);

std::vector<std::string_view> field_names();
std::vector<std::string_view> category_names();
std::vector<std::string_view> stake_names();

/// "a, b, c"
std::string listed(const std::vector<std::string_view>& names);

}  // namespace averment
