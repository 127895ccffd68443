// Text → query, by recursive descent over the grammar
//   any_of = all_of { "OR" all_of }
//   all_of = not { ["AND"] not }
//   not    = ("NOT" | "-") not | near
//   near   = atom [ "near/" number atom ]
//   atom   = "(" any_of ")" | phrase | condition | word ["*"] | "*"
#include <unicode/utf8.h>

#include <charconv>

#include "averment/claim.hpp"
#include "averment/error.hpp"
#include "averment/query.hpp"
#include "searcher/calendar.hpp"
#include "searcher/field_names.hpp"
#include "searcher/query_refusals.hpp"
#include "searcher/query_syntax.hpp"

namespace averment {
namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint64_t farthest = 1000;  // words apart that near may ask for
constexpr std::size_t wildcard_letters = 2;

[[noreturn]] void fail(std::size_t position, const std::string& what) { throw QueryError(position, what); }

std::string shown(std::string_view text) { return "'" + std::string(text) + "'"; }

bool is_name_character(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

std::string lower(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return out;
}

void check_characters(std::string_view text) {
  const auto size = static_cast<int32_t>(text.size());
  for (int32_t at = 0; at < size;) {
    const int32_t begin = at;
    UChar32 character;
    U8_NEXT(text.data(), at, size, character);
    if (character < 0) fail(begin, "the query is not valid UTF-8 here: write it again");
    const bool control = character < 0x20 && !(character >= '\t' && character <= '\r');
    if (control || character == 0x7F) fail(begin, "a control character stands in the query: take it out");
  }
}

std::uint64_t read_number(std::string_view digits, std::size_t position) {
  std::string plain;
  for (const char c : digits)
    if (c != ',') plain += c;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (error == std::errc::result_out_of_range) fail(position, "the number " + shown(digits) + " is too large");
  if (error != std::errc() || end != plain.data() + plain.size() || !(digits.front() >= '0' && digits.front() <= '9'))
    fail(position, shown(digits) + " is no number: write digits, as in n>=300 or n:100..500");
  return number;
}

/// The two ends of first..last, the same one twice where there is no "..".
std::pair<std::string_view, std::string_view> ends(std::string_view range, std::size_t position,
                                                   std::string_view example) {
  const std::size_t dots = range.find("..");
  if (dots == range.npos) return {range, range};
  if (range.size() == 2) fail(position, "the range has neither beginning nor end: write " + std::string(example));
  return {range.substr(0, dots), range.substr(dots + 2)};
}

void read_number_range(Query& query, std::string_view range, std::size_t position) {
  const auto [first, last] = ends(range, position, "n:100..500, n:100.. or n:..500");
  if (!first.empty()) query.least = read_number(first, position);
  if (!last.empty()) query.most = read_number(last, position + static_cast<std::size_t>(last.data() - range.data()));
  if (query.least > query.most) fail(position, "the range ends before it begins: write the smaller number first");
}

/// `condition` is what stands behind the n.
Query read_number_condition(std::string_view condition, std::size_t position) {
  Query query{.kind = Query::Kind::number, .position = static_cast<std::uint32_t>(position)};
  std::size_t operator_size = 1;
  if (condition.starts_with(">=") || condition.starts_with("<=")) operator_size = 2;
  const std::string_view operation = condition.substr(0, operator_size);
  const std::string_view value = condition.substr(operator_size);
  const std::size_t value_position = position + 1 + operator_size;
  if (value.empty()) fail(position, "a number is missing: write it without blanks, as in n>=300 or n:100..500");
  if (operation == ":") {
    read_number_range(query, value, value_position);
    return query;
  }
  const std::uint64_t number = read_number(value, value_position);
  if (operation == ">" && number == unlimited) fail(value_position, "no number is greater");
  if (operation == "<" && number == 0) fail(value_position, "no number of people is below 0");
  if (operation == ">=" || operation == "=") query.least = number;
  if (operation == "<=" || operation == "=") query.most = number;
  if (operation == ">") query.least = number + 1;
  if (operation == "<") query.most = number - 1;
  return query;
}

class Parser {
 public:
  Parser(std::string_view text, const QueryLimits& limits) : text_(text), limits_(limits) {}

  Query parse() {
    skip_blanks();
    if (at_end()) return {};
    Query query = any_of();
    if (!at_end()) fail(at_, "this ) closes nothing: take it out, or put a ( before");
    return query;
  }

 private:
  bool at_end() const { return at_ >= text_.size(); }
  void skip_blanks() {
    while (const std::size_t size = syntax::blank_size(text_, at_)) at_ += size;
  }
  std::string_view run() const { return text_.substr(at_, syntax::bare_end(text_, at_) - at_); }
  bool at_word(std::string_view keyword) const { return run() == keyword; }
  bool at_near() const { return lower(run().substr(0, 5)) == "near/"; }
  bool take_word(std::string_view keyword);
  Query leaf(Query::Kind kind, std::size_t position);
  void enter(std::size_t position);

  Query any_of();
  Query all_of();
  Query negation();
  Query near();
  Query atom();
  Query brackets();
  Query phrase();
  Query run_atom();
  Query word(std::string_view run, std::size_t position);
  Query condition(std::string_view name, std::size_t position);
  Query value_condition(Field field, std::size_t position);
  Query date_condition(Field field, std::string_view range, std::size_t position, std::size_t value_position);
  std::string quotation();
  std::string absence(Field field);
  void expect_operand(std::string_view after, std::size_t position);
  void check_operand_of_near(const Query& operand) const;
  [[noreturn]] void refuse_field(std::string_view name, std::size_t position) const;

  std::string_view text_;
  const QueryLimits& limits_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t leaves_ = 0;
  std::size_t wildcards_ = 0;
};

bool Parser::take_word(std::string_view keyword) {
  if (!at_word(keyword)) return false;
  at_ += keyword.size();
  skip_blanks();
  return true;
}

Query Parser::leaf(Query::Kind kind, std::size_t position) {
  if (++leaves_ > limits_.terms) refuse_terms(limits_, position);
  return {.kind = kind, .position = static_cast<std::uint32_t>(position)};
}

void Parser::enter(std::size_t position) {
  if (++depth_ > limits_.depth) refuse_depth(limits_, position);
}

Query Parser::any_of() {
  const auto position = static_cast<std::uint32_t>(at_);
  std::vector<Query> parts;
  parts.push_back(all_of());
  for (std::size_t operation = at_; take_word("OR"); operation = at_) {
    expect_operand("OR", operation);
    parts.push_back(all_of());
  }
  if (parts.size() == 1) return std::move(parts.front());
  return {.kind = Query::Kind::any_of, .position = position, .children = std::move(parts)};
}

Query Parser::all_of() {
  const auto position = static_cast<std::uint32_t>(at_);
  std::vector<Query> parts;
  parts.push_back(negation());
  while (!at_end() && text_[at_] != ')' && !at_word("OR")) {
    const std::size_t operation = at_;
    if (take_word("AND")) expect_operand("AND", operation);
    parts.push_back(negation());
  }
  if (parts.size() == 1) return std::move(parts.front());
  return {.kind = Query::Kind::all_of, .position = position, .children = std::move(parts)};
}

Query Parser::negation() {
  const std::size_t position = at_;
  if (text_[at_] == '-') {
    ++at_;
    if (at_end() || syntax::blank_size(text_, at_) > 0)
      fail(position, "a lone - excludes nothing: write it right before a word or a condition, as in -forecast");
  } else if (take_word("NOT")) {
    expect_operand("NOT", position);
  } else {
    return near();
  }
  enter(position);
  Query query{.kind = Query::Kind::none_of, .position = static_cast<std::uint32_t>(position)};
  query.children.push_back(negation());
  --depth_;
  return query;
}

void Parser::expect_operand(std::string_view after, std::size_t position) {
  if (at_end() || text_[at_] == ')' || at_word("OR") || at_word("AND"))
    fail(position, "nothing stands behind " + std::string(after) +
                       ": write a word or a condition there, or the word in small letters to search for it");
}

Query Parser::near() {
  const auto position = static_cast<std::uint32_t>(at_);
  Query left = atom();
  skip_blanks();
  if (at_end() || !at_near()) return left;
  const std::size_t operation = at_;
  const std::string_view digits = run().substr(5);
  const std::uint64_t distance = digits.empty() ? 0 : read_number(digits, at_ + 5);
  if (distance == 0 || distance > farthest)
    fail(operation, "near needs a distance of 1 to " + std::to_string(farthest) + " words, as in near/5");
  at_ += run().size();
  skip_blanks();
  expect_operand("near", operation);
  Query right = atom();
  skip_blanks();
  check_operand_of_near(left);
  check_operand_of_near(right);
  if (!at_end() && at_near()) fail(at_, "near joins two words or phrases, not three: write a near/5 b b near/5 c");
  Query query{.kind = Query::Kind::near, .distance = static_cast<std::uint32_t>(distance), .position = position};
  query.children.push_back(std::move(left));
  query.children.push_back(std::move(right));
  return query;
}

void Parser::check_operand_of_near(const Query& operand) const {
  if (operand.kind != Query::Kind::word && operand.kind != Query::Kind::phrase)
    fail(operand.position, "near joins words and phrases only: take brackets, wildcards and conditions out of it");
}

Query Parser::atom() {
  Query query = text_[at_] == '(' ? brackets() : syntax::quote_size(text_, at_) > 0 ? phrase() : run_atom();
  skip_blanks();
  return query;
}

Query Parser::brackets() {
  const std::size_t position = at_++;
  enter(position);
  skip_blanks();
  if (!at_end() && text_[at_] == ')') fail(position, "nothing stands in these brackets: take them out");
  if (at_end()) fail(position, "this ( is not closed: put a ) behind what belongs together");
  Query query = any_of();
  if (at_end()) fail(position, "this ( is not closed: put a ) behind what belongs together");
  ++at_;
  --depth_;
  return query;
}

/// What stands between the quotation mark here and the next one, without the backslashes before marks.
std::string Parser::quotation() {
  const std::size_t position = at_;
  std::string content;
  at_ += syntax::quote_size(text_, at_);
  while (!at_end()) {
    if (const std::size_t size = syntax::quote_size(text_, at_)) {
      at_ += size;
      return content;
    }
    const std::size_t escaped = text_[at_] != '\\'                 ? 0
                                : text_.substr(at_ + 1, 1) == "\\" ? 1
                                                                   : syntax::quote_size(text_, at_ + 1);
    if (escaped > 0) ++at_;
    const std::size_t size = std::max<std::size_t>(1, escaped);
    content += text_.substr(at_, size);
    at_ += size;
  }
  fail(position, "this quotation mark is not closed: put another one behind the phrase");
}

Query Parser::phrase() {
  const std::size_t position = at_;
  Query query = leaf(Query::Kind::phrase, position);
  query.text = quotation();
  if (syntax::count_letters(query.text, 1) == 0) fail(position, "there is no word in this phrase: write one");
  if (!at_end() && text_[at_] == '*') fail(at_, "a phrase is searched as written, without *: take it out");
  if (syntax::count_words(query.text) > limits_.phrase_words) refuse_phrase(limits_, position);
  return query;
}

Query Parser::run_atom() {
  const std::size_t position = at_;
  const std::string_view run = this->run();
  if (run.empty()) fail(position, "this ) closes nothing: take it out, or put a ( before");
  if (run == "OR" || run == "AND" || at_near())
    fail(position, "nothing stands before " + std::string(run) +
                       ": write a word there, or put the operator in quotation marks to search for it");
  if (run == "*") {
    ++at_;
    return leaf(Query::Kind::all, position);
  }
  if (run.size() > 1 && run[0] == 'n' && std::string_view(":=<>").find(run[1]) != std::string_view::npos) {
    leaf(Query::Kind::number, position);
    at_ += run.size();
    return read_number_condition(run.substr(1), position);
  }
  std::size_t name_size = 0;
  while (name_size < run.size() && is_name_character(run[name_size])) ++name_size;
  const char next = name_size > 0 && name_size < run.size() ? run[name_size] : ' ';
  if (next == ':') return condition(run.substr(0, name_size), position);
  if ((next == '=' || next == '<' || next == '>') && field(lower(run.substr(0, name_size))))
    fail(position + name_size, "fields take a colon, as in outlet:BBC or date:2025-01..2025-02-19");
  at_ += run.size();
  return word(run, position);
}

Query Parser::word(std::string_view run, std::size_t position) {
  const std::size_t star = run.find('*');
  if (syntax::count_letters(run, 1) == 0)
    fail(position, "there is no word in " + shown(run) +
                       ": take it out; conditions are written without blanks, as in n>=300 and outlet:BBC");
  if (star == run.npos) {
    Query query = leaf(Query::Kind::word, position);
    query.text = run;
    return query;
  }
  if (star + 1 != run.size()) fail(position + star, "a * can only stand at a word's end: write wild*");
  Query query = leaf(Query::Kind::wildcard, position);
  query.text = run.substr(0, star);
  if (syntax::count_letters(query.text, wildcard_letters) < wildcard_letters)
    fail(position, "a * needs at least " + std::to_string(wildcard_letters) + " letters before it");
  if (++wildcards_ > limits_.wildcards) refuse_wildcards(limits_, position);
  return query;
}

Query Parser::condition(std::string_view name, std::size_t position) {
  const std::optional<Field> found = field(lower(name));
  if (!found) refuse_field(name, position);
  at_ += name.size() + 1;
  // A month is a range of days.
  return value_condition(*found == Field::month ? Field::date : *found, position);
}

void Parser::refuse_field(std::string_view name, std::size_t position) const {
  const std::string_view close = nearest(lower(name), field_names());
  fail(position, "there is no field " + shown(name) +
                     (close.empty() ? ": the fields are " + listed(field_names()) + ", and n"
                                    : ": did you mean " + std::string(close) + "?") +
                     "; put the word in quotation marks to search for it as text");
}

/// (none) or (unknown) at this place; empty: neither.
std::string Parser::absence(Field field) {
  for (const std::string_view written : {"(none)", "(unknown)"}) {
    if (!text_.substr(at_).starts_with(written)) continue;
    const std::string_view absent = info(field).absent;
    if (absent.empty())
      fail(at_, std::string(info(field).name) + ": has no absent value: ask for source:(none) or outlet:(unknown)");
    at_ += written.size();
    return std::string(absent);
  }
  return {};
}

Query Parser::value_condition(Field field, std::size_t position) {
  Query query = leaf(Query::Kind::value, position);
  query.field = field;
  query.text = absence(field);
  if (!query.text.empty()) return query;
  const std::string name(info(field).name);
  const std::size_t value_position = at_;
  const bool in_quotes = syntax::quote_size(text_, at_) > 0;
  if (in_quotes) {
    query.text = quotation();
    if (syntax::is_absence(query.text))
      fail(value_position, "write " + name + ":" + query.text + " without quotation marks");
    if (!at_end() && text_[at_] == '*') query.prefix = ++at_ > 0;
  } else {
    query.text = run();
    at_ += query.text.size();
    if (query.text.empty() && !at_end() && text_[at_] == '(')
      fail(at_, name + ": takes one value: write (" + name + ":A OR " + name + ":B)");
    if (query.text.ends_with('*')) {
      query.prefix = true;
      query.text.pop_back();
    }
    if (const std::size_t star = query.text.find('*'); star != query.text.npos)
      fail(value_position + star, "a * can only stand at a value's end: write " + name + ":begin*");
  }
  if (query.text.empty() && query.prefix)
    fail(value_position, "a * needs letters before it; for any value at all write -" + name + ":(none)");
  const bool of_dates = field == Field::date || field == Field::event_date;
  if (syntax::count_letters(query.text, 1) == 0 && !(of_dates && query.text == ".."))
    fail(value_position, "the value of " + name + ": is missing: write it right behind the colon, as in " + name +
                             ":value or " + name + ":\"two words\"");
  if (of_dates) {
    if (query.prefix)
      fail(value_position, "dates take no *: write date:2025 or date:2025-01 for a whole year or month");
    return date_condition(field, query.text, position, value_position);
  }
  if (field == Field::category && !query.prefix && !category(query.text))
    fail(value_position,
         "there is no category " + shown(query.text) + ": the categories are " + listed(category_names()));
  if (field == Field::stake && !query.prefix && !stake(query.text))
    fail(value_position, "there is no stake " + shown(query.text) + ": the stakes are " + listed(stake_names()));
  return query;
}

Query Parser::date_condition(Field field, std::string_view range, std::size_t position, std::size_t value_position) {
  Query query{.kind = Query::Kind::dates, .field = field, .position = static_cast<std::uint32_t>(position)};
  const auto [first, last] = ends(range, value_position, "date:2025-01..2025-02-19, date:2025.. or date:..2025");
  for (const std::string_view date : {first, last})
    if (!date.empty() && !is_date(date))
      fail(value_position,
           shown(date) + " is no date: write YYYY, YYYY-MM or YYYY-MM-DD, or two of them with .. between");
  if (!first.empty() && !last.empty() && first_day(first) > last_day(last))
    fail(value_position, "the range ends before it begins: write the earlier date first");
  query.first = first;
  query.last = last;
  return query;
}

}  // namespace

Query parse_query(std::string_view text, const QueryLimits& limits) {
  if (text.size() > limits.bytes) refuse_length(limits);
  check_characters(text);
  return Parser(text, limits).parse();
}

}  // namespace averment
