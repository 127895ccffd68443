// Text → mentions: who and what a report names, each under the entity's one name.
#pragma once

#include <memory>
#include <vector>

#include "averment/report.hpp"
#include "language/text.hpp"

namespace averment {

class Aliases;
class KnowledgeFiles;

/// Shared by threads once made. The aliases must outlive it.
class EntityTagger {
 public:
  EntityTagger(const KnowledgeFiles& files, const Aliases& aliases);
  ~EntityTagger();

  /// Supplied tags win over what is found. Ascending, not overlapping; variants within the report are linked.
  std::vector<Mention> tag(const Text& text, const Report& report) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
