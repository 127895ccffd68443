// Analyzed report → what a Xapian document is made of, as store/schema.hpp says.
#include "indexer/document_builder.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <unordered_map>

#include "averment/error.hpp"
#include "indexer/word_places.hpp"
#include "language/names.hpp"
#include "store/fingerprint.hpp"
#include "store/report_values.hpp"
#include "store/schema.hpp"
#include "store/sha256.hpp"
#include "store/spelling.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

namespace prefix = schema::prefix;
namespace slot = schema::slot;

constexpr std::size_t usual_words = 256;  // different ones, of a report: a guess
constexpr std::size_t usual_other_terms = 32;
constexpr std::size_t longest_term = 240;  // Xapian's own limit is 245 bytes

/// Xapian drops a whole batch for one term that it cannot take: never let one reach it.
void check(std::string_view prefix, std::string_view text) {
  const std::size_t size = prefix.size() + text.size();
  if (size == 0 || size > longest_term || text.find('\0') != text.npos)
    throw InputError("a word or name of " + std::to_string(size) + " bytes cannot be indexed");
}

class Builder {
 public:
  Builder(AnalyzedReport analyzed, const std::string& content)
      : title_tokens_(std::move(analyzed.title_tokens)), tokens_(std::move(analyzed.tokens)) {
    record_.report = std::move(analyzed.report);
    record_.mentions = std::move(analyzed.mentions);
    record_.claims = std::move(analyzed.claims);
    built_.term = schema::report_term(record_.report.id);
    built_.bytes = record_.report.text.size();
    built_.claims = record_.claims.size();
    built_.values[slot::content] = content;
  }

  BuiltDocument build() {
    add_words();
    add_title();
    std::vector<SearchToken>().swap(tokens_);  // of a large report they take more room than all the rest
    add_report_terms();
    add_names();
    add_claims();
    add_surfaces();
    add_values();
    add_checksum();
    built_.data = serialize(record_, spellings_);
    return std::move(built_);
  }

 private:
  using Counts = std::unordered_map<std::string_view, std::uint32_t>;

  void add_term(std::string_view before, std::string_view text, std::uint32_t count) {
    check(before, text);
    built_.terms.add(before, text, count);
  }
  void add_boolean(std::string_view term) { add_term("", term, 0); }
  void add_name(std::string_view before, std::string_view name) { add_boolean(schema::term(before, name)); }

  void add_words() {
    WordPlaces places, stems;
    std::vector<std::uint32_t> stem_of, counts;  // of the words' places, of the stems'
    const auto place_of_stem = [&](std::string_view stem) {
      const std::uint32_t place = stems.of(stem);
      if (place == counts.size()) counts.push_back(0);
      return place;
    };
    ReportWords& words = built_.words;
    words.sequence.reserve(title_tokens_.size() + tokens_.size() + 1);
    words.forms.reserve(usual_words);
    const auto add = [&](const SearchToken& token) {
      const std::uint32_t place = places.of(token.word);
      if (place == words.forms.size()) {
        check("", token.word);
        words.forms.emplace_back(token.word, token.stem);
        stem_of.push_back(place_of_stem(token.stem));
      }
      words.sequence.push_back(place + 1);
      // Words that differ by accents alone are one, but their stems may be two.
      const bool usual = words.forms[place].stem == token.stem;
      ++counts[usual ? stem_of[place] : place_of_stem(token.stem)];
    };
    for (const SearchToken& token : title_tokens_) add(token);
    if (!title_tokens_.empty()) words.sequence.push_back(0);
    for (const SearchToken& token : tokens_) add(token);
    built_.terms.reserve(stems.size() + usual_other_terms);
    for (std::uint32_t stem = 0; stem < stems.size(); ++stem) add_term("", stems.word(stem), counts[stem]);
    spellings_ = {spelling_of(record_.report.title, title_tokens_), spelling_of(record_.report.text, tokens_)};
    built_.values[slot::fingerprint] = fingerprint(words);
  }

  void add_title() {
    Counts counts;
    for (const SearchToken& token : title_tokens_) ++counts[token.stem];
    const std::uint32_t end = title_end();
    for (const SearchToken& token : tokens_) {
      if (token.span.end > end) break;
      ++counts[token.stem];
    }
    for (const auto& [stem, count] : counts) add_term(prefix::title, stem, count);
    if (record_.report.title.empty()) add_boolean(std::string(prefix::untitled));
  }

  /// Where the title ends in the text, if it is the text's first line; else 0.
  std::uint32_t title_end() const {
    const Report& report = record_.report;
    const std::size_t begin = report.text.find_first_not_of(" \t\r\n\f\v");
    if (!title_tokens_.empty() || report.title.empty() || begin == report.text.npos) return 0;
    if (report.text.compare(begin, report.title.size(), report.title) != 0) return 0;
    return static_cast<std::uint32_t>(begin + report.title.size());
  }

