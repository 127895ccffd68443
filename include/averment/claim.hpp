// A claim: one mention of how many people something happened to, and whom the text credits with it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

/// What happened to the people counted.
enum class Category : std::uint8_t {
  killed,
  wounded,
  killed_or_wounded,
  missing,
  captured,
  abducted,
  detained,
  displaced,
  deployed,
  survived
};

/// How the text bounds its quantity.
enum class Qualifier : std::uint8_t { exact, approx, at_least, more_than, at_most, less_than, range, vague };

enum class Modality : std::uint8_t { asserted, denied, forecast, hypothetical };

/// A share that the text gives without a number.
enum class ShareWord : std::uint8_t { nearly_all, most, some };

/// On whose side the party that gives a figure is, seen from the people counted.
enum class Stake : std::uint8_t { own_side, opposing_side, third_party, unknown };

/// A part of a group: from 0 to 1 ("two-thirds" is 0.667), or a word.
using Share = std::variant<double, ShareWord>;

std::string_view name_of(Category category);
std::string_view name_of(Qualifier qualifier);
std::string_view name_of(Modality modality);
std::string_view name_of(ShareWord word);
std::string_view name_of(Stake stake);
std::optional<Category> category(std::string_view name);
std::optional<Qualifier> qualifier(std::string_view name);
std::optional<Modality> modality(std::string_view name);
std::optional<ShareWord> share_word(std::string_view name);
std::optional<Stake> stake(std::string_view name);

/// Whom the text credits with a claim.
struct Attribution {
  std::string source;            ///< As written nearest to the figure: "he", "the NIS".
  std::string name;              ///< The same party under its one name: "National Intelligence Service (South Korea)".
  std::string type;              ///< person, government, organization, nominal ("officials") or document.
  std::string party;             ///< The country or side it speaks for; empty: not known.
  std::string cue;               ///< The words that credit it: "said", "according to".
  bool direct = false;           ///< The figure stands inside quotation marks.
  std::vector<std::string> via;  ///< Who passed it on, nearest to the source first.
  /// Its name, or where it has none, the words.
  const std::string& called() const { return name.empty() ? source : name; }
  bool operator==(const Attribution&) const = default;
};

/// A count worked out from a share and the claim it is a share of.
struct Derived {
  std::optional<std::uint64_t> low;   ///< Empty where the whole has none.
  std::optional<std::uint64_t> high;  ///< Likewise.
  std::string rule;
  bool operator==(const Derived&) const = default;
};

/// The people counted as comparisons take them: synonyms are one kind, in any language, and what a figure leaves out is
/// told from the claims that it continues. Empty strings: cannot be told.
struct Counted {
  std::string kind;     ///< "soldiers", "people".
  std::string part;     ///< What narrows it: "wounded"; empty: all of that kind.
  std::string side;     ///< The country or side they belong to.
  std::string place;    ///< Where it happened.
  std::string country;  ///< That place's country.
  bool operator==(const Counted&) const = default;
};

/// How many people one source says something happened to. Sources that disagree make separate claims; nothing
/// here decides which is right. Fields after UCDP GED's low and high and PolNeAR's source, cue and content.
struct Claim {
  Category category = Category::killed;
  Span figure;                        ///< The words of the quantity, without qualifier and noun.
  std::optional<std::uint64_t> low;   ///< People, inclusive; empty: no lower bound is stated.
  std::optional<std::uint64_t> high;  ///< People, inclusive; empty: no upper bound is stated.
  Qualifier qualifier = Qualifier::exact;
  std::string qualifier_text;             ///< "at least", "some"; empty: none.
  std::optional<Share> share;             ///< The figure is a part of a group, not a count.
  std::optional<std::uint32_t> share_of;  ///< That group's own claim: its index in the report's claims.
  std::optional<Derived> derived;         ///< Never searched unless asked for.
  std::string group;                      ///< The people counted, as written; empty: elided.
  std::string group_name;                 ///< The same in one form: "north korean soldiers".
  std::string group_party;                ///< The country or side they belong to; empty: not stated.
  Counted counted;                        ///< What comparisons take group, group_party and place to be.
  std::optional<Attribution> source;      ///< Empty: the report says it in its own voice.
  Stake stake = Stake::unknown;           ///< Of source in counted.
  Modality modality = Modality::asserted;
  std::string event_date;  ///< YYYY, YYYY-MM or YYYY-MM-DD; empty: not stated.
  std::string place;       ///< Empty: the sentence names none.
  Span sentence;
  std::string rule;       ///< The rule that found it.
  double confidence = 1;  ///< From 0 to 1: how sure the reading is, not how true the claim.
  bool operator==(const Claim&) const = default;
};

/// The head of the claim's chain of attribution, by name. Empty: the report says it itself, or credits somebody whom
/// nobody can tell from others ("officials", "police").
std::string_view origin_of(const Claim& claim);

}  // namespace averment
