// Reports and queries at random, from few words and names, so that they meet.
#include "random_reports.hpp"

#include "plain_scan.hpp"

namespace averment {
namespace {

const std::vector<std::string> outlets = {"", "Daily Post", "Evening Star", "Wire Service"};
const std::vector<std::string> sources = {"", "Qarth police", "Qarth ministry", "Wire Service"};
const std::vector<std::string> vias = {"", "Wire Service", "Qarth radio"};
const std::vector<std::string> places = {"", "Qarth", "Yunkai", "South Yunkai"};
const std::vector<std::string> persons = {"Anna Westhaven", "Ben Westhaven"};
const std::vector<std::string> orgs = {"Qarth ministry", "Yunkai ministry"};
const std::vector<std::string> units = {"Fifth Brigade", "Sixth Brigade"};
const std::vector<std::string> groups = {"", "soldiers", "people", "north soldiers"};
const std::vector<std::string> dates = {"", "2024", "2024-12", "2024-12-30", "2025-01-02", "2025-02", "2024-02-29"};
const std::vector<std::string> rules = {"by-hand", "by-heart"};

/// A word of a name, or some letters at its beginning.
std::string part_of(const std::string& name, unsigned which) {
  const std::size_t blank = name.find(' ');
  if (blank == name.npos) return name;
  return which % 2 ? name.substr(0, blank) : name.substr(blank + 1);
}

}  // namespace

std::string RandomReports::word() {
  const std::vector<WordForms>& known = words_and_forms();
  return known[number(static_cast<unsigned>(known.size()))].word;
}

std::vector<MadeReport> RandomReports::reports(int count) {
  std::vector<MadeReport> reports;
  for (int number = 0; number < count; ++number) reports.push_back(report("r" + std::to_string(1000 + number)));
  return reports;
}

MadeReport RandomReports::report(const std::string& id) {
  std::string text;
  for (unsigned size = 6 + number(12); size > 0; --size) text += word() + " ";
  MadeReport report(id, text, pick({"en", "en", "es", ""}));
  report.outlet(pick(outlets)).published(pick(dates));
  if (number(2)) report.title(word() + " " + word());
  const std::string first = text.substr(0, text.find(' '));
  switch (number(6)) {
    case 0:
      report.mention(EntityType::person, first, pick(persons));
      break;
    case 1:
      report.mention(EntityType::organization, first, pick(orgs));
      break;
    case 2:
      report.mention(EntityType::unit, first, pick(units));
      break;
    case 3:
      break;
    default:
      report.mention(EntityType::place, first, pick({"Qarth", "Yunkai"}));
  }
  for (unsigned claims = number(5); claims > 0; --claims) report.claim(" ", claim());
  return report;
}

Claim RandomReports::claim() {
  MadeClaim made{.category = static_cast<Category>(number(3)), .source = pick(sources), .group = pick(groups)};
  made.qualifier = static_cast<Qualifier>(number(8));
  if (number(3)) made.low = number(10);
  if (number(3)) made.high = made.low.value_or(0) + number(5);
  if (made.qualifier == Qualifier::more_than) made.high.reset();  // as texts are read: "over 8" has no upper bound
  if (made.qualifier == Qualifier::less_than) made.low.reset();
  made.party = pick({"", "Qarth", "Yunkai"});
  made.stake = static_cast<Stake>(number(4));
  made.counted = {pick(groups), number(4) ? "" : "wounded", pick(places), pick(places), ""};
  made.event_date = pick(dates);
  made.place = pick(places);
  made.modality = static_cast<Modality>(number(3) ? 0 : number(4));
  if (number(3) == 0) made.via = {pick({"Wire Service", "Qarth radio"})};
  Claim claim = made;
  claim.rule = pick(rules);
  if (!claim.low && !claim.high && number(2)) {
    claim.share = number(2) ? Share(0.5) : Share(ShareWord::most);
    if (number(2)) claim.derived = Derived{number(10), 10 + number(5), "share_of"};
  }
  return claim;
}

/// The value whole, a part of its words, or its absence.
Query RandomReports::value(Field field, const std::string& text) {
  Query query{.kind = Query::Kind::value, .text = text, .field = field};
  if (text.empty()) query.text = info(field).absent;
  if (query.text.empty()) query.text = "nobody";  // by: and asis: know no absence
  if (text.empty() || number(2)) return query;
  query.text = part_of(text, number(2));
  if (number(2) && field != Field::asis) {
    query.text.resize(1 + number(static_cast<unsigned>(query.text.size())));
    query.prefix = true;
  }
  return query;
}

Query RandomReports::one_word() { return {.kind = Query::Kind::word, .text = word()}; }

Query RandomReports::text_leaf() {
  switch (number(6)) {
    case 0:
      return {.kind = Query::Kind::phrase, .text = word() + " " + word()};
    case 1: {
      const std::string whole = word();
      return {.kind = Query::Kind::wildcard, .text = whole.substr(0, 2 + number(4))};
    }
    case 2: {
      Query near{.kind = Query::Kind::near, .distance = 1 + number(4)};
      near.children = {one_word(),
                       number(2) ? one_word() : Query{.kind = Query::Kind::phrase, .text = word() + " " + word()}};
      return near;
    }
    default:
      return one_word();
  }
}

Query RandomReports::date_leaf() {
  Query query{.kind = Query::Kind::dates, .field = number(2) ? Field::date : Field::event_date};
  query.first = pick(dates);
  query.last = pick(dates);
  if (query.first.empty() && query.last.empty()) return value(query.field, "");
  if (!query.first.empty() && !query.last.empty() && query.last < query.first) query.last = query.first;
  return query;
}

Query RandomReports::leaf() {
  switch (number(20)) {
    case 0:
      return value(Field::outlet, pick(outlets));
    case 1:
      return value(Field::source, pick(sources));
    case 2:
      return {.kind = Query::Kind::value,
              .text = std::string(name_of(static_cast<Category>(number(3)))),
              .field = Field::category};
    case 3:
      return value(Field::place, pick(places));
    case 4:
      return value(Field::group, pick(groups));
    case 5:
    case 6: {
      const unsigned least = number(10);
      return {.kind = Query::Kind::number, .least = least, .most = number(3) ? least + number(8) : ~std::uint64_t{0}};
    }
    case 7:
    case 8:
      return date_leaf();
    case 9:
      return {.kind = Query::Kind::value,
              .text = std::string(name_of(static_cast<Stake>(number(4)))),
              .field = Field::stake};
    case 10:
      return value(Field::via, pick(vias));
    case 11:
      return value(Field::by, pick({"Wire Service", "Qarth police", "Daily Post"}));
    case 12:
      return {.kind = Query::Kind::value, .text = pick({"en", "es", "(unknown)"}), .field = Field::lang};
    case 13: {
      const std::pair<Field, std::string> names[] = {
          {Field::person, pick(persons)}, {Field::org, pick(orgs)}, {Field::unit, pick(units)}};
      const auto& [field, name] = names[number(3)];
      return value(field, number(4) ? name : "");
    }
    case 14:
      return value(Field::title, number(4) ? word() : "");
    case 15:
      return number(2) ? value(Field::asis, word())
                       : Query{.kind = Query::Kind::value, .text = pick(rules), .field = Field::rule};
    default:
      return text_leaf();
  }
}

Query RandomReports::query(int depth) {
  if (depth == 0 || number(3) == 0) return leaf();
  const Query::Kind kinds[] = {Query::Kind::all_of, Query::Kind::all_of, Query::Kind::any_of, Query::Kind::none_of};
  Query query{.kind = kinds[number(4)]};
  for (unsigned parts = query.kind == Query::Kind::none_of ? 1 : 2 + number(2); parts > 0; --parts)
    query.children.push_back(this->query(depth - 1));
  return query;
}

ClaimFilter RandomReports::filter() {
  ClaimFilter filter;
  if (number(2)) filter.modality = static_cast<Modality>(number(4));
  if (number(2)) filter.modality.reset();
  filter.match = static_cast<Match>(number(3));
  filter.derived = number(2);
  return filter;
}

}  // namespace averment
