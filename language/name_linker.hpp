// Names found in a report → mentions, each under its entity's one name.
#pragma once

#include <vector>

#include "averment/report.hpp"
#include "language/name_finder.hpp"

namespace averment {

/// `tags` ascend and do not overlap. Tags win over what was found where they overlap, and lend their identity to the
/// same name elsewhere. Within the report a full name explains its short forms, brackets explain acronyms; then the
/// alias table; else the fullest form in the report is the name. Ascending, not overlapping.
std::vector<Mention> link_names(const Text& text, const std::vector<FoundName>& found,
                                const std::vector<EntityTag>& tags, const Aliases& aliases);

}  // namespace averment
