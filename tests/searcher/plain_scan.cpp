// docs/query.md told again in the plainest way: each report and each claim is looked at, and nothing of an index.
#include "plain_scan.hpp"

#include <algorithm>
#include <limits>
#include <set>

namespace averment {
namespace {

constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();

using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
  Words words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return text;
}

WordForms forms(const std::string& word) {
  for (const WordForms& known : words_and_forms())
    if (known.word == word) return known;
  return {word, word, word};
}

std::string last_day(const std::string& date) {
  constexpr std::string_view days[] = {"31", "28", "31", "30", "31", "30", "31", "31", "30", "31", "30", "31"};
  if (date.size() == 4) return date + "-12-31";
  if (date.size() > 7) return date;
  const bool leap = date.substr(0, 4) == "2024" && date.ends_with("-02");  // the only such year here
  return date + "-" + (leap ? "29" : std::string(days[std::stoul(date.substr(5, 2)) - 1]));
}

std::string first_day(const std::string& date) {
  return date + std::string("-01-01").substr(std::min<std::size_t>(6, date.size() - 4));
}

/// "2024", "2024-12" or "2024-12-30" lies wholly within the range, whose ends may be open.
bool dates_hold(const std::string& date, const Query& query) {
  if (date.empty()) return false;
  return (query.first.empty() || first_day(date) >= first_day(query.first)) &&
         (query.last.empty() || last_day(date) <= last_day(query.last));
}

/// A name has the words side by side; of a beginning, the last of them goes on.
bool has_words(const std::string& name, const std::string& wanted, bool prefix) {
  return (" " + lower(name) + " ").find(" " + lower(wanted) + (prefix ? "" : " ")) != std::string::npos;
}

bool number_holds(const Claim& claim, const Query& query, const ClaimFilter& filter) {
  std::optional<std::uint64_t> low = claim.low, high = claim.high;
  bool more_than = claim.qualifier == Qualifier::more_than, less_than = claim.qualifier == Qualifier::less_than;
  if (!low && !high && filter.derived && claim.derived) {
    low = claim.derived->low;
    high = claim.derived->high;
    more_than = less_than = false;
  }
  if (!low && !high) return !claim.share && filter.match == Match::possible;
  const auto satisfies = [&](std::uint64_t number) { return query.least <= number && number <= query.most; };
  if (filter.match == Match::stated) return (low && satisfies(*low)) || (high && satisfies(*high));
  const std::uint64_t smallest = low ? *low + more_than : 0;
  const std::uint64_t greatest = high ? *high - (less_than && *high > 0) : unlimited;
  if (filter.match == Match::certain) return satisfies(smallest) && satisfies(greatest);
  return smallest <= query.most && greatest >= query.least;
}

std::optional<EntityType> type_of(Field field) {
  switch (field) {
    case Field::person:
      return EntityType::person;
    case Field::org:
      return EntityType::organization;
    case Field::place:
      return EntityType::place;
    case Field::unit:
      return EntityType::unit;
    default:
      return {};
  }
}

/// One report, asked about.
class OneReport {
 public:
  OneReport(const StoredReport& report, const std::set<std::string>& languages, Of of, const ClaimFilter& filter)
      : report_(report), languages_(languages), of_(of), filter_(filter), words_(words_of(report.report.title)) {
    border_ = words_.size();
    for (const std::string& word : words_of(report.report.text)) words_.push_back(word);
  }

  /// A condition that a claim satisfies counts for its report.
  bool holds(const Query& query) const {
    const auto child = [this](const Query& part) { return holds(part); };
    switch (query.kind) {
      case Query::Kind::any_of:
        return std::any_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::none_of:
        return std::none_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::all_of: {
        std::vector<const Query*> together;
        return rest_holds(query, together) && some_claim(together);
      }
      default:
        return some_claim({&query});
    }
  }

  bool holds(const Query& query, const ClaimRecord& claim) const { return counts(claim) && holds(query, &claim); }

