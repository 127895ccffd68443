// What the trained tagger sees of a token, as numbers.
#include "language/token_features.hpp"

#include <algorithm>

#include "language/tagger_labels.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace averment {
namespace {

enum Template : std::uint64_t {
  kBias = 1,
  kKey,
  kKeyShape,
  kStart,
  kEnd = kStart + 4,
  kShape = kEnd + 4,
  kClass,
  kClasses,
  kLists,
  kListShape,
  kPlaced = 32,  // + place * 8
  kPairBefore = 96,
  kPairBehind,
  kPairAround,
  kKeyShapeBehind,
  kShapeKeyBefore,
  kShapeKeyBehind,
  kShapes,
  kShapesWide,
  kListsBefore,
  kListsBehind,
  kClassesBefore,
  kClassesBehind,
  kTwoBefore,
  kTwoBehind,
  kRule,
  kRuleEvidence,
  kRuleBefore,
  kRuleBehind,
  kRuleShape,
  kRuleKey,
  kRuleRow,
  kRunPlace,
  kRunLast,
  kRunFirst,
  kRunLastClasses,
  kRunFirstClasses,
  kRunBefore,
  kRunBehind,
  kRunBeforeBehind,
  kRunRule,
  kDocument,
  kDocumentKey,
  kDocumentTypes,
  kDocumentTypesRule,
  kInitial,
  kUpper,
  kEndBehind,
  kRunLastRule,
  kRunLists,
  kRunKeys,
  kQuote
};

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a = (a ^ b) * 0x9E3779B97F4A7C15ull;
  a ^= a >> 29;
  a *= 0xBF58476D1CE4E5B9ull;
  return a ^ (a >> 32);
}
std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c) { return mix(mix(a, b), c); }

std::uint64_t hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// Runs of like letters as one: "Xx-X.", at most eight.
std::uint64_t shape_of(std::string_view written) {
  std::uint64_t shape = 0;
  char last = 0;
  int length = 0;
  for (const char c : written) {
    const auto byte = static_cast<unsigned char>(c);
    const char kind = c >= 'A' && c <= 'Z'   ? 'X'
                      : c >= 'a' && c <= 'z' ? 'x'
                      : c >= '0' && c <= '9' ? 'd'
                      : byte >= 0x80         ? 'u'
                                             : c;
    if (kind == last) continue;
    last = kind;
    if (++length > 8) break;
    shape = shape << 8 | static_cast<unsigned char>(kind);
  }
  return shape;
}

enum Coarse : std::uint8_t { kLower, kCapital, kAllCapitals, kNumber, kMark, kOther };

}  // namespace

TokenFeatures::TokenFeatures(const Text& text, const TextWords& words, const std::vector<FoundName>& found,
                             const Gazetteer& gazetteer)
    : text_(text),
      words_(words),
      kinds_(words.size()),
      rules_(words.size()),
      evidence_(words.size()),
      run_of_(words.size(), ~0u) {
  find_forms(gazetteer);
  find_rules(found);
  find_runs();
  find_windows();
}

void TokenFeatures::find_forms(const Gazetteer& gazetteer) {
  std::unordered_map<std::string_view, std::uint32_t> known;
  for (std::size_t token = 0; token < words_.size(); ++token) {
    const auto [at, added] = known.try_emplace(text_.written(text_.tokens[token]), forms_.size());
    if (added) forms_.push_back(form_of(token, gazetteer));
    kinds_[token] = at->second;
  }
}

TokenFeatures::Form TokenFeatures::form_of(std::size_t token, const Gazetteer& gazetteer) const {
  const Token& from = text_.tokens[token];
  const TextWord& word = words_[token];
  Form form;
  const std::string_view written = text_.written(from);
  const std::string_view key = word.key.empty() ? written : word.key;
  form.written = hash(written);
  form.key = hash(key);
  using Shape = Token::Shape;
  const bool upper = text_.upper_case;
  form.coarse = from.shape == Shape::punctuation ? kMark
                : from.shape == Shape::number    ? kNumber
                : word.upper && !upper           ? kAllCapitals
                : word.cased                     ? kCapital
                : from.shape == Shape::lower     ? kLower
                                                 : kOther;
  form.shape = upper && word.cased ? 1 : shape_of(written);
  form.classes = word.classes;
  if (!word.key.empty() && word.cased) {
    for (const GazetteerName* name = gazetteer.find(word.key); name; name = name->next) {
      form.lists |= 1u << static_cast<unsigned>(name->list);
      if (name->list == NameList::aliases) form.lists |= 1u << (16 + static_cast<unsigned>(name->type));
      if (name->weak) form.lists |= 1u << 15;
    }
    if (gazetteer.longest(word.key) > 1) form.lists |= 1u << 12;
  }
  for (std::size_t length = 1; length <= 4; ++length) {
    if (key.size() < length + 1) break;
    form.starts[length - 1] = hash(key.substr(0, length));
    form.ends[length - 1] = hash(key.substr(key.size() - length));
  }
  return form;
}

