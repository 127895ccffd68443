// Words → values, found by a hash that each token carries already.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace averment {

/// The hash of a word that goes on with `next`.
constexpr std::uint32_t word_hash(std::uint32_t hash, char next) {
  return (hash ^ static_cast<unsigned char>(next)) * 16777619u;
}

/// FNV-1a, 32 bits: of a folded token. Not for untrusted keys that are stored: tables are built from lexicons only.
constexpr std::uint32_t word_hash(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = word_hash(hash, c);
  return hash;
}

/// A hash table that never shrinks, with open addressing. References to values hold until the next insertion.
template <typename Value>
class WordMap {
 public:
  /// The word's value, made where there is none.
  Value& operator[](std::string_view word) {
    const std::uint32_t hash = word_hash(word);
    if (const Value* known = find(word, hash)) return const_cast<Value&>(*known);
    entries_.emplace_back(std::string(word), Value());
    if (entries_.size() * 2 > slots_.size()) grow();
    place(hash, static_cast<std::uint32_t>(entries_.size()));
    return entries_.back().second;
  }

  /// Pairs of word and value, in the order in which they were put in.
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }

  const Value* find(std::string_view word) const { return find(word, word_hash(word)); }

  /// `hash` is word_hash(word). Null: it is not there.
  const Value* find(std::string_view word, std::uint32_t hash) const {
    if (slots_.empty()) return nullptr;
    for (std::size_t at = hash & mask(); slots_[at].entry; at = (at + 1) & mask())
      if (slots_[at].hash == hash && entries_[slots_[at].entry - 1].first == word)
        return &entries_[slots_[at].entry - 1].second;
    return nullptr;
  }

 private:
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  ///< From 1; 0: free.
  };

  std::size_t mask() const { return slots_.size() - 1; }

  void place(std::uint32_t hash, std::uint32_t entry) {
    std::size_t at = hash & mask();
    while (slots_[at].entry) at = (at + 1) & mask();
    slots_[at] = {hash, entry};
  }

  void grow() {
    const std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 64 : old.size() * 2, {});
    for (const Slot& slot : old)
      if (slot.entry) place(slot.hash, slot.entry);
  }

  std::vector<Slot> slots_;
  std::vector<std::pair<std::string, Value>> entries_;
};

}  // namespace averment
