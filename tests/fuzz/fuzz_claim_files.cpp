// Gold claims and exported claims in JSON Lines → claims, or an error with file and line.
#include "averment/evaluation.hpp"
#include "memory_file.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  const MemoryFile file(bytes_of(data, size));
  std::vector<GoldClaim> gold;
  std::vector<ClaimRecord> found;
  accepted<InputError>([&] { gold = read_gold_claims(file.path()); });
  accepted<InputError>([&] { found = read_claim_records(file.path()); });
  for (const GoldClaim& claim : gold) {
    require(!claim.report.empty(), "gold names a report");
    require(claim.start || claim.nth > 0, "occurrences are counted from 1");
    require(claim.start.has_value() == claim.end.has_value(), "a place has two ends");
    require(!claim.start || *claim.start < *claim.end, "a place ends behind its beginning");
  }
  for (const ClaimRecord& claim : found) {
    require(!claim.report.empty(), "claims name a report");
    require(!claim.claim.low || *claim.claim.low <= 1'000'000'000'000'000, "numbers are in range");
  }
  return 0;
}