 private:
  bool counts(const ClaimRecord& claim) const { return !filter_.modality || claim.claim.modality == *filter_.modality; }

  bool asks_claims(const Query& query) const {
    if (!query.children.empty() && query.kind != Query::Kind::near)
      return std::any_of(query.children.begin(), query.children.end(),
                         [&](const Query& child) { return asks_claims(child); });
    if (query.kind == Query::Kind::number) return true;
    if (query.kind == Query::Kind::dates) return query.field == Field::event_date;
    if (query.kind != Query::Kind::value) return false;
    switch (query.field) {
      case Field::source:
      case Field::category:
      case Field::stake:
      case Field::group:
      case Field::event_date:
      case Field::via:
      case Field::rule:
      case Field::by:
        return true;
      case Field::place:
      case Field::asis:
        return of_ == Of::claims;
      default:
        return false;
    }
  }

  bool excludes_claims(const Query& query) const {
    return (query.kind == Query::Kind::none_of && asks_claims(query)) ||
           std::any_of(query.children.begin(), query.children.end(),
                       [&](const Query& child) { return excludes_claims(child); });
  }

  /// Of the conditions that AND joins, also those of an AND inside it, one claim must satisfy all that ask for claims
  /// and exclude none: they are put aside. The rest are asked of the report.
  bool rest_holds(const Query& query, std::vector<const Query*>& together) const {
    return std::all_of(query.children.begin(), query.children.end(), [&](const Query& part) {
      if (part.kind == Query::Kind::all_of) return rest_holds(part, together);
      if (!asks_claims(part) || excludes_claims(part)) return holds(part);
      together.push_back(&part);
      return true;
    });
  }

  /// One claim satisfies all of them, or the report does without any.
  bool some_claim(const std::vector<const Query*>& together) const {
    const auto satisfied = [&](const ClaimRecord* claim) {
      return std::all_of(together.begin(), together.end(), [&](const Query* query) { return holds(*query, claim); });
    };
    return satisfied(nullptr) || std::any_of(report_.claims.begin(), report_.claims.end(),
                                             [&](const auto& claim) { return counts(claim) && satisfied(&claim); });
  }

  bool holds(const Query& query, const ClaimRecord* claim) const {
    const auto child = [&](const Query& part) { return holds(part, claim); };
    switch (query.kind) {
      case Query::Kind::all_of:
        return std::all_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::any_of:
        return std::any_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::none_of:
        return std::none_of(query.children.begin(), query.children.end(), child);
      case Query::Kind::value:
        if (query.field == Field::by && value_holds(query, {report_.report.outlet})) return true;
        break;
      default:
        break;
    }
    return asks_claims(query) ? claim && claim_holds(query, *claim) : report_holds(query);
  }

  bool claim_holds(const Query& query, const ClaimRecord& record) const {
    const Claim& claim = record.claim;
    if (query.kind == Query::Kind::number) return number_holds(claim, query, filter_);
    if (query.kind == Query::Kind::dates) return dates_hold(claim.event_date, query);
    if (query.field == Field::asis) return claim.source && lower(claim.source->source) == lower(query.text);
    if (query.field == Field::group && query.text != "(none)") return group_holds(query, claim.group_name);
    return value_holds(query, values(query.field == Field::by ? Field::source : query.field, record));
  }

  bool report_holds(const Query& query) const {
    switch (query.kind) {
      case Query::Kind::all:
        return true;
      case Query::Kind::word:
        return has_form(words_, query.text);
      case Query::Kind::phrase:
        return !places(words_of(query.text)).empty();
      case Query::Kind::near:
        return near(query, query.children[0].text, query.children[1].text) ||
               near(query, query.children[1].text, query.children[0].text);
      case Query::Kind::wildcard:
        return has_beginning(words_, query.text);
      case Query::Kind::dates:
        return dates_hold(report_.report.published, query);
      default:
        break;
    }
    if (query.field == Field::title) return title_holds(query);
    if (query.field == Field::asis) return written(query.text);
    return value_holds(query, values(query.field, report_, filter_));
  }

