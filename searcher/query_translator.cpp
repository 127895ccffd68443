// Query → condition: names become ids, words Xapian queries.
#include "searcher/query_translator.hpp"

#include "averment/claim.hpp"
#include "averment/error.hpp"
#include "language/names.hpp"
#include "searcher/all_reports.hpp"
#include "searcher/calendar.hpp"
#include "searcher/field_names.hpp"
#include "searcher/field_terms.hpp"
#include "searcher/query_syntax.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

constexpr std::uint32_t last_of_days = 99991231;

Condition of_reports(Xapian::Query query) { return {.kind = Condition::Kind::report, .query = std::move(query)}; }

Condition of_claims(ClaimTest test) {
  return {.kind = Condition::Kind::claim, .test = std::move(test), .of_claims = true};
}

Condition joined(Condition::Kind kind, std::vector<Condition> children) {
  Condition whole{.kind = kind, .children = std::move(children)};
  for (const Condition& child : whole.children) {
    whole.of_claims |= child.of_claims;
    whole.negates_claims |= child.negates_claims || (kind == Condition::Kind::none_of && child.of_claims);
  }
  return whole;
}

/// Those of reports become one, joined by `operation`; those of claims stay.
std::vector<Condition> with_reports_joined(std::vector<Condition> children, Xapian::Query::op operation) {
  std::vector<Xapian::Query> reports;
  std::vector<Condition> rest;
  for (Condition& child : children)
    if (child.of_claims)
      rest.push_back(std::move(child));
    else
      reports.push_back(child.query);
  if (!reports.empty()) rest.insert(rest.begin(), of_reports(Xapian::Query(operation, reports.begin(), reports.end())));
  return rest;
}

ClaimTest::Kind test_kind(Field field) {
  switch (field) {
    case Field::source:
      return ClaimTest::Kind::source;
    case Field::via:
      return ClaimTest::Kind::via;
    case Field::group:
      return ClaimTest::Kind::group;
    case Field::place:
      return ClaimTest::Kind::place;
    case Field::rule:
      return ClaimTest::Kind::rule;
    case Field::stake:
      return ClaimTest::Kind::stake;
    case Field::event_date:
      return ClaimTest::Kind::no_event_date;
    default:
      return ClaimTest::Kind::category;
  }
}

std::uint32_t day(const Query& query, const std::string& date, std::uint32_t open,
                  std::uint32_t (*end)(std::string_view)) {
  if (date.empty()) return open;
  if (!is_date(date)) throw QueryError(query.position, "'" + date + "' is no date: write YYYY, YYYY-MM or YYYY-MM-DD");
  return end(date);
}

}  // namespace

Condition QueryTranslator::translate(const Query& query) {
  switch (query.kind) {
    case Query::Kind::all:
      return of_reports(all_reports());
    case Query::Kind::word:
      return of_reports(text_.word(query));
    case Query::Kind::phrase:
      return of_reports(text_.phrase(query));
    case Query::Kind::wildcard:
      return of_reports(text_.wildcard(query));
    case Query::Kind::near:
      return of_reports(text_.near(query));
    case Query::Kind::value:
      return value(query);
    case Query::Kind::dates:
      return dates(query);
    case Query::Kind::number:
      return of_claims({.kind = ClaimTest::Kind::number, .least = query.least, .most = query.most});
    case Query::Kind::all_of:
      return all_of(query);
    case Query::Kind::any_of:
      return any_of(query);
    case Query::Kind::none_of:
      return none_of(query);
  }
  return {};
}

std::vector<Condition> QueryTranslator::children(const Query& query) {
  std::vector<Condition> conditions;
  for (const Query& child : query.children) {
    Condition condition = translate(child);
    const bool nested = query.kind == Query::Kind::all_of && condition.kind == Condition::Kind::all_of;
    if (nested)
      std::move(condition.children.begin(), condition.children.end(), std::back_inserter(conditions));
    else
      conditions.push_back(std::move(condition));
  }
  return conditions;
}

Condition QueryTranslator::all_of(const Query& query) {
  std::vector<Condition> parts = with_reports_joined(children(query), Xapian::Query::OP_AND);
  if (parts.empty()) return of_reports(all_reports());
  return parts.size() == 1 ? std::move(parts.front()) : joined(Condition::Kind::all_of, std::move(parts));
}

Condition QueryTranslator::any_of(const Query& query) {
  std::vector<Condition> parts = with_reports_joined(children(query), Xapian::Query::OP_OR);
  if (parts.empty()) return of_reports(Xapian::Query::MatchNothing);
  return parts.size() == 1 ? std::move(parts.front()) : joined(Condition::Kind::any_of, std::move(parts));
}

Condition QueryTranslator::none_of(const Query& query) {
  const SearchedText searched = text_.searched();
  const std::vector<SourceOrOutlet> by = by_;
  std::vector<Condition> excluded = children(query);
  text_.forget(searched);
  by_ = by;
  Condition whole = excluded.size() == 1 ? std::move(excluded.front())
                                         : joined(Condition::Kind::any_of,
                                                  with_reports_joined(std::move(excluded), Xapian::Query::OP_OR));
  if (!whole.of_claims) return of_reports(Xapian::Query(Xapian::Query::OP_AND_NOT, all_reports(), whole.query));
  return joined(Condition::Kind::none_of, {std::move(whole)});
}

