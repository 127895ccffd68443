// The parts of a query that look for words → Xapian queries that match exactly those reports.
#include "searcher/text_translator.hpp"

#include "averment/error.hpp"
#include "language/word_folding.hpp"
#include "searcher/query_refusals.hpp"
#include "searcher/slot_filter.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using XapianQuery = Xapian::Query;
namespace prefix = schema::prefix;

// A phrase of characters without blanks has more words than the parser can count.
constexpr std::size_t words_a_counted_one = 4;

/// The words' numbers in one of the databases that are searched together; empty if it does not know them all.
std::vector<std::uint32_t> numbers(const Xapian::Database& database, const std::vector<std::string>& words) {
  std::vector<std::uint32_t> numbers;
  for (const std::string& word : words) {
    const std::optional<WordEntry> entry = word_entry(database, word);
    if (!entry) return {};
    numbers.push_back(entry->number);
  }
  return numbers;
}

SlotTest has_phrase(const Xapian::Database& database, const std::vector<std::string>& words) {
  const std::string phrase = pack_words(numbers(database, words));
  if (phrase.empty()) return {};
  return [phrase](std::string_view packed) { return has_sequence(packed, phrase); };
}

XapianQuery join(XapianQuery::op operation, const std::vector<XapianQuery>& parts) {
  return parts.size() == 1 ? parts.front() : XapianQuery(operation, parts.begin(), parts.end());
}

XapianQuery any_of_terms(XapianQuery::op operation, std::string_view prefix, const std::set<std::string>& terms) {
  std::vector<XapianQuery> parts;
  for (const std::string& term : terms) parts.emplace_back(std::string(prefix) + term);
  return join(operation, parts);
}

}  // namespace

std::vector<std::string> TextTranslator::words(const Query& query) {
  std::vector<std::string> words;
  for (const SearchToken& token : analyzer_.analyze(query.text, "")) words.push_back(token.word);
  if (words.empty())
    throw QueryError(query.position, "there is no word to search for in '" + query.text + "': write letters or digits");
  if (words.size() > words_a_counted_one * limits_.phrase_words) refuse_phrase(limits_, query.position);
  return words;
}

/// As a report in any of the index's languages has it.
std::set<std::string> TextTranslator::stems(const std::string& word) {
  std::set<std::string> stems;
  for (const std::string& lang : index_.languages()) stems.insert(analyzer_.stem(word, lang));
  if (stems.empty()) stems.insert(word);
  return stems;
}

XapianQuery TextTranslator::any_form(const std::string& word) {
  std::set<std::string> forms = stems(word);
  // The query's accents may be off, and the stem of the word with them another one.
  forms.merge(index_.stems(word));
  searched_.stems.insert(forms.begin(), forms.end());
  searched_.words.insert(word);
  // Most languages have the word under the same stem, or under one that no report has.
  if (forms.size() > 1)
    std::erase_if(forms, [&](const std::string& form) { return !index_.database().term_exists(form); });
  if (forms.empty()) return XapianQuery::MatchNothing;
  return any_of_terms(XapianQuery::OP_SYNONYM, "", forms);
}

/// Reports that have all of the words, in any form.
XapianQuery TextTranslator::all_of(const std::vector<std::string>& words) {
  std::vector<XapianQuery> parts;
  for (const std::string& word : words) parts.push_back(any_form(word));
  return join(XapianQuery::OP_AND, parts);
}

XapianQuery TextTranslator::word(const Query& query) {
  const std::vector<std::string> written = words(query);
  return written.size() == 1 ? any_form(written.front()) : phrase(query);
}

XapianQuery TextTranslator::phrase(const Query& query) {
  const std::vector<std::string> written = words(query);
  return XapianQuery(XapianQuery::OP_FILTER, all_of(written),
                     slot_filter(schema::slot::words, [written](const Xapian::Database& database) {
                       return has_phrase(database, written);
                     }));
}

XapianQuery TextTranslator::near(const Query& query) {
  if (query.children.size() != 2) throw QueryError(query.position, "near takes two words or phrases");
  const std::vector<std::string> one = words(query.children[0]);
  const std::vector<std::string> other = words(query.children[1]);
  const auto make = [one, other, distance = query.distance](const Xapian::Database& database) -> SlotTest {
    const std::vector<std::uint32_t> ones = numbers(database, one), others = numbers(database, other);
    if (ones.empty() || others.empty()) return {};
    return [=](std::string_view packed) { return has_near(packed, ones, others, distance); };
  };
  return XapianQuery(XapianQuery::OP_FILTER, XapianQuery(XapianQuery::OP_AND, all_of(one), all_of(other)),
                     slot_filter(schema::slot::words, make));
}

/// The stems of all written words that begin so.
std::set<std::string> TextTranslator::stems_of_words(const Query& query, const std::string& beginning) {
  std::set<std::string> words, stems;
  index_.each_word(beginning, [&](const std::string& word, const WordEntry& entry) {
    words.insert(word);
    stems.insert(entry.stems.begin(), entry.stems.end());
    return words.size() <= limits_.expansions;
  });
  if (words.size() > limits_.expansions) refuse_expansion(limits_, query);
  return stems;
}

/// Those of them that titles have.
std::set<std::string> TextTranslator::stems_of_titles(const Query& query, const std::string& beginning) {
  std::set<std::string> stems;
  index_.each_word(beginning, [&](const std::string&, const WordEntry& entry) {
    for (const std::string& stem : entry.stems)
      if (index_.database().term_exists(std::string(prefix::title) + stem)) stems.insert(stem);
    return stems.size() <= limits_.expansions;
  });
  if (stems.size() > limits_.expansions) refuse_expansion(limits_, query);
  return stems;
}

XapianQuery TextTranslator::wildcard(const Query& query) {
  const std::vector<std::string> written = words(query);
  // Pairs of syllables match inside of Korean words without any *.
  if (written.size() > 1 && is_ascii(query.text))
    throw QueryError(query.position, "'" + query.text + "*' is more than one word: put a blank between, as in two wo*");
  if (written.size() > 1) return phrase(query);
  const std::string& beginning = written.front();
  searched_.beginnings.push_back(beginning);
  const std::set<std::string> stems = stems_of_words(query, beginning);
  searched_.stems.insert(stems.begin(), stems.end());
  return stems.empty() ? XapianQuery::MatchNothing : any_of_terms(XapianQuery::OP_SYNONYM, "", stems);
}

XapianQuery TextTranslator::title(const Query& query) {
  std::vector<std::string> written = words(query);
  std::vector<XapianQuery> parts;
  if (query.prefix) {
    const std::set<std::string> terms = stems_of_titles(query, written.back());
    if (terms.empty()) return XapianQuery::MatchNothing;
    parts.push_back(any_of_terms(XapianQuery::OP_OR, prefix::title, terms));
    written.pop_back();
  }
  for (const std::string& word : written) parts.push_back(any_of_terms(XapianQuery::OP_OR, prefix::title, stems(word)));
  return XapianQuery(XapianQuery::OP_SCALE_WEIGHT, join(XapianQuery::OP_AND, parts), 0);
}

}  // namespace averment
