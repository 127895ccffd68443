// The parts of a query that look for words → Xapian queries that match exactly those reports.
#include "searcher/text_translator.hpp"

#include "averment/error.hpp"
#include "searcher/slot_filter.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using Xapian::Query;
namespace prefix = schema::prefix;

// A phrase of characters without blanks has more words than the parser can count.
constexpr std::size_t most_phrase_words = 128;

WordSequence hashes(const std::vector<std::string>& words) {
  WordSequence hashes;
  for (const std::string& word : words) hashes.push_back(schema::word_hash(word));
  return hashes;
}

Query join(Query::op operation, const std::vector<Query>& parts) {
  return parts.size() == 1 ? parts.front() : Query(operation, parts.begin(), parts.end());
}

Query any_of_terms(Query::op operation, std::string_view prefix, const std::set<std::string>& terms) {
  std::vector<Query> parts;
  for (const std::string& term : terms) parts.emplace_back(std::string(prefix) + term);
  return join(operation, parts);
}

}  // namespace

std::vector<std::string> TextTranslator::words(const averment::Query& query) {
  std::vector<std::string> words;
  for (const SearchToken& token : analyzer_.analyze(query.text, "")) words.push_back(token.word);
  if (words.empty())
    throw QueryError(query.position, "there is no word to search for in '" + query.text + "': write letters or digits");
  if (words.size() > most_phrase_words)
    throw QueryError(query.position, "'" + query.text.substr(0, 40) + "...' has more than " +
                                         std::to_string(most_phrase_words) + " words: search for a part of it");
  return words;
}

/// As a report in any of the index's languages has it.
std::set<std::string> TextTranslator::stems(const std::string& word) {
  std::set<std::string> stems;
  for (const std::string& lang : index_.languages()) stems.insert(analyzer_.stem(word, lang));
  if (stems.empty()) stems.insert(word);
  return stems;
}

Query TextTranslator::any_form(const std::string& word) {
  const std::set<std::string> forms = stems(word);
  searched_.stems.insert(forms.begin(), forms.end());
  searched_.words.insert(word);
  std::vector<Query> parts;
  for (const std::string& stem : forms) parts.emplace_back(stem);
  // The query's accents may be off, and the stem of the word with them another one.
  const auto has_accents = [](const std::string& lang) { return lang != "en" && lang != "ko"; };
  if (std::any_of(index_.languages().begin(), index_.languages().end(), has_accents))
    parts.emplace_back(std::string(prefix::word) + word);
  return join(Query::OP_SYNONYM, parts);
}

/// Reports in which each of the words stands exactly so. A word that is its own stem has no other term.
Query TextTranslator::all_written(const std::vector<std::string>& words) {
  std::vector<Query> parts;
  for (const std::string& word : words)
    parts.push_back(Query(Query::OP_OR, Query(word), Query(std::string(prefix::word) + word)));
  return join(Query::OP_AND, parts);
}

Query TextTranslator::sequence(const std::vector<std::string>& words) {
  std::vector<Query> parts;
  for (const std::string& word : words) parts.push_back(any_form(word));
  return Query(Query::OP_FILTER, join(Query::OP_AND, parts), all_written(words));
}

Query TextTranslator::word(const averment::Query& query) {
  return words(query).size() == 1 ? any_form(words(query).front()) : phrase(query);
}

Query TextTranslator::phrase(const averment::Query& query) {
  const std::vector<std::string> written = words(query);
  const Query found = sequence(written);
  if (written.size() == 1) return found;
  return Query(Query::OP_FILTER, found, slot_filter(schema::slot::words, [words = hashes(written)](std::string_view packed) {
                 return has_sequence(packed, words);
               }));
}

Query TextTranslator::near(const averment::Query& query) {
  if (query.children.size() != 2) throw QueryError(query.position, "near takes two words or phrases");
  const std::vector<std::string> one = words(query.children[0]);
  const std::vector<std::string> other = words(query.children[1]);
  const Query found(Query::OP_AND, sequence(one), sequence(other));
  const auto test = [one = hashes(one), other = hashes(other), distance = query.distance](std::string_view packed) {
    return has_near(packed, one, other, distance);
  };
  return Query(Query::OP_FILTER, found, slot_filter(schema::slot::words, test));
}

std::set<std::string> TextTranslator::expansions(const averment::Query& query, std::string_view prefix,
                                                 std::string_view beginning) {
  static const QueryLimits limits;
  std::set<std::string> terms;
  const std::string start = std::string(prefix) + std::string(beginning);
  const Xapian::Database& database = index_.database();
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    terms.insert((*term).substr(prefix.size()));
    if (terms.size() > limits.expansions)
      throw QueryError(query.position, "'" + query.text + "*' stands for more than " +
                                           std::to_string(limits.expansions) + " words: write more letters before the *");
  }
  return terms;
}

Query TextTranslator::wildcard(const averment::Query& query) {
  const std::vector<std::string> written = words(query);
  // Pairs of syllables match inside of Korean words without any *.
  const bool is_ascii = query.text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-'.") == query.text.npos;
  if (written.size() > 1 && is_ascii)
    throw QueryError(query.position, "'" + query.text + "*' is more than one word: put a blank between, as in two wo*");
  if (written.size() > 1) return phrase(query);
  const std::string& beginning = written.front();
  searched_.beginnings.push_back(beginning);
  std::set<std::string> stems = expansions(query, "", beginning);
  const std::set<std::string> words = expansions(query, prefix::word, beginning);
  searched_.stems.insert(stems.begin(), stems.end());
  if (stems.empty() && words.empty()) return Query::MatchNothing;
  if (words.empty()) return any_of_terms(Query::OP_SYNONYM, "", stems);
  if (stems.empty()) return any_of_terms(Query::OP_SYNONYM, prefix::word, words);
  return Query(Query::OP_SYNONYM, any_of_terms(Query::OP_OR, "", stems), any_of_terms(Query::OP_OR, prefix::word, words));
}

Query TextTranslator::title(const averment::Query& query) {
  std::vector<std::string> written = words(query);
  std::vector<Query> parts;
  if (query.prefix) {
    const std::set<std::string> terms = expansions(query, prefix::title, written.back());
    if (terms.empty()) return Query::MatchNothing;
    parts.push_back(any_of_terms(Query::OP_OR, prefix::title, terms));
    written.pop_back();
  }
  for (const std::string& word : written) parts.push_back(any_of_terms(Query::OP_OR, prefix::title, stems(word)));
  return Query(Query::OP_SCALE_WEIGHT, join(Query::OP_AND, parts), 0);
}

}  // namespace averment
