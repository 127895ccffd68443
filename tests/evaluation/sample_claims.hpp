// What the tests of evaluation share: claims that say the same unless a test changes them.
#pragma once

#include "averment/evaluation.hpp"

namespace averment {

/// "300" at code points 10 to 13 of report "a".
inline GoldClaim gold_claim() {
  GoldClaim gold;
  gold.report = "a";
  gold.start = 10;
  gold.end = 13;
  gold.bounds = {300, 300};
  gold.qualifier = Qualifier::exact;
  return gold;
}

inline ClaimRecord found_claim() {
  ClaimRecord found;
  found.report = "a";
  found.start = 10;
  found.end = 13;
  found.claim.low = found.claim.high = 300;
  return found;
}

inline Attribution credited(std::string source, std::string name = "") {
  Attribution attribution;
  attribution.source = std::move(source);
  attribution.name = std::move(name);
  return attribution;
}

}  // namespace averment
