// Claims as lines of tables, made of value slots alone: no report is read.
#pragma once

#include <cstdint>
#include <vector>

#include "averment/answer.hpp"
#include "searcher/claim_grouping.hpp"
#include "searcher/index_view.hpp"
#include "searcher/match_walk.hpp"

namespace averment {

class LineRecords {
 public:
  explicit LineRecords(IndexView& index);

  /// What GroupOptions::lines promises. @throws IndexError (damaged)
  ClaimRecord of(const ClaimPlace& claim);

 private:
  std::string label(Field field, std::uint64_t id) { return id == 0 ? std::string() : index_.label(field, id); }

  IndexView& index_;
  std::vector<ValueReader> readers_;
};

}  // namespace averment