  void add_report_terms() {
    const Report& report = record_.report;
    add_boolean(built_.term);
    add_name(prefix::outlet, report.outlet);
    add_name(prefix::lang, report.lang);
    const std::uint32_t day = schema::day_number(report.published);
    if (day == 0) return;
    const std::string digits = schema::day_digits(report.published);
    add_boolean(std::string(prefix::year) + digits.substr(0, 4));
    if (day / 100 % 100 != 0) add_boolean(std::string(prefix::month) + digits.substr(0, 6));
    if (day % 100 != 0) add_boolean(std::string(prefix::day) + digits);
    built_.values[slot::date] = digits;
  }

  void add_names() {
    for (const Mention& mention : record_.mentions) {
      const Span span = mention.span;
      const auto written = std::string_view(record_.report.text).substr(span.begin, span.size());
      note_written(written);
      const std::optional<std::string_view> prefix = prefix_of(mention.type);
      if (!prefix) continue;
      add_name(*prefix, mention.name);
      if (const std::uint64_t key = key_of(mention.name)) named_.insert(key);
    }
  }

  static std::optional<std::string_view> prefix_of(EntityType type) {
    switch (type) {
      case EntityType::person:
        return prefix::person;
      case EntityType::organization:
        return prefix::org;
      case EntityType::place:
        return prefix::place;
      case EntityType::unit:
        return prefix::unit;
      default:
        return {};
    }
  }

  void add_claims() {
    if (record_.claims.empty()) return;
    record_.sha256 = sha256(record_.report.text);
    add_boolean(std::string(prefix::has_claims));
    for (const std::string& id : claim_ids(record_)) add_boolean(std::string(prefix::claim) + id);
    for (const Claim& claim : record_.claims) {
      add_boolean(std::string(prefix::category) + std::to_string(static_cast<unsigned>(claim.category)));
      add_name(prefix::source, claim.source ? claim.source->name : "");
      if (claim.source) note_written(claim.source->source);
    }
  }

  /// The id of a name's key; 0: it has none. Reports say the same names again and again.
  std::uint64_t key_of(std::string_view name) {
    const auto [known, is_new] = keys_.try_emplace(std::string(name));
    if (is_new) known->second = schema::name_id(name_key(name));
    return known->second;
  }

  void note_written(std::string_view name) {
    if (const std::uint64_t key = key_of(name)) written_.insert(key);
  }

  /// Most names are written as they are: a term says only where that is not so.
  void add_surfaces() {
    std::vector<std::uint64_t> unlike;
    std::set_symmetric_difference(written_.begin(), written_.end(), named_.begin(), named_.end(),
                                  std::back_inserter(unlike));
    for (const std::uint64_t key : unlike) add_boolean(schema::term(prefix::surface, key));
  }

  void add_values() {
    DocumentValues& values = built_.values;
    values[slot::report] = record_.report.id;
    values[slot::heading] = pack(heading_of(record_.report, record_.claims));
    values[slot::claims] = pack(packed_claims(record_.claims), schema::day_number(record_.report.published));
    values[slot::lines] = pack(lines_of(record_.report, record_.claims));
    values[slot::origin] = pack(record_.report.origin);
    const std::vector<FacetName> facets = facet_names(record_.report), names = mentioned_names(record_.mentions);
    values[slot::facets] = pack(packed_facets(facets));
    values[slot::names] = pack(packed_facets(names));
    add_labels(facets);
    add_labels(names);
    add_labels(claim_names(record_.claims));
  }

  void add_labels(std::vector<FacetName> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    for (const FacetName& name : names)
      built_.labels.push_back({schema::label_key(name.field, schema::name_id(name.name)), name.name});
  }

  void add_checksum() {
    built_.terms.sort();
    DocumentChecksum checksum;
    built_.terms.add_to(checksum);
    built_.values[slot::checksum] = checksum.with(built_.values);
  }

  const std::vector<SearchToken> title_tokens_;
  std::vector<SearchToken> tokens_;
  std::unordered_map<std::string, std::uint64_t> keys_;  // key_of
  std::set<std::uint64_t> written_, named_;              // Keys of names as written, and of the entities' own names.
  RecordedReport record_;
  Spellings spellings_;
  BuiltDocument built_;
};

}  // namespace

BuiltDocument build_document(AnalyzedReport analyzed, const std::string& content) {
  return Builder(std::move(analyzed), content).build();
}

Xapian::Document document_of(const BuiltDocument& built) {
  Xapian::Document document;
  built.terms.add_to(document);
  for (unsigned slot = 0; slot < built.values.size(); ++slot)
    if (!built.values[slot].empty()) document.add_value(slot, built.values[slot]);
  return document;
}

}  // namespace averment