  bool value_holds(const Query& query, const std::vector<std::string>& values) const {
    const bool absence = query.text == "(none)" || query.text == "(unknown)";
    return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
      if (absence) return value.empty();
      switch (query.field) {
        case Field::category:
        case Field::stake:
        case Field::rule:
        case Field::lang:
          return query.prefix ? value.starts_with(query.text) : value == query.text;
        default:
          return !value.empty() && has_words(value, query.text, query.prefix);
      }
    });
  }

  /// `written`, of a text in this language, and `asked`, in any language of the reports, are forms of one word.
  bool same(const std::string& written, const std::string& asked, const std::set<std::string>& of) const {
    return std::any_of(of.begin(), of.end(), [&](const std::string& one) {
      return std::any_of(languages_.begin(), languages_.end(), [&](const std::string& other) {
        return forms(written).stem(one) == forms(asked).stem(other);
      });
    });
  }

  bool has_form(const Words& words, const std::string& asked) const {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return same(word, asked, {report_.report.lang}); });
  }

  /// A word that begins so, in a report of any language, has the same forms as one of these.
  bool has_beginning(const Words& words, const std::string& beginning) const {
    return std::any_of(words_and_forms().begin(), words_and_forms().end(), [&](const WordForms& known) {
      return known.word.starts_with(beginning) && has_form(words, known.word);
    });
  }

  bool title_holds(const Query& query) const {
    Words title = words_of(report_.report.title);
    if (query.text == "(none)") return title.empty();
    Words wanted = words_of(query.text);
    if (query.prefix && !has_beginning(title, wanted.back())) return false;
    if (query.prefix) wanted.pop_back();
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) { return has_form(title, word); });
  }

  bool group_holds(const Query& query, const std::string& group) const {
    Words wanted = words_of(query.text);
    const Words words = words_of(group);
    std::set<std::string> languages = languages_;
    languages.insert("");
    const auto has = [&](const std::string& asked) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return same(word, asked, languages); });
    };
    if (query.prefix && std::none_of(words.begin(), words.end(), [&](const std::string& word) {
          return std::any_of(languages.begin(), languages.end(), [&](const std::string& lang) {
            return forms(word).stem(lang).starts_with(wanted.back());
          });
        }))
      return false;
    if (query.prefix) wanted.pop_back();
    return std::all_of(wanted.begin(), wanted.end(), has);
  }

  /// A name in the report, or the source of one of its claims, is written so.
  bool written(const std::string& name) const {
    return std::any_of(report_.mentions.begin(), report_.mentions.end(),
                       [&](const Mention& mention) {
                         const Span span = mention.span;
                         return lower(report_.report.text.substr(span.begin, span.size())) == lower(name);
                       }) ||
           std::any_of(report_.claims.begin(), report_.claims.end(), [&](const ClaimRecord& record) {
             return record.claim.source && lower(record.claim.source->source) == lower(name);
           });
  }

  /// Where the words stand side by side, none in the title and others in the text.
  std::vector<std::size_t> places(const Words& wanted) const {
    std::vector<std::size_t> places;
    for (std::size_t at = 0; at + wanted.size() <= words_.size(); ++at)
      if (std::equal(wanted.begin(), wanted.end(), words_.begin() + static_cast<std::ptrdiff_t>(at)) &&
          (at >= border_ || at + wanted.size() <= border_))
        places.push_back(at);
    return places;
  }

  bool near(const Query& query, const std::string& earlier, const std::string& later) const {
    const Words first = words_of(earlier), second = words_of(later);
    for (const std::size_t one : places(first))
      for (const std::size_t other : places(second)) {
        const std::size_t last = one + first.size() - 1;
        if (other > last && other - last <= query.distance && (one < border_) == (other < border_)) return true;
      }
    return false;
  }

  const StoredReport& report_;
  const std::set<std::string>& languages_;
  Of of_;
  ClaimFilter filter_;
  Words words_;  // of the title, then of the text
  std::size_t border_ = 0;
};

}  // namespace

