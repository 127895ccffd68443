// A query bound to one state of the index: what concerns reports is a Xapian query, what concerns claims a test.
#pragma once

#include <xapian.h>

#include <vector>

#include "searcher/all_reports.hpp"
#include "searcher/claim_test.hpp"

namespace averment {

struct Condition {
  enum class Kind : std::uint8_t { report, claim, all_of, any_of, none_of };

  Kind kind = Kind::report;
  Xapian::Query query = all_reports();  ///< report: exactly the reports for which it holds.
  ClaimTest test{};                     ///< claim
  std::vector<Condition> children{};

  bool of_claims = false;       ///< A claim is tested here or beneath.
  bool negates_claims = false;  ///< And one is so beneath a none_of.
};

}  // namespace averment
