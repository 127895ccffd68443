// What the trained tagger sees of a token, as numbers.
#include "language/token_features.hpp"

#include <algorithm>
#include <bit>

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace averment {
namespace {

/// Each template's number goes into its features' hashes: a new one is added at the end, and the model trained anew.
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
  kBeside = 32,  // + place * 8
  kPairBefore = 96,
  kPairBehind,
  kPairAround,
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
  kDocumentTypes,
  kDocumentTypesRun,
  kInitial,
  kUpper,
  kRunLastRule,
  kRunLists
};

enum Coarse : std::uint8_t { kLower, kCapital, kAllCapitals, kNumber, kMark, kOther };

std::uint64_t mix(std::uint64_t a, std::uint64_t b) {
  a = (a ^ b) * 0x9E3779B97F4A7C15ull;
  a ^= a >> 29;
  a *= 0xBF58476D1CE4E5B9ull;
  return a ^ (a >> 32);
}
std::uint64_t mix(std::uint64_t a, std::uint64_t b, std::uint64_t c) { return mix(mix(a, b), c); }

std::uint64_t hash(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// Runs of like characters as one, at most eight.
std::uint64_t shape_of(std::string_view written) {
  std::uint64_t shape = 0;
  char last = 0;
  int length = 0;
  for (const char c : written) {
    const char kind = c >= 'A' && c <= 'Z'                    ? 'X'
                      : c >= 'a' && c <= 'z'                  ? 'x'
                      : c >= '0' && c <= '9'                  ? 'd'
                      : static_cast<unsigned char>(c) >= 0x80 ? 'u'
                                                              : c;
    if (kind == last) continue;
    last = kind;
    if (++length > 8) break;
    shape = shape << 8 | static_cast<unsigned char>(kind);
  }
  return shape;
}

constexpr std::uint32_t longest_gap = 3;  // tokens without a capital inside a name: "for the Prohibition of"

}  // namespace

TokenFeatures::TokenFeatures(const Text& text, const TextWords& words, const std::vector<FoundName>& found,
                             const Gazetteer& gazetteer, WordForms& forms)
    : text_(text),
      words_(words),
      form_of_(words.size()),
      rules_(words.size()),
      evidence_(words.size()),
      run_of_(words.size()) {
  find_rules(found);
  find_windows();
  find_runs();
  find_forms(gazetteer, forms);
}

void TokenFeatures::find_rules(const std::vector<FoundName>& found) {
  for (const FoundName& name : found) {
    const auto type = static_cast<unsigned>(name.type);
    for (std::size_t token = name.first; token < name.last; ++token) {
      const bool first = token == name.first, last = token + 1 == name.last;
      const unsigned part = first && last ? 3 : last ? 2 : first ? 0 : 1;
      rules_[token] = static_cast<std::uint8_t>(1 + type * 4 + part);
      evidence_[token] =
          static_cast<std::uint8_t>(1 + static_cast<unsigned>(name.evidence) +
                                    (name.known ? 16 * (1 + static_cast<unsigned>(name.known->list)) : 0));
      if (!words_[token].key.empty())
        in_names_[words_[token].key] |= static_cast<std::uint16_t>(1u << (first && last ? type : 8 + type));
    }
  }
}

bool TokenFeatures::may_be_in_name(std::size_t token, const Sentence& sentence) const {
  const TextWord& word = words_[token];
  if (word.capital || rules_[token] || (word.cased && !text_.upper_case && !word.is(kFunction))) return true;
  // "al-Hadidi", "82nd Airborne": what stands before a capital, also over a hyphen.
  if (!word.is(kParticle) && text_.tokens[token].shape != Token::Shape::mixed) return false;
  const std::size_t next = token + 1;
  if (next < sentence.last && words_[next].capital) return true;
  return next + 1 < sentence.last && words_.is_hyphen(next) && words_[next + 1].capital;
}

void TokenFeatures::find_windows() {
  for (const Sentence& sentence : text_.sentences) {
    bool open = false;
    for (std::uint32_t at = sentence.first; at < sentence.last; ++at) {
      if (!may_be_in_name(at, sentence)) continue;
      if (open && at <= windows_.back().last + longest_gap)
        windows_.back().last = at + 1;
      else
        windows_.push_back({at, at + 1});
      open = true;
    }
  }
}

void TokenFeatures::find_runs() {
  for (const TokenWindow window : windows_)
    for (std::uint32_t at = window.first; at < window.last;) {
      if (!words_[at].capital) {
        ++at;
        continue;
      }
      Run run{at, at + 1};
      while (run.last < window.last &&
             (words_[run.last].capital ||
              (words_.is_hyphen(run.last) && run.last + 1 < window.last && words_[run.last + 1].cased)))
        ++run.last;
      runs_.push_back(run);
      for (; at < run.last; ++at) run_of_[at] = static_cast<std::uint32_t>(runs_.size());
    }
}

void TokenFeatures::find_forms(const Gazetteer& gazetteer, WordForms& forms) {
  forms_.emplace_back();  // stands for no word
  std::size_t tokens = 0;
  for (const TokenWindow window : windows_) tokens += window.last - window.first + 4;
  std::vector<std::uint32_t> slots(std::bit_ceil(2 * tokens + 1));  // by hash, open addressing; 0: free
  for (const TokenWindow window : windows_) {
    const TokenWindow around = sentence(window.first);
    const std::uint32_t last = std::min(around.last, window.last + 2);
    for (std::uint32_t at = std::max(around.first + 2, window.first) - 2; at < last; ++at) {
      if (form_of_[at]) continue;
      // All that its form depends on: a word has other classes in other languages.
      const std::uint64_t written =
          mix(hash(text_.written(text_.tokens[at])), words_[at].classes * 2ull + text_.upper_case);
      std::size_t slot = written & (slots.size() - 1);
      while (slots[slot] && forms_[slots[slot]].written != written) slot = (slot + 1) & (slots.size() - 1);
      const bool known = slots[slot] != 0;
      if (!known) slots[slot] = static_cast<std::uint32_t>(forms_.size());
      form_of_[at] = slots[slot];
      if (known) continue;
      WordForm& form = forms.place_of(written);
      if (form.written != written) form = form_of(at, written, gazetteer);
      forms_.push_back(form);
    }
  }
}

WordForm TokenFeatures::form_of(std::size_t token, std::uint64_t written, const Gazetteer& gazetteer) const {
  const Token& from = text_.tokens[token];
  const TextWord& word = words_[token];
  const std::string_view key = word.key.empty() ? text_.written(from) : word.key;
  using Shape = Token::Shape;
  WordForm form;
  form.written = written;
  form.key = hash(key);
  form.coarse = from.shape == Shape::punctuation  ? kMark
                : from.shape == Shape::number     ? kNumber
                : word.upper && !text_.upper_case ? kAllCapitals
                : word.cased                      ? kCapital
                : from.shape == Shape::lower      ? kLower
                                                  : kOther;
  form.shape = text_.upper_case && word.cased ? 1 : shape_of(text_.written(from));
  form.classes = word.classes;
  if (word.cased) {
    for (const GazetteerName* name = gazetteer.find(word.key); name; name = name->next) {
      form.lists |= 1u << static_cast<unsigned>(name->list);
      if (name->list == NameList::aliases) form.lists |= 1u << (16 + static_cast<unsigned>(name->type));
      if (name->weak) form.lists |= 1u << 15;
    }
    if (gazetteer.longest(word.key, word.hash) > 1) form.lists |= 1u << 12;
  }
  for (std::size_t length = 1; length <= 4 && length < key.size(); ++length) {
    form.starts[length - 1] = hash(key.substr(0, length));
    form.ends[length - 1] = hash(key.substr(key.size() - length));
  }
  return form;
}

TokenWindow TokenFeatures::sentence(std::size_t token) const {
  const Sentence& sentence = text_.sentences[text_.tokens[token].sentence];
  return {sentence.first, sentence.last};
}

const WordForm& TokenFeatures::form(std::size_t token, TokenWindow sentence, int offset) const {
  const auto at = static_cast<std::int64_t>(token) + offset;
  return forms_[at < sentence.first || at >= sentence.last ? 0 : form_of_[static_cast<std::size_t>(at)]];
}

std::uint64_t TokenFeatures::rule(std::size_t token, TokenWindow sentence, int offset) const {
  const auto at = static_cast<std::int64_t>(token) + offset;
  return at < sentence.first || at >= sentence.last ? 63 : rules_[static_cast<std::size_t>(at)];
}

void TokenFeatures::add_word(const WordForm& form, Place place, FeatureList& features) {
  if (!form.written) return;
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.add(mix(name, value)); };
  if (place != Place::self) {
    const std::uint64_t base = kBeside + 8 * static_cast<std::uint64_t>(place);
    add(base, form.key);
    add(base + 1, form.coarse);
    if (place == Place::two_before || place == Place::two_behind) return;
    add(base + 2, form.shape);
    add(base + 3, mix(form.classes, form.coarse));
    add(base + 4, mix(form.lists, form.coarse));
    if (form.ends[2]) add(base + 5, form.ends[2]);
    return;
  }
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
}

