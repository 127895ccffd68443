// Reports and queries at random, from few words and names, so that they meet.
#include "random_reports.hpp"

namespace averment {
namespace {

const std::vector<std::string> words = {"soldiers", "died", "river", "border", "said", "north", "force", "town"};
const std::vector<std::string> outlets = {"", "Daily Post", "Evening Star", "Wire Service"};
const std::vector<std::string> sources = {"", "Qarth police", "Qarth ministry", "Wire Service"};
const std::vector<std::string> places = {"", "Qarth", "Yunkai"};
const std::vector<std::string> groups = {"", "soldiers", "people"};
const std::vector<std::string> dates = {"", "2024", "2024-12", "2024-12-30", "2025-01-02", "2025-02"};

}  // namespace

std::vector<MadeReport> RandomReports::reports(int count) {
  std::vector<MadeReport> reports;
  for (int number = 0; number < count; ++number) reports.push_back(report("r" + std::to_string(1000 + number)));
  return reports;
}

MadeReport RandomReports::report(const std::string& id) {
  std::string text;
  for (unsigned size = 6 + number(12); size > 0; --size) text += pick(words) + " ";
  MadeReport report(id, text, pick({"en", "en", "es", ""}));
  report.outlet(pick(outlets)).published(pick(dates));
  if (number(2)) report.title(pick(words) + " " + pick(words));
  const std::string first = text.substr(0, text.find(' '));
  if (number(2)) report.mention(EntityType::place, first, pick({"Qarth", "Yunkai"}));
  for (unsigned claims = number(5); claims > 0; --claims) report.claim(" ", claim());
  return report;
}

Claim RandomReports::claim() {
  MadeClaim made{.category = static_cast<Category>(number(3)), .source = pick(sources), .group = pick(groups)};
  made.qualifier = static_cast<Qualifier>(number(8));
  if (number(3)) made.low = number(10);
  if (number(3)) made.high = made.low.value_or(0) + number(5);
  made.party = pick({"", "Qarth", "Yunkai"});
  made.stake = static_cast<Stake>(number(4));
  made.counted = {pick(groups), number(4) ? "" : "wounded", pick(places), pick(places), ""};
  made.event_date = pick(dates);
  made.place = pick(places);
  made.modality = static_cast<Modality>(number(3) ? 0 : number(4));
  if (number(3) == 0) made.via = {pick({"Wire Service", "Qarth radio"})};
  return made;
}

Query RandomReports::leaf() {
  const auto value = [](Field field, const std::string& text) {
    Query query{.kind = Query::Kind::value, .text = text, .field = field};
    if (text.empty()) query.text = info(field).absent;
    return query;
  };
  switch (number(11)) {
    case 10:
      return value(Field::stake, std::string(name_of(static_cast<Stake>(number(4)))));
    case 0:
      return value(Field::outlet, pick(outlets));
    case 1:
      return value(Field::source, pick(sources));
    case 2:
      return value(Field::category, std::string(name_of(static_cast<Category>(number(3)))));
    case 3:
      return value(Field::place, pick(places));
    case 4:
      return value(Field::group, pick(groups));
    case 5: {
      const unsigned least = number(10);
      return {.kind = Query::Kind::number, .least = least, .most = least + number(8)};
    }
    case 6:
      return {.kind = Query::Kind::phrase, .text = pick(words) + " " + pick(words)};
    case 7:
      return {.kind = Query::Kind::dates, .field = number(2) ? Field::date : Field::event_date, .first = "2024-12"};
    default:
      return {.kind = Query::Kind::word, .text = pick(words)};
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
  if (number(2)) filter.modality.reset();
  filter.match = static_cast<Match>(number(3));
  return filter;
}

}  // namespace averment
