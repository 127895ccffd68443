// Whether a found claim says what a gold claim says: value, source, group.
#include "evaluation/claim_agreement.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <cmath>
#include <set>

namespace averment {
namespace {

using Words = std::set<std::string>;

/// Words that many parties share: they tell none from another.
const Words& untelling() {
  static const Words words{"the",  "a",         "an",       "of",        "mr",          "mrs",
                           "ms",   "dr",        "and",      "s",         "some",        "two",
                           "its",  "his",       "her",      "their",     "local",       "state",
                           "said", "spokesman", "official", "officials", "spokeswoman", "spokesperson"};
  return words;
}

bool in_word(UChar32 c) {
  constexpr std::uint32_t numbers = U_GC_N_MASK;
  return c == '_' || u_isalpha(c) || (U_MASK(u_charType(c)) & numbers) != 0;
}

/// Case, accents and possessive endings off.
Words words_of(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* const nfkd = icu::Normalizer2::getNFKDInstance(status);
  const std::string_view bytes = name;
  icu::UnicodeString text = icu::UnicodeString::fromUTF8({bytes.data(), static_cast<std::int32_t>(bytes.size())});
  if (U_SUCCESS(status)) text = nfkd->normalize(text, status);
  text.foldCase();
  icu::UnicodeString base;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (u_getCombiningClass(text.char32At(i)) == 0) base.append(text.char32At(i));
  base.findAndReplace(u"’s", u"").findAndReplace(u"'s", u"");
  Words words;
  std::string word;
  for (std::int32_t i = 0; i <= base.length(); i = base.moveIndex32(i, 1)) {
    if (i < base.length() && in_word(base.char32At(i))) {
      icu::UnicodeString(base.char32At(i)).toUTF8String(word);
    } else if (!word.empty()) {
      words.insert(std::move(word));
      word.clear();
    }
    if (i == base.length()) break;
  }
  return words;
}

Words telling(const Words& words) {
  Words rest;
  std::set_difference(words.begin(), words.end(), untelling().begin(), untelling().end(),
                      std::inserter(rest, rest.end()));
  return rest.empty() ? words : rest;
}

bool same_party(const Words& one, const Words& other) {
  if (one == other) return true;
  const Words a = telling(one), b = telling(other);
  const auto within = [](const Words& part, const Words& whole) {
    return !part.empty() && std::includes(whole.begin(), whole.end(), part.begin(), part.end());
  };
  return within(a, b) || within(b, a);
}

bool same_number(std::optional<double> gold, const std::optional<std::uint64_t>& found) {
  if (!gold || !found) return !gold && !found;
  return std::abs(*gold - static_cast<double>(*found)) < 0.5;
}

bool is_whole(const std::optional<Share>& share) {
  const double* const number = share ? std::get_if<double>(&*share) : nullptr;
  return !share || (number && *number == 1);
}

bool same_share(const std::optional<Share>& gold, const std::optional<Share>& found) {
  if (is_whole(gold) && is_whole(found)) return true;
  if (!gold || !found) return false;
  const double *const a = std::get_if<double>(&*gold), *const b = std::get_if<double>(&*found);
  return a && b ? std::abs(*a - *b) <= 0.01 : *gold == *found;
}

}  // namespace

bool same_value(const GoldClaim& gold, const Claim& found) {
  const auto fits = [&](const GoldBounds& bounds) {
    return same_number(bounds.first, found.low) && same_number(bounds.second, found.high);
  };
  return same_share(gold.share, found.share) &&
         (fits(gold.bounds) || std::any_of(gold.accept_value.begin(), gold.accept_value.end(), fits));
}

bool same_source(const GoldClaim& gold, const std::optional<Attribution>& found) {
  const bool found_none = !found || (found->source.empty() && found->name.empty());
  if (gold.source.empty()) return found_none;
  if (found_none)
    return std::find(gold.accept_source.begin(), gold.accept_source.end(), "") != gold.accept_source.end();
  std::vector<std::string_view> names{gold.source, gold.source_name};
  names.insert(names.end(), gold.accept_source.begin(), gold.accept_source.end());
  for (const std::string_view name : names)
    for (const std::string_view other : {std::string_view(found->source), std::string_view(found->name)})
      if (!name.empty() && !other.empty() && same_party(words_of(name), words_of(other))) return true;
  return false;
}

bool same_group(const GoldClaim& gold, const Claim& found) {
  const auto content = [](std::string_view group) {
    Words words = words_of(group);
    for (const char* article : {"a", "an", "the"}) words.erase(article);
    return words;
  };
  return content(gold.group) == content(found.group);
}

}  // namespace averment
