// A recorded report → the public records of it: positions in code points, texts beside their spans.
#pragma once

#include <cstdint>
#include <vector>

#include "averment/answer.hpp"
#include "store/stored_report.hpp"

namespace averment {

/// The claims at these places, which ascend, of report.claims.
std::vector<ClaimRecord> claim_records(const RecordedReport& report, const std::vector<std::uint32_t>& places);
std::vector<ClaimRecord> claim_records(const RecordedReport& report);

std::vector<MentionRecord> mention_records(const RecordedReport& report);

StoredReport stored_report(const RecordedReport& report);

}  // namespace averment