const std::vector<WordForms>& words_and_forms() {
  static const std::vector<WordForms> words = {{"soldier", "soldier", "soldi"}, {"soldiers", "soldier", "soldiers"},
                                               {"die", "die", "die"},           {"died", "die", "died"},
                                               {"river", "river", "riv"},       {"border", "border", "bord"},
                                               {"said", "said", "said"},        {"north", "north", "north"},
                                               {"force", "forc", "forc"},       {"forces", "forc", "forc"},
                                               {"town", "town", "town"},        {"towns", "town", "towns"},
                                               {"soldado", "soldado", "sold"},  {"soldados", "soldado", "sold"},
                                               {"people", "peopl", "peopl"}};
  return words;
}

std::vector<std::string> values(Field field, const ClaimRecord& record) {
  const Claim& claim = record.claim;
  switch (field) {
    case Field::outlet:
      return {record.outlet};
    case Field::source:
      return {claim.source ? claim.source->name : ""};
    case Field::via: {
      if (!claim.source || claim.source->via.empty()) return {""};
      const std::set<std::string> via(claim.source->via.begin(), claim.source->via.end());
      return {via.begin(), via.end()};
    }
    case Field::place:
      return {claim.place};
    case Field::category:
      return {std::string(name_of(claim.category))};
    case Field::stake:
      return {std::string(name_of(claim.stake))};
    case Field::group:
      return {claim.group_name};
    case Field::lang:
      return {record.lang};
    case Field::date:
      return {record.published};
    case Field::month:
      return {record.published.substr(0, 7)};
    case Field::event_date:
      return {claim.event_date};
    case Field::title:
      return {record.title};
    default:
      return {claim.rule};
  }
}

std::vector<std::string> values(Field field, const StoredReport& report, const ClaimFilter& filter) {
  std::set<std::string> found;
  if (const std::optional<EntityType> type = type_of(field)) {
    for (const Mention& mention : report.mentions)
      if (mention.type == *type) found.insert(mention.name);
    if (found.empty()) found.insert("");
    return {found.begin(), found.end()};
  }
  if (field == Field::outlet) return {report.report.outlet};
  if (field == Field::lang) return {report.report.lang};
  if (field == Field::date) return {report.report.published};
  if (field == Field::month) return {report.report.published.substr(0, 7)};
  if (field == Field::title) return {report.report.title};
  for (const ClaimRecord& record : report.claims)
    if (!filter.modality || record.claim.modality == *filter.modality)
      for (const std::string& value : values(field, record)) found.insert(value);
  return {found.begin(), found.end()};
}

std::string named(Field field, const std::string& value) {
  return value.empty() ? std::string(info(field).absent) : value;
}

PlainScan::PlainScan(const std::vector<StoredReport>& reports, const Query& query, const ClaimFilter& filter)
    : filter_(filter) {
  std::set<std::string> languages;
  for (const StoredReport& report : reports) languages.insert(report.report.lang);
  for (const StoredReport& report : reports) {
    if (OneReport(report, languages, Of::reports, filter).holds(query)) {
      found_reports_.push_back(&report);
      reports_.push_back(report.report.id);
    }
    const OneReport asked(report, languages, Of::claims, filter);
    for (const ClaimRecord& claim : report.claims)
      if (asked.holds(query, claim)) {
        found_claims_.push_back(&claim);
        claims_.push_back(report.report.id + "/" + std::to_string(claim.start));
      }
  }
}

Counts PlainScan::facet(Field field, Of of) const {
  Counts counts;
  if (of == Of::reports)
    for (const StoredReport* report : found_reports_)
      for (const std::string& value : values(field, *report, filter_)) ++counts[named(field, value)];
  else
    for (const ClaimRecord* claim : found_claims_)
      for (const std::string& value : values(field, *claim)) ++counts[named(field, value)];
  return counts;
}

}  // namespace averment