void TokenFeatures::find_rules(const std::vector<FoundName>& found) {
  for (const FoundName& name : found) {
    const std::uint8_t type = static_cast<std::uint8_t>(name.type);
    for (std::size_t token = name.first; token < name.last; ++token) {
      const bool first = token == name.first, last = token + 1 == name.last;
      const int part = first && last ? 3 : last ? 2 : first ? 0 : 1;
      rules_[token] = static_cast<std::uint8_t>(1 + type * 4 + part);
      evidence_[token] = static_cast<std::uint8_t>(1 + static_cast<int>(name.evidence) +
                                                   (name.known ? 8 * (1 + static_cast<int>(name.known->list)) : 0));
      if (words_[token].key.empty()) continue;
      Seen& seen = seen_[forms_[kinds_[token]].key];
      seen.types |= static_cast<std::uint16_t>(1u << (first && last ? type : 8 + type));
    }
  }
  for (std::size_t token = 0; token < words_.size(); ++token) {
    const TextWord& word = words_[token];
    if (word.key.empty() || text_.upper_case) continue;
    const Form& form = forms_[kinds_[token]];
    if (form.coarse == kLower)
      seen_[form.key].lower = 1;
    else if (word.capital && !word.initial)
      seen_[form.key].capital = 1;
  }
}

void TokenFeatures::find_runs() {
  for (const Sentence& sentence : text_.sentences)
    for (std::uint32_t at = sentence.first; at < sentence.last;) {
      if (!words_[at].capital) {
        ++at;
        continue;
      }
      Run run{at, at + 1};
      while (run.last < sentence.last &&
             (words_[run.last].capital ||
              (words_.is_hyphen(run.last) && run.last + 1 < sentence.last && words_[run.last + 1].cased)))
        ++run.last;
      for (std::uint32_t token = run.first; token < run.last; ++token)
        run_of_[token] = static_cast<std::uint32_t>(runs_.size());
      runs_.push_back(run);
      at = run.last;
    }
}

void TokenFeatures::find_windows() {
  for (const Sentence& sentence : text_.sentences) {
    std::uint32_t end = sentence.first;  // of the last window
    bool open = false;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      const TextWord& word = words_[at];
      const bool name = word.capital || rules_[at] || (word.cased && !text_.upper_case && !word.is(kFunction));
      if (!name) continue;
      const std::uint32_t first = std::max(sentence.first, at < 2 ? 0 : at - 2);
      const std::uint32_t last = std::min(sentence.last, at + 3);
      if (open && first <= end)
        windows_.back().last = last;
      else
        windows_.push_back({first, last});
      open = true;
      end = last;
    }
  }
}

TokenWindow TokenFeatures::sentence(std::size_t token) const {
  const Sentence& sentence = text_.sentences[text_.tokens[token].sentence];
  return {sentence.first, sentence.last};
}

const TokenFeatures::Form* TokenFeatures::form(std::size_t token, TokenWindow sentence, int offset) const {
  static const Form none;
  const auto at = static_cast<std::int64_t>(token) + offset;
  if (at < sentence.first || at >= sentence.last) return &none;
  return &forms_[kinds_[static_cast<std::size_t>(at)]];
}

void TokenFeatures::add_word(std::uint32_t kind, Place place, std::vector<Feature>& features) const {
  const Form& form = forms_[kind];
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.push_back(mix(name, value)); };
  if (place == Place::self) {
    add(kBias, 0);
    add(kKey, form.key);
    add(kKeyShape, mix(form.key, form.coarse));
    for (std::size_t length = 0; length < 4; ++length) {
      if (form.starts[length]) add(kStart + length, mix(form.starts[length], form.coarse));
      if (form.ends[length]) add(kEnd + length, mix(form.ends[length], form.coarse));
    }
    add(kShape, form.shape);
    for (std::uint32_t bits = form.classes; bits; bits &= bits - 1)
      add(kClass, static_cast<std::uint64_t>(__builtin_ctz(bits)) * 8 + form.coarse);
    add(kClasses, mix(form.classes, form.coarse));
    add(kLists, mix(form.lists, form.coarse));
    add(kListShape, mix(form.lists, form.classes, form.coarse));
    return;
  }
  const std::uint64_t base = kPlaced + 8 * static_cast<std::uint64_t>(place);
  add(base, form.key);
  add(base + 1, form.coarse);
  if (place == Place::two_before || place == Place::two_behind) return;
  add(base + 2, form.shape);
  add(base + 3, mix(form.classes, form.coarse));
  add(base + 4, mix(form.lists, form.coarse));
  if (form.ends[2]) add(base + 5, form.ends[2]);
}

