// The parts of a query that look for words → Xapian queries that match exactly those reports.
#include "searcher/text_translator.hpp"

#include "averment/error.hpp"
#include "language/word_folding.hpp"
#include "searcher/slot_filter.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

using XapianQuery = Xapian::Query;
namespace prefix = schema::prefix;

// A phrase of characters without blanks has more words than the parser can count.
constexpr std::size_t most_phrase_words = 128;

WordSequence hashes(const std::vector<std::string>& words) {
  WordSequence hashes;
  for (const std::string& word : words) hashes.push_back(schema::word_hash(word));
  return hashes;
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

XapianQuery TextTranslator::any_form(const std::string& word) {
  const std::set<std::string> forms = stems(word);
  searched_.stems.insert(forms.begin(), forms.end());
  searched_.words.insert(word);
  std::vector<XapianQuery> parts;
  for (const std::string& stem : forms) parts.emplace_back(stem);
  // The query's accents may be off, and the stem of the word with them another one.
  const auto has_accents = [](const std::string& lang) { return lang != "en" && lang != "ko"; };
  if (std::any_of(index_.languages().begin(), index_.languages().end(), has_accents))
    parts.emplace_back(std::string(prefix::word) + word);
  return join(XapianQuery::OP_SYNONYM, parts);
}

/// Reports in which each of the words stands exactly so. A word that is its own stem has no other term.
XapianQuery TextTranslator::all_written(const std::vector<std::string>& words) {
  std::vector<XapianQuery> parts;
  for (const std::string& word : words)
    parts.push_back(XapianQuery(XapianQuery::OP_OR, XapianQuery(word), XapianQuery(std::string(prefix::word) + word)));
  return join(XapianQuery::OP_AND, parts);
}

XapianQuery TextTranslator::sequence(const std::vector<std::string>& words) {
  std::vector<XapianQuery> parts;
  for (const std::string& word : words) parts.push_back(any_form(word));
  return XapianQuery(XapianQuery::OP_FILTER, join(XapianQuery::OP_AND, parts), all_written(words));
}

XapianQuery TextTranslator::word(const Query& query) {
  const std::vector<std::string> written = words(query);
  return written.size() == 1 ? any_form(written.front()) : phrase(query);
}

XapianQuery TextTranslator::phrase(const Query& query) {
  const std::vector<std::string> written = words(query);
  const XapianQuery found = sequence(written);
  if (written.size() == 1) return found;
  return XapianQuery(XapianQuery::OP_FILTER, found,
                     slot_filter(schema::slot::words, [words = hashes(written)](std::string_view packed) {
                       return has_sequence(packed, words);
                     }));
}

XapianQuery TextTranslator::near(const Query& query) {
  if (query.children.size() != 2) throw QueryError(query.position, "near takes two words or phrases");
  const std::vector<std::string> one = words(query.children[0]);
  const std::vector<std::string> other = words(query.children[1]);
  const XapianQuery found(XapianQuery::OP_AND, sequence(one), sequence(other));
  const auto test = [one = hashes(one), other = hashes(other), distance = query.distance](std::string_view packed) {
    return has_near(packed, one, other, distance);
  };
  return XapianQuery(XapianQuery::OP_FILTER, found, slot_filter(schema::slot::words, test));
}

std::set<std::string> TextTranslator::expansions(const Query& query, std::string_view prefix,
                                                 std::string_view beginning) {
  static const QueryLimits limits;
  std::set<std::string> terms;
  const std::string start = std::string(prefix) + std::string(beginning);
  const Xapian::Database& database = index_.database();
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    terms.insert((*term).substr(prefix.size()));
    if (terms.size() > limits.expansions)
      throw QueryError(query.position, "'" + query.text + "*' stands for more than " +
                                           std::to_string(limits.expansions) +
                                           " words: write more letters before the *");
  }
  return terms;
}

XapianQuery TextTranslator::wildcard(const Query& query) {
  const std::vector<std::string> written = words(query);
  // Pairs of syllables match inside of Korean words without any *.
  if (written.size() > 1 && is_ascii(query.text))
    throw QueryError(query.position, "'" + query.text + "*' is more than one word: put a blank between, as in two wo*");
  if (written.size() > 1) return phrase(query);
  const std::string& beginning = written.front();
  searched_.beginnings.push_back(beginning);
  std::set<std::string> stems = expansions(query, "", beginning);
  const std::set<std::string> words = expansions(query, prefix::word, beginning);
  searched_.stems.insert(stems.begin(), stems.end());
  if (stems.empty() && words.empty()) return XapianQuery::MatchNothing;
  if (words.empty()) return any_of_terms(XapianQuery::OP_SYNONYM, "", stems);
  if (stems.empty()) return any_of_terms(XapianQuery::OP_SYNONYM, prefix::word, words);
  return XapianQuery(XapianQuery::OP_SYNONYM, any_of_terms(XapianQuery::OP_OR, "", stems),
                     any_of_terms(XapianQuery::OP_OR, prefix::word, words));
}

XapianQuery TextTranslator::title(const Query& query) {
  std::vector<std::string> written = words(query);
  std::vector<XapianQuery> parts;
  if (query.prefix) {
    const std::set<std::string> terms = expansions(query, prefix::title, written.back());
    if (terms.empty()) return XapianQuery::MatchNothing;
    parts.push_back(any_of_terms(XapianQuery::OP_OR, prefix::title, terms));
    written.pop_back();
  }
  for (const std::string& word : written) parts.push_back(any_of_terms(XapianQuery::OP_OR, prefix::title, stems(word)));
  return XapianQuery(XapianQuery::OP_SCALE_WEIGHT, join(XapianQuery::OP_AND, parts), 0);
}

}  // namespace averment
