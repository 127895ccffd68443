#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "averment/error.hpp"
#include "averment/query.hpp"

namespace averment {
namespace {

using Kind = Query::Kind;

// The tree in full, for reading: (all_of word:a phrase:"b c").
std::string tree(const Query& query) {
  const auto joined = [&](const std::string& name) {
    std::string out = "(" + name;
    for (const Query& child : query.children) out += " " + tree(child);
    return out + ")";
  };
  const std::string name(info(query.field).name);
  switch (query.kind) {
    case Kind::all:
      return "all";
    case Kind::word:
      return query.text;
    case Kind::phrase:
      return "\"" + query.text + "\"";
    case Kind::wildcard:
      return query.text + "*";
    case Kind::near:
      return joined("near" + std::to_string(query.distance));
    case Kind::value:
      return name + "=" + query.text + (query.prefix ? "*" : "");
    case Kind::dates:
      return name + "[" + query.first + " " + query.last + "]";
    case Kind::number:
      return "n[" + std::to_string(query.least) + " " +
             (query.most == std::numeric_limits<std::uint64_t>::max() ? "" : std::to_string(query.most)) + "]";
    case Kind::all_of:
      return joined("and");
    case Kind::any_of:
      return joined("or");
    case Kind::none_of:
      return joined("not");
  }
  return {};
}

TEST(QueryParser, UnderstandsTheWholeLanguage) {
  const std::pair<std::string, std::string> table[] = {
      {"", "all"},
      {"  \t ", "all"},
      {"*", "all"},
      {"soldiers", "soldiers"},
      {"killed soldiers", "(and killed soldiers)"},
      {"killed AND soldiers", "(and killed soldiers)"},
      {"a b OR c d", "(or (and a b) (and c d))"},
      {"a OR b OR c", "(or a b c)"},
      {"a (b OR c) -d", "(and a (or b c) (not d))"},
      {"NOT a b", "(and (not a) b)"},
      {"-(a b)", "(not (and a b))"},
      {"--a", "(not (not a))"},
      {"((a))", "a"},
      {"or and not near", "(and or and not near)"},
      {"\"two words\" other", "(and \"two words\" other)"},
      {"“two words”", "\"two words\""},
      {R"("say \"no\" \\")", R"("say "no" \")"},
      {"\"OR\"", "\"OR\""},
      {"sold*", "sold*"},
      {"a near/5 b", "(near5 a b)"},
      {"x a NEAR/12 \"b c\" y", "(and x (near12 a \"b c\") y)"},
      {"-a near/5 b", "(not (near5 a b))"},
      {"source:NIS", "source=NIS"},
      {"Source:NIS", "source=NIS"},
      {"source:\"health ministry\"", "source=health ministry"},
      {"source:heal*", "source=heal*"},
      {"source:\"health min\"*", "source=health min*"},
      {"source:\"odd*\"", "source=odd*"},
      {"source:(none) outlet:(unknown)", "(and source=(none) outlet=(unknown))"},
      {"outlet:(none)", "outlet=(unknown)"},
      {"title:10:30", "title=10:30"},
      {"10:30", "10:30"},
      {"category:killed", "category=killed"},
      {"category:kill*", "category=kill*"},
      {"date:2025-01..2025-02-19", "date[2025-01 2025-02-19]"},
      {"date:2025", "date[2025 2025]"},
      {"date:2025..", "date[2025 ]"},
      {"event_date:..2025-02-28", "event_date[ 2025-02-28]"},
      {"date:(unknown)", "date=(unknown)"},
      {"n>=300", "n[300 ]"},
      {"n>300", "n[301 ]"},
      {"n<=5", "n[0 5]"},
      {"n<5", "n[0 4]"},
      {"n=5", "n[5 5]"},
      {"n:5", "n[5 5]"},
      {"n:100..500", "n[100 500]"},
      {"n:100..", "n[100 ]"},
      {"n:..500", "n[0 500]"},
      {"n>=1,000", "n[1000 ]"},
      {"n", "n"},
      {"-n>=5", "(not n[5 ])"},
      {"북한군　사망", "(and 북한군 사망)"},
  };
  for (const auto& [text, expected] : table) EXPECT_EQ(tree(parse_query(text)), expected) << text;
}

TEST(QueryParser, WhatCannotBeUnderstoodIsAnErrorAtItsPlace) {
  struct {
    std::string text;
    std::size_t position;
    std::string says;
  } const table[] = {
      {"killed sourc:NIS", 7, "did you mean source?"},
      {"colour:red", 0, "the fields are outlet, source"},
      {"http://a.b", 0, "quotation marks"},
      {"a \"b c", 2, "not closed"},
      {"a (b", 2, "not closed"},
      {"a (", 2, "not closed"},
      {"a) b", 1, "closes nothing"},
      {")", 0, "closes nothing"},
      {"()", 0, "nothing stands in"},
      {"OR a", 0, "before OR"},
      {"a OR", 2, "behind OR"},
      {"(a OR) b", 3, "behind OR"},
      {"a AND", 2, "behind AND"},
      {"a OR AND b", 2, "behind OR"},
      {"NOT", 0, "behind NOT"},
      {"a -", 2, "lone -"},
      {"a - b", 2, "lone -"},
      {"near/3 b", 0, "before near/3"},
      {"a near/3", 2, "behind near"},
      {"a near/0 b", 2, "distance"},
      {"a near/x b", 7, "no number"},
      {"a near/2 b near/2 c", 11, "two words"},
      {"(a b) near/2 c", 1, "brackets"},
      {"a near/2 cd*", 9, "wildcards"},
      {"a & b", 2, "no word"},
      {"n >= 300", 2, "without blanks"},
      {"\"\"", 0, "no word"},
      {"wi*d", 2, "end"},
      {"a*", 0, "2 letters"},
      {"\"a b\"*", 5, "without *"},
      {"source:", 7, "missing"},
      {"source:\"\"", 7, "missing"},
      {"source:*", 7, "-source:(none)"},
      {"source:(NIS OR Kyiv)", 7, "(source:A OR source:B)"},
      {"source:\"(none)\"", 7, "without quotation marks"},
      {"by:(none)", 3, "source:(none)"},
      {"source=NIS", 6, "colon"},
      {"date>2025", 4, "colon"},
      {"category:kiled", 9, "killed, wounded"},
      {"date:yesterday", 5, "YYYY"},
      {"date:2025-02-30", 5, "no date"},
      {"date:2025*", 5, "no *"},
      {"date:..", 5, "neither"},
      {"date:2025..2024", 5, "before it begins"},
      {"n>=", 0, "missing"},
      {"n>=many", 3, "no number"},
      {"n:5..x", 5, "no number"},
      {"n:9..5", 2, "before it begins"},
      {"n<0", 2, "below 0"},
      {"n>=99999999999999999999", 3, "too large"},
      {"a \xFF", 2, "UTF-8"},
      {std::string("a\0b", 3), 1, "control"},
  };
  for (const auto& row : table) {
    try {
      const Query query = parse_query(row.text);
      ADD_FAILURE() << row.text << " was understood as " << tree(query);
    } catch (const QueryError& error) {
      EXPECT_EQ(error.position(), row.position) << row.text << ": " << error.what();
      EXPECT_THAT(error.what(), testing::HasSubstr(row.says)) << row.text;
    }
  }
}

std::string repeated(const std::string& text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

TEST(QueryParser, EveryQueryIsBounded) {
  const std::string too_much[] = {
      repeated("(", 40) + "a" + repeated(")", 40),
      repeated("-", 40) + "a",
      repeated("NOT ", 40) + "a",
      repeated("a ", 65),
      repeated("a OR ", 65) + "a",
      "\"" + repeated("a ", 33) + "\"",
      repeated("ab* ", 5),
      repeated("x", 5000),
      repeated("(", 4096),
      repeated("a near/1 b ", 33),
  };
  for (const std::string& text : too_much) EXPECT_THROW(parse_query(text), QueryError) << text.substr(0, 40);
  EXPECT_NO_THROW(parse_query(repeated("(", 32) + "a" + repeated(")", 32)));
  EXPECT_NO_THROW(parse_query(repeated("a ", 64)));
  EXPECT_NO_THROW(parse_query("\"" + repeated("a ", 32) + "\""));
}

// A random query, any that the language can write.
class RandomQuery {
 public:
  explicit RandomQuery(unsigned seed) : random_(seed) {}

  Query tree(int depth) {
    const auto kind = static_cast<Kind>(depth > 0 ? random_() % 11 : random_() % 8);
    Query query{.kind = kind};
    switch (kind) {
      case Kind::all:
        break;
      case Kind::word:
        query.text = pick({"a", "soldier", "북한군", "10:30", "n", "or", "l'armée", "x-y"});
        break;
      case Kind::phrase:
        query.text = pick({"a b", "OR", "say \"no\"", "back\\slash", "“in”", " (x) "});
        break;
      case Kind::wildcard:
        query.text = pick({"sold", "북한"});
        break;
      case Kind::near:
        query.distance = 1 + random_() % 9;
        query.children = {leaf(Kind::word, "a"), leaf(Kind::phrase, "b c")};
        break;
      case Kind::value:
        query.field = random_() % 2 ? Field::source : Field::title;
        query.text = pick({"NIS", "two words", "(none)", "odd*", "(South Korea)", "a\"b", "x\\y"});
        query.prefix = query.text != "(none)" && random_() % 3 == 0;
        break;
      case Kind::dates:
        query.field = random_() % 2 ? Field::date : Field::event_date;
        query.first = pick({"", "2024", "2024-02-03"});
        query.last = query.first.empty() ? "2025" : pick({"", "2025-01", "2024-12-31"});
        break;
      case Kind::number:
        query.least = random_() % 3;
        if (random_() % 2) query.most = query.least + random_() % 3;
        break;
      default:
        for (int parts = kind == Kind::none_of ? 1 : 2 + random_() % 2; parts > 0; --parts)
          query.children.push_back(tree(depth - 1));
    }
    return query;
  }

 private:
  static Query leaf(Kind kind, const std::string& text) { return {.kind = kind, .text = text}; }
  std::string pick(const std::vector<std::string>& texts) { return texts[random_() % texts.size()]; }

  std::mt19937 random_;
};

TEST(QueryParser, AQueryThatIsWrittenIsReadAsItself) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  RandomQuery random(seed);
  const QueryLimits unlimited{.terms = 1000, .wildcards = 1000};
  for (int round = 0; round < 2000; ++round) {
    const Query query = random.tree(3);
    ASSERT_EQ(tree(parse_query(to_string(query), unlimited)), tree(query)) << to_string(query);
    ASSERT_EQ(parse_query(to_string(query), unlimited), query) << to_string(query);
  }
}

TEST(QueryParser, AnyBytesAreAQueryOrAQueryError) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const std::vector<std::string> pieces = {"a",       "OR",  "AND",   "NOT",  "-",  "(",      ")", "\"", " ",
                                           "source:", "n>=", "date:", "2025", "..", "near/",  "3", "*",  "\\",
                                           "“",       "軍",  "\xFF",  "n",    ":",  "(none)", ",", "<",  "\t"};
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t size = random() % 12; size > 0; --size) text += pieces[random() % pieces.size()];
    try {
      const Query query = parse_query(text);
      ASSERT_EQ(parse_query(to_string(query)), query) << text;
    } catch (const QueryError& error) {
      ASSERT_LE(error.position(), text.size()) << text;
      ASSERT_GT(std::string(error.what()).size(), 10u) << text;
    }
  }
}

}  // namespace
}  // namespace averment
