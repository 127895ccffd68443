// One name of another script in several Latin spellings → a form that they share.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace averment {

class KnowledgeFiles;

/// corpus/gazetteer/romanization.tsv. Shared by threads once made.
class Romanization {
 public:
  explicit Romanization(const KnowledgeFiles& files);
  ~Romanization();

  /// The form of a name_key that its spellings share: "mohamed deif" as "mohammed deif". A surname alone keeps what
  /// might as well be another's: "ri" is not "lee".
  std::string alike(std::string_view key) const;

  /// The same for full names, and for a single word as if it stood in one: "lee chol" as "ri chol".
  std::string alike_in_full(std::string_view key) const;

  /// A person's name as written, with the endings that are one spelling alone: "Oleksandr Syrskyi" as "Oleksandr
  /// Syrsky". Case and other words stay.
  std::string respelled(std::string_view name) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