void TokenFeatures::add_all(std::size_t token, FeatureList& features) const {
  const TokenWindow around = sentence(token);
  for (std::size_t place = 0; place < places; ++place)
    add_word(form(token, around, static_cast<Place>(place)), static_cast<Place>(place), features);
  add_surroundings(token, around, features);
}

void TokenFeatures::add_surroundings(std::size_t token, TokenWindow sentence, FeatureList& features) const {
  add_pairs(token, sentence, features);
  add_rules(token, sentence, features);
  if (run_of_[token]) add_run(token, sentence, features);
  add_report(token, form(token, sentence, 0), features);
}

void TokenFeatures::add_pairs(std::size_t token, TokenWindow sentence, FeatureList& features) const {
  const WordForm &here = form(token, sentence, 0), &before = form(token, sentence, -1),
                 &behind = form(token, sentence, 1);
  const WordForm &two_before = form(token, sentence, -2), &two_behind = form(token, sentence, 2);
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.add(mix(name, value)); };
  add(kPairBefore, mix(before.key, here.key));
  add(kPairBehind, mix(here.key, behind.key));
  add(kPairAround, mix(before.key + here.coarse, behind.key));
  add(kShapeKeyBefore, mix(before.key, here.shape));
  add(kShapeKeyBehind, mix(behind.key, here.shape));
  const std::uint64_t shapes = before.coarse * 64u + here.coarse * 8u + behind.coarse;
  add(kShapes, shapes);
  add(kShapesWide, (shapes * 8 + two_before.coarse) * 8 + two_behind.coarse);
  add(kListsBefore, mix(here.lists, before.key));
  add(kListsBehind, mix(here.lists * 8ull + behind.coarse, behind.lists));
  add(kClassesBefore, mix(before.classes * 8ull + here.coarse, here.classes));
  add(kClassesBehind, mix(behind.classes * 8ull + here.coarse, here.classes));
  add(kTwoBefore, mix(two_before.key + here.coarse, before.key));
  add(kTwoBehind, mix(behind.key + here.coarse, two_behind.key));
}

