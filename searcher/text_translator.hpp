// The parts of a query that look for words → Xapian queries that match exactly those reports.
#pragma once

#include <xapian.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "averment/query.hpp"
#include "language/search_analyzer.hpp"
#include "searcher/index_view.hpp"
#include "searcher/searched_text.hpp"
#include "searcher/word_sequence.hpp"

namespace averment {

/// Each function takes a query of its kind. @throws QueryError where there is nothing to look for, or too much.
class TextTranslator {
 public:
  /// `limits` must outlive it.
  TextTranslator(const IndexView& index, SearchAnalyzer& analyzer, const QueryLimits& limits)
      : index_(index), analyzer_(analyzer), limits_(limits) {}

  Xapian::Query word(const Query& query);
  Xapian::Query phrase(const Query& query);
  Xapian::Query near(const Query& query);
  Xapian::Query wildcard(const Query& query);
  Xapian::Query title(const Query& query);

  /// What stood in the queries so far.
  const SearchedText& searched() const { return searched_; }
  void forget(SearchedText searched) { searched_ = std::move(searched); }

 private:
  std::vector<std::string> words(const Query& query);
  std::set<std::string> stems(const std::string& word);
  Xapian::Query any_form(const std::string& word);
  Xapian::Query all_of(const std::vector<std::string>& words);
  std::set<std::string> stems_of_words(const Query& query, const std::string& beginning);
  std::set<std::string> stems_of_titles(const Query& query, const std::string& beginning);

  const IndexView& index_;
  SearchAnalyzer& analyzer_;
  const QueryLimits& limits_;
  SearchedText searched_;
};

}  // namespace averment
