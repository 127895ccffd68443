// The longest name of the gazetteer that begins at a token.
#include "language/gazetteer_match.hpp"

#include <algorithm>

namespace averment {
namespace {

/// One token in another script may give several: "조선일보" is "joseon ilbo".
std::size_t count_words(std::string_view key) { return 1 + std::count(key.begin(), key.end(), ' '); }

}  // namespace

GazetteerMatch GazetteerMatcher::match(std::size_t first, std::size_t end) const {
  GazetteerMatch best;
  if (!may_begin(first)) return best;
  const TextWord& word = words_[first];
  const std::size_t blank = word.key.find(' ');
  const std::size_t longest =
      blank == word.key.npos ? gazetteer_.longest(word.key, word.hash) : gazetteer_.longest(word.key.substr(0, blank));
  if (longest == 0) return best;
  std::string key(word.key);
  for (std::size_t at = first, count = count_words(key); count <= longest;) {
    if (const GazetteerName* name = acceptable(key, first, at + 1, count)) best = {at + 1, count, name};
    // On to the next word, over hyphens, possessive endings and the comma of "Washington, D.C.".
    std::size_t next = at + 1;
    while (next < end && words_[next].key.empty()) {
      const std::string_view mark = text_.written(text_.tokens[next]);
      const bool comma = mark == "," && next + 1 < end && words_[next + 1].cased;
      if (mark != "-" && mark != "'" && mark != "’" && mark != "'s" && mark != "’s" && mark != "/" && !comma)
        return best;
      ++next;
    }
    if (next >= end) return best;
    key += ' ';
    key += words_[next].key;
    at = next;
    count += count_words(words_[next].key);
  }
  return best;
}

/// A capital, or a particle before one: "al-Qaeda".
bool GazetteerMatcher::may_begin(std::size_t first) const {
  const TextWord& word = words_[first];
  if (word.key.empty()) return false;
  if (word.cased || text_.tokens[first].shape == Token::Shape::other) return true;
  const std::size_t next = first + 1;
  if (word.is(kParticle) && next < words_.size() && words_[next].cased) return true;
  return next + 1 < words_.size() && words_.is_hyphen(next) &&
         (word.is(kParticle) || gazetteer_.longest(word.key, word.hash) > 0);
}

const GazetteerName* GazetteerMatcher::acceptable(const std::string& key, std::size_t first, std::size_t last,
                                                  std::size_t words) const {
  for (const GazetteerName* name = gazetteer_.find(key); name; name = name->next)
    if (name->as_mention && fits(*name, first, last, words) && context_holds(name->context)) return name;
  return nullptr;
}

bool GazetteerMatcher::context_holds(std::string_view context) const {
  if (context.empty()) return true;
  const auto [at, added] = contexts_.try_emplace(context);
  if (added) at->second = holds(context, text_.folded_text);
  return at->second;
}

bool GazetteerMatcher::fits(const GazetteerName& name, std::size_t first, std::size_t last, std::size_t words) const {
  const TextWord& word = words_[first];
  if (name.capitals) {
    if (text_.upper_case && word.is(kCommon)) return false;
    for (std::size_t at = first; at < last; ++at)
      if (!words_[at].key.empty() && text_.tokens[at].shape == Token::Shape::lower) return false;
    const std::string_view written = text_.written(text_.span(first, last));
    return written.size() < 2 || !(written[1] >= 'a' && written[1] <= 'z');
  }
  if (!word.cased && !name.lower && !(word.is(kParticle) && words_[last - 1].cased) &&
      text_.tokens[first].shape != Token::Shape::other)
    return false;
  if (text_.tokens[last - 1].shape == Token::Shape::lower && words == 2 && name.list != NameList::aliases) return false;
  // Spelled in another script, many words sound like a town's name.
  if (text_.tokens[first].shape == Token::Shape::other && name.list != NameList::aliases &&
      name.list != NameList::countries)
    return false;
  if (words > 1) return true;
  if (word.is(kMonth | kWeekday)) return false;
  if (text_.upper_case && word.is(kCommon)) return false;
  if (name.weak) return is_placed(first, last);
  const bool said = word.initial && (words_.seen_lower(word) || word.is(kCommon)) && !words_.seen_capital(word);
  return !said || name.list == NameList::countries || name.list == NameList::demonyms;
}

bool GazetteerMatcher::is_placed(std::size_t first, std::size_t last) const {
  if (first > 0 && words_[first - 1].is(kPlacePreposition)) return true;
  if (last < words_.size() && words_[last].is(kPlaceLast) && text_.tokens[last].shape == Token::Shape::lower)
    return true;
  if (first > 1 && words_[first - 1].key == "of" && words_[first - 2].is(kPlaceFirst)) return true;
  if (last + 1 >= words_.size() || text_.written(text_.tokens[last]) != ",") return false;
  for (const GazetteerName* name = gazetteer_.find(words_[last + 1].key); name; name = name->next)
    if (name->type == EntityType::place && words_[last + 1].cased) return true;
  return false;
}

}  // namespace averment
