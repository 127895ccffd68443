// Query → condition: names become ids, words Xapian queries.
#pragma once

#include <string_view>
#include <vector>

#include "averment/field.hpp"
#include "averment/query.hpp"
#include "searcher/condition.hpp"
#include "searcher/name_resolver.hpp"
#include "searcher/text_translator.hpp"

namespace averment {

/// What a by: condition asks for.
struct SourceOrOutlet {
  NameIds sources, outlets;
};

/// For one query and one state of the index.
class QueryTranslator {
 public:
  /// `of`: what is asked for. The place of reports is one that they name, that of claims where it happened.
  /// `limits` must outlive it.
  QueryTranslator(const IndexView& index, NameResolver& names, SearchAnalyzer& analyzer, Of of,
                  const QueryLimits& limits)
      : index_(index), names_(names), text_(index, analyzer, limits), of_(of) {}

  /// The query is within the limits, but for what only the index can tell. @throws QueryError
  Condition translate(const Query& query);

  /// Words looked for, and by: conditions, wherever they are not excluded.
  const SearchedText& searched() const { return text_.searched(); }
  const std::vector<SourceOrOutlet>& by() const { return by_; }

 private:
  Condition all_of(const Query& query);
  Condition any_of(const Query& query);
  Condition none_of(const Query& query);
  std::vector<Condition> children(const Query& query);
  Condition value(const Query& query);
  Condition claim_value(const Query& query);
  Condition by(const Query& query);
  Condition as_is(const Query& query);
  Xapian::Query reports_writing(const std::string& key);
  Condition dates(const Query& query);
  Xapian::Query report_value(const Query& query);
  NameIds categories(const Query& query) const;
  NameIds stakes(const Query& query) const;
  NameIds ids(const Query& query, Field field);
  bool asks_claims(Field field) const;

  const IndexView& index_;
  NameResolver& names_;
  TextTranslator text_;
  Of of_;
  std::vector<SourceOrOutlet> by_;
};

}  // namespace averment