void TokenFeatures::add_all(std::size_t token, TokenWindow sentence, std::vector<Feature>& features) const {
  constexpr std::pair<int, Place> around[] = {
      {0, Place::self}, {-1, Place::before}, {1, Place::behind}, {-2, Place::two_before}, {2, Place::two_behind}};
  for (const auto& [offset, place] : around) {
    const auto at = static_cast<std::int64_t>(token) + offset;
    if (at >= sentence.first && at < sentence.last) add_word(kinds_[static_cast<std::size_t>(at)], place, features);
  }
  add_surroundings(token, sentence, features);
}

void TokenFeatures::add_surroundings(std::size_t token, TokenWindow sentence, std::vector<Feature>& features) const {
  const Form &here = *form(token, sentence, 0), &before = *form(token, sentence, -1),
             &behind = *form(token, sentence, 1);
  const Form &two_before = *form(token, sentence, -2), &two_behind = *form(token, sentence, 2);
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.push_back(mix(name, value)); };

  add(kPairBefore, mix(before.key, here.key));
  add(kPairBehind, mix(here.key, behind.key));
  add(kPairAround, mix(before.key, behind.key, here.coarse));
  add(kShapeKeyBefore, mix(before.key, here.shape));
  add(kShapeKeyBehind, mix(behind.key, here.shape));
  const std::uint64_t shapes = before.coarse * 64u + here.coarse * 8u + behind.coarse;
  add(kShapes, shapes);
  add(kShapesWide, (shapes * 8 + two_before.coarse) * 8 + two_behind.coarse);
  add(kListsBefore, mix(here.lists, before.key));
  add(kListsBehind, mix(here.lists, behind.coarse, behind.lists));
  add(kClassesBefore, mix(before.classes, here.classes, here.coarse));
  add(kClassesBehind, mix(here.classes, behind.classes, here.coarse));
  add(kTwoBefore, mix(two_before.key, before.key, here.coarse));
  add(kTwoBehind, mix(behind.key, two_behind.key, here.coarse));

  const auto rule = [&](int offset) -> std::uint64_t {
    const auto at = static_cast<std::int64_t>(token) + offset;
    return at < sentence.first || at >= sentence.last ? 63 : rules_[static_cast<std::size_t>(at)];
  };
  const std::uint64_t said = rule(0);
  add(kRule, said);
  add(kRuleEvidence, said * 256 + evidence_[token]);
  add(kRuleBefore, said * 64 + rule(-1));
  add(kRuleBehind, said * 64 + rule(1));
  add(kRuleRow, (said * 64 + rule(-1)) * 64 + rule(1));
  add(kRuleShape, mix(said, here.shape, before.coarse));
  add(kRuleKey, mix(said, here.key));

  const TextWord& word = words_[token];
  if (run_of_[token] != ~0u) {
    const Run run = runs_[run_of_[token]];
    const std::uint64_t length = std::min(run.last - run.first, 6u),
                        place = std::min<std::uint64_t>(token - run.first, 4),
                        rest = std::min<std::uint64_t>(run.last - 1 - token, 4);
    const std::uint64_t where = (length * 8 + place) * 8 + rest;
    const Form &first = *form(run.first, sentence, 0), &last = *form(run.last - 1, sentence, 0);
    const Form &left = *form(run.first, sentence, -1), &right = *form(run.last - 1, sentence, 1);
    add(kRunPlace, where * 2 + word.initial);
    add(kRunLast, mix(last.key, std::min<std::uint64_t>(rest, 2), std::min<std::uint64_t>(place, 1)));
    add(kRunFirst, mix(first.key, std::min<std::uint64_t>(place, 2), std::min<std::uint64_t>(rest, 1)));
    add(kRunLastClasses, mix(last.classes, last.lists, where));
    add(kRunFirstClasses, mix(first.classes, first.lists, where));
    add(kRunBefore, mix(left.key, where));
    add(kRunBehind, mix(right.key, where));
    add(kRunBeforeBehind, mix(left.key, right.key, where));
    add(kRunRule, mix(said, where));
    add(kRunLastRule, mix(rules_[run.last - 1], evidence_[run.last - 1], where));
    add(kRunLists, mix(first.lists, last.lists, where));
  }

  if (!word.key.empty() && here.coarse != kLower) {
    const auto known = seen_.find(here.key);
    const Seen seen = known == seen_.end() ? Seen{} : known->second;
    const std::uint64_t document = word.initial * 4u + seen.lower * 2u + seen.capital;
    add(kDocument, mix(document, here.coarse, here.classes & kCommon));
    add(kDocumentTypes, mix(seen.types, said));
    add(kDocumentTypesRule, mix(seen.types, document,
                                run_of_[token] != ~0u ? runs_[run_of_[token]].last - runs_[run_of_[token]].first : 0));
    add(kInitial, mix(document, here.shape, here.lists));
  }
  add(kUpper, mix(text_.upper_case, here.coarse));
}

}  // namespace averment
