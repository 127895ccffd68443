// Who fights whom, and so what stake the source of a figure has in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "averment/claim.hpp"

namespace averment {

class KnowledgeFiles;

/// corpus/gazetteer/sides.tsv.
class Sides {
 public:
  explicit Sides(const KnowledgeFiles& files);

  /// Of the source's party in the side of the people counted. Unknown where either is, or where no line names their
  /// side: then nobody can tell a third party from an opponent.
  Stake stake(const Claim& claim) const;
  Stake stake(std::string_view party, std::string_view side) const;

 private:
  using Parties = std::vector<std::string>;
  struct Conflict {
    Parties one, other;
  };
  std::vector<Conflict> conflicts_;
};

}  // namespace averment
