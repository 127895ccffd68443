// Claims → where and when it happened, and whose side the people are on, as far as the sentence says.
#include "language/claim_details.hpp"

#include <algorithm>
#include <array>
#include <chrono>
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
    if (const Mention* date = nearest(claim, EntityType::date))
      claim.event_date = resolve_date(date->name, published_);
    else if (const DayWord* day = nearest_day(found))
      claim.event_date = resolve_day(*day, published_, claim.modality == Modality::forecast);
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

  /// "on Monday", "yesterday": the word that stands nearest to the figure, like a date.
  const DayWord* nearest_day(const FoundClaim& found) const {
    const Sentence& sentence = text_.sentences[found.sentence];
    const DayWord *behind = nullptr, *before = nullptr;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      const DayWord* day = lexicon_.days.find(text_.folded(i), text_.tokens[i].hash);
      if (!day || tells_when_said(i, sentence)) continue;
      if (i < found.figure)
        before = day;
      else if (!behind)
        behind = day;
    }
    return behind ? behind : before;
  }

  /// "said on Monday", "on Monday told": the day of the saying.
  bool tells_when_said(std::uint32_t day, const Sentence& sentence) const {
    constexpr std::uint32_t reach = 3;
    const std::uint32_t begin = day > sentence.first + reach ? day - reach : sentence.first;
    const std::uint32_t end = std::min(day + 2, sentence.last);
    for (std::uint32_t i = begin; i < end; ++i)
      if (lexicon_.classes(text_, i).has(WordClass::cue)) return true;
    return false;
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

using chrono_day = std::chrono::day;

std::string two_digits(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

}  // namespace

void add_details(std::vector<FoundClaim>& claims, const Text& text, const ClaimLexicon& lexicon,
                 const std::vector<Mention>& mentions, std::string_view published) {
  const Details details(text, lexicon, mentions, published);
  for (FoundClaim& found : claims) details.add(found);
}

std::string resolve_day(const DayWord& day, std::string_view published, bool to_come) {
  using namespace std::chrono;
  if (published.size() < 10) return {};
  const auto part = [published](std::size_t at, std::size_t size) {
    return std::atoi(std::string(published.substr(at, size)).c_str());
  };
  const year_month_day date(year(part(0, 4)), month(static_cast<unsigned>(part(5, 2))),
                            chrono_day(static_cast<unsigned>(part(8, 2))));
  if (!date.ok()) return {};
  sys_days at = date;
  if (day.weekday) {
    const weekday wanted(static_cast<unsigned>(day.value));
    at = to_come ? at + (wanted - weekday(at)) : at - (weekday(at) - wanted);
  } else {
    at += days(day.value);
  }
  const year_month_day found(at);
  return std::to_string(static_cast<int>(found.year())) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(found.month()))) + "-" +
         two_digits(static_cast<int>(static_cast<unsigned>(found.day())));
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
