// Claims → where and when it happened, and whose side the people are on, as far as the sentence says.
#pragma once

#include <string_view>
#include <vector>

#include "language/claim_extractor.hpp"
#include "language/text.hpp"

namespace averment {

/// Sets place, event_date and group_party. `published`: the report's date, for days without a year; may be empty.
void add_details(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                 const std::vector<Mention>& mentions, std::string_view published);

/// "January 9" in the year that lies nearest before `published` (YYYY-MM-DD or longer); a full date as it is; empty
/// where the year cannot be told.
std::string resolve_date(std::string_view name, std::string_view published);

/// "Monday", "yesterday" as YYYY-MM-DD: the last such weekday up to the day of `published`, or the next one from it
/// where the event is to come; empty where `published` has no day.
std::string resolve_day(const DayWord& day, std::string_view published, bool to_come);

}  // namespace averment
