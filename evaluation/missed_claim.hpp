// Why a claim was not found: what its sentence lacks for the lexicons.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "averment/evaluation.hpp"

namespace averment {

class MissedClaims {
 public:
  /// @throws InputError for a lexicon that makes no sense.
  explicit MissedClaims(const std::filesystem::path& lexicons);
  ~MissedClaims();

  /// The first step that stands in the way: a lexicon for the language (one that is not known is taken for English), a
  /// trigger of the category in the sentence, a quantity at the figure's place, people that it counts, a frame.
  std::string reason(const GoldClaim& gold) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