bool QueryTranslator::asks_claims(Field field) const {
  return info(field).says_claim || (field == Field::place && of_ == Of::claims);
}

NameIds QueryTranslator::ids(const Query& query, Field field) {
  if (syntax::is_absence(query.text) && !query.prefix) return {0};
  return names_.resolve(field, query.text, query.prefix);
}

Condition QueryTranslator::value(const Query& query) {
  if (query.field == Field::month) {  // as the parser has it
    Query date = query;
    date.field = Field::date;
    return value(date);
  }
  if (query.field == Field::by) return by(query);
  if (query.field == Field::asis) return as_is(query);
  return asks_claims(query.field) ? claim_value(query) : of_reports(report_value(query));
}

Condition QueryTranslator::claim_value(const Query& query) {
  const ClaimTest::Kind kind = test_kind(query.field);
  const bool absent = syntax::is_absence(query.text);
  if (kind == ClaimTest::Kind::no_event_date && !absent)
    throw QueryError(query.position, "event_date: takes a date or a range of dates");
  if (kind == ClaimTest::Kind::category) return of_claims({.kind = kind, .ids = categories(query)});
  if (kind == ClaimTest::Kind::stake) return of_claims({.kind = kind, .ids = stakes(query)});
  return of_claims({.kind = kind, .ids = ids(query, query.field)});
}

NameIds QueryTranslator::categories(const Query& query) const {
  NameIds numbers;
  for (const std::string_view name : category_names()) {
    const Category found = *category(name);
    const bool wanted = query.prefix ? name.starts_with(query.text) : category(query.text) == found;
    if (wanted) numbers.push_back(static_cast<std::uint64_t>(found));
  }
  if (numbers.empty() && !syntax::is_absence(query.text))
    throw QueryError(query.position,
                     "there is no category '" + query.text + "': the categories are " + listed(category_names()));
  return numbers;
}

NameIds QueryTranslator::stakes(const Query& query) const {
  NameIds numbers;
  for (const std::string_view name : stake_names()) {
    const bool wanted = query.prefix ? name.starts_with(query.text) : stake(query.text) == stake(name);
    if (wanted) numbers.push_back(static_cast<std::uint64_t>(*stake(name)));
  }
  if (numbers.empty() && !syntax::is_absence(query.text))
    throw QueryError(query.position, "there is no stake '" + query.text + "': the stakes are " + listed(stake_names()));
  return numbers;
}

Condition QueryTranslator::by(const Query& query) {
  by_.push_back({ids(query, Field::source), ids(query, Field::outlet)});
  const SourceOrOutlet& wanted = by_.back();
  return joined(Condition::Kind::any_of, {of_reports(reports_with(Field::outlet, wanted.outlets)),
                                          of_claims({.kind = ClaimTest::Kind::source, .ids = wanted.sources})});
}

/// Of a report: a name in it, or a source, is written so. Of a claim: its source is.
Condition QueryTranslator::as_is(const Query& query) {
  const std::string key = name_key(query.text);
  if (query.prefix) throw QueryError(query.position, "asis: takes a name exactly as written, without *");
  if (key.empty()) throw QueryError(query.position, "there is no name in '" + query.text + "': write one");
  if (of_ == Of::claims) return of_claims({.kind = ClaimTest::Kind::source_written, .ids = {schema::name_id(key)}});
  return of_reports(reports_writing(key));
}

/// The term stands where exactly one holds: that it is written, and that something has it as its name.
Xapian::Query QueryTranslator::reports_writing(const std::string& key) {
  const Xapian::Query differs = weightless(Xapian::Query(schema::term(schema::prefix::surface, schema::name_id(key))));
  std::vector<Xapian::Query> parts;
  for (const Field field : {Field::person, Field::org, Field::place, Field::unit})
    if (const NameIds ids = names_.with_key(field, key); !ids.empty()) parts.push_back(reports_with(field, ids));
  if (parts.empty()) return differs;
  const Xapian::Query named(Xapian::Query::OP_OR, parts.begin(), parts.end());
  return Xapian::Query(Xapian::Query::OP_OR, Xapian::Query(Xapian::Query::OP_AND_NOT, named, differs),
                       Xapian::Query(Xapian::Query::OP_AND_NOT, differs, named));
}

Xapian::Query QueryTranslator::report_value(const Query& query) {
  if (syntax::is_absence(query.text) && !query.prefix) return reports_without(query.field);
  if (query.field == Field::title) return text_.title(query);
  if (query.field == Field::date) throw QueryError(query.position, "date: takes a date or a range of dates");
  return reports_with(query.field, ids(query, query.field));
}

Condition QueryTranslator::dates(const Query& query) {
  const std::uint32_t first = day(query, query.first, 0, first_day);
  const std::uint32_t last = day(query, query.last, last_of_days, last_day);
  if (query.field == Field::event_date)
    return of_claims({.kind = ClaimTest::Kind::event_dates, .first_day = first, .last_day = last});
  return of_reports(reports_published(index_.database(), first, last));
}

}  // namespace averment