void TokenFeatures::add_rules(std::size_t token, TokenWindow sentence, FeatureList& features) const {
  const WordForm& here = form(token, sentence, 0);
  const std::uint64_t said = rule(token, sentence, 0), before = rule(token, sentence, -1),
                      behind = rule(token, sentence, 1);
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.add(mix(name, value)); };
  add(kRule, said);
  add(kRuleEvidence, said * 256 + evidence_[token]);
  add(kRuleBefore, said * 64 + before);
  add(kRuleBehind, said * 64 + behind);
  add(kRuleRow, (said * 64 + before) * 64 + behind);
  add(kRuleShape, mix(said * 8 + form(token, sentence, -1).coarse, here.shape));
  add(kRuleKey, mix(said, here.key));
}

void TokenFeatures::add_run(std::size_t token, TokenWindow sentence, FeatureList& features) const {
  const Run run = runs_[run_of_[token] - 1];
  const std::uint64_t length = std::min(run.last - run.first, 6u);
  const std::uint64_t place = std::min<std::uint64_t>(token - run.first, 4);
  const std::uint64_t rest = std::min<std::uint64_t>(run.last - 1 - token, 4);
  const std::uint64_t where = (length * 8 + place) * 8 + rest;
  const WordForm &first = form(run.first, sentence, 0), &last = form(run.last - 1, sentence, 0);
  const WordForm &left = form(run.first, sentence, -1), &right = form(run.last - 1, sentence, 1);
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.add(mix(name, value)); };
  add(kRunPlace, where * 2 + words_[token].initial);
  add(kRunLast, mix(last.key, std::min<std::uint64_t>(rest, 2) * 2 + std::min<std::uint64_t>(place, 1)));
  add(kRunFirst, mix(first.key, std::min<std::uint64_t>(place, 2) * 2 + std::min<std::uint64_t>(rest, 1)));
  add(kRunLastClasses, mix(last.classes, last.lists, where));
  add(kRunFirstClasses, mix(first.classes, first.lists, where));
  add(kRunBefore, mix(left.key, where));
  add(kRunBehind, mix(right.key, where));
  add(kRunBeforeBehind, mix(left.key, right.key, where));
  add(kRunRule, rules_[token] * 4096ull + where);
  add(kRunLastRule, (rules_[run.last - 1] * 256ull + evidence_[run.last - 1]) * 4096 + where);
  add(kRunLists, mix(first.lists, last.lists, where));
}

void TokenFeatures::add_report(std::size_t token, const WordForm& here, FeatureList& features) const {
  const auto add = [&features](std::uint64_t name, std::uint64_t value) { features.add(mix(name, value)); };
  add(kUpper, text_.upper_case * 8u + here.coarse);
  const TextWord& word = words_[token];
  if (word.key.empty() || here.coarse == kLower) return;
  const bool lower = !text_.upper_case && words_.seen_lower(word);
  const bool capital = !text_.upper_case && words_.seen_capital(word);
  const std::uint64_t seen = word.initial * 4u + lower * 2u + capital;
  const auto names = in_names_.find(word.key);
  const std::uint64_t types = names == in_names_.end() ? 0 : names->second;
  const std::uint64_t run = run_of_[token] ? runs_[run_of_[token] - 1].last - runs_[run_of_[token] - 1].first : 0;
  add(kDocument, (seen * 8 + here.coarse) * 2 + word.is(kCommon));
  add(kDocumentTypes, types * 64 + rules_[token]);
  add(kDocumentTypesRun, (types * 8 + seen) * 64 + std::min<std::uint64_t>(run, 63));
  add(kInitial, mix(seen, here.shape, here.lists));
}

}  // namespace averment
