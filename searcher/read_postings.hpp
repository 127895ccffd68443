// Posting lists that a question has read whole: what matches is found along them, and then scored along them again.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace averment {

/// Of one database. Holds 8 million postings at most, 64 MB; further lists are read again.
class ReadPostings {
 public:
  /// Documents and how often each has the term, in the order of their numbers.
  using List = std::vector<std::pair<Xapian::docid, Xapian::termcount>>;

  /// Null: there is no room, or it is there already.
  List* add(const std::string& term, std::size_t size) {
    constexpr std::size_t most = 8'000'000;
    if (postings_ + size > most || lists_.contains(term)) return nullptr;
    postings_ += size;
    List& list = lists_[term];
    list.reserve(size);
    return &list;
  }
  const List* find(const std::string& term) const {
    const auto found = lists_.find(term);
    return found == lists_.end() ? nullptr : &found->second;
  }
  void clear() {
    lists_.clear();
    postings_ = 0;
  }

 private:
  std::unordered_map<std::string, List> lists_;
  std::size_t postings_ = 0;
};

}  // namespace averment
