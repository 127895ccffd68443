// Claims → where and when it happened, and whose side the people are on, as far as the sentence says.
#include "language/claim_details.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace averment {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};

class Details {
 public:
  Details(const Text& text, const ClaimLexicon& lexicon, const std::vector<Mention>& mentions,
          std::string_view published)
      : text_(text), lexicon_(lexicon), mentions_(mentions), published_(published) {}

  void add(FoundClaim& found) const {
    Claim& claim = found.claim;
    if (const Mention* party = side_in(found.group)) claim.group_party = party->name;
    if (const Mention* place = nearest(claim, EntityType::place)) claim.place = place->name;
    if (const Mention* date = nearest(claim, EntityType::date)) claim.event_date = resolve_date(date->name, published_);
  }

 private:
  auto first_at(std::uint32_t begin) const {
    return std::lower_bound(mentions_.begin(), mentions_.end(), begin,
                            [](const Mention& mention, std::uint32_t at) { return mention.span.begin < at; });
  }

  const Mention* side_in(Span group) const {
    for (auto at = first_at(group.begin); at != mentions_.end() && at->span.begin < group.end; ++at)
      if (at->type == EntityType::nationality || at->type == EntityType::place || at->type == EntityType::organization)
        return &*at;
    return nullptr;
  }

  /// The mention that stands nearest to the figure, behind it rather than before it. A place needs a preposition of
  /// place before it; a date must not be the day on which somebody said so.
  const Mention* nearest(const Claim& claim, EntityType type) const {
    const Mention *behind = nullptr, *before = nullptr;
    for (auto at = first_at(claim.sentence.begin); at != mentions_.end() && at->span.begin < claim.sentence.end; ++at) {
      if (at->type != type || (type == EntityType::place && !located(*at))) continue;
      if (at->span.begin < claim.figure.begin)
        before = &*at;
      else if (!behind)
        behind = &*at;
    }
    return behind ? behind : before;
  }

  /// "in the Kursk region": a preposition of place within the two words before.
  bool located(const Mention& mention) const {
    const auto token = std::lower_bound(text_.tokens.begin(), text_.tokens.end(), mention.span.begin,
                                        [](const Token& one, std::uint32_t begin) { return one.span.begin < begin; });
    auto i = static_cast<std::size_t>(token - text_.tokens.begin());
    for (int steps = 0; steps < 3 && i-- > 0; ++steps) {
      if (lexicon_.classes(text_, i).has(WordClass::place_preposition)) return true;
    }
    return false;
  }

  const Text& text_;
  const ClaimLexicon& lexicon_;
  const std::vector<Mention>& mentions_;
  std::string_view published_;
};

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

void add_details(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                 const std::vector<Mention>& mentions, std::string_view published) {
  const Details details(text, lexicon, mentions, published);
  for (FoundClaim& found : claims) details.add(found);
}

std::string resolve_date(std::string_view name, std::string_view published) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return std::string(name);
  const std::size_t blank = name.find(' ');
  const auto month = std::find(months.begin(), months.end(), name.substr(0, blank));
  if (month == months.end() || published.size() < 7) return {};
  std::string day = "-" + two_digits(static_cast<int>(month - months.begin()) + 1);
  if (blank != name.npos) day += "-" + two_digits(std::atoi(std::string(name.substr(blank + 1)).c_str()));
  int year = std::atoi(std::string(published.substr(0, 4)).c_str());
  const std::string_view rest = published.substr(4, std::min(day.size(), published.size() - 4));
  if (std::string_view(day).substr(0, rest.size()) > rest) --year;
  return std::to_string(year) + day;
}

}  // namespace averment
