// Who and what reports name: each entity with its spellings and its reports.
#include "searcher/entity_table.hpp"

#include <algorithm>
#include <tuple>

#include "language/names.hpp"
#include "language/one_line.hpp"
#include "searcher/deadline.hpp"

namespace averment {
namespace {

bool is_named(const TableEntity& entity, std::string_view words) {
  return has_words(entity.name, words) ||
         std::any_of(entity.spellings.begin(), entity.spellings.end(),
                     [&](const auto& spelling) { return has_words(spelling.first, words); });
}

std::vector<std::string> variants(const TableEntity& entity) {
  std::vector<std::pair<std::uint32_t, std::string>> counted;
  for (const auto& [spelling, count] : entity.spellings) counted.emplace_back(count, spelling);
  std::sort(counted.begin(), counted.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  std::vector<std::string> variants;
  for (auto& [count, spelling] : counted) variants.push_back(std::move(spelling));
  return variants;
}

}  // namespace

bool has_words(std::string_view name, std::string_view wanted) {
  if (wanted.empty()) return true;
  return (" " + name_key(name) + " ").find(" " + name_key(wanted) + " ") != std::string::npos;
}

bool wants(const EntityFilter& filter, EntityType type) {
  if (filter.types.empty()) return type != EntityType::date;
  return std::find(filter.types.begin(), filter.types.end(), type) != filter.types.end();
}

std::uint32_t EntityTable::number(const Mention& mention) {
  const std::string key = static_cast<char>('0' + static_cast<int>(mention.type)) + mention.name;
  const auto [known, added] = numbers_.try_emplace(key, static_cast<std::uint32_t>(entities_.size()));
  if (added) {
    entities_.emplace_back();
    entities_.back().name = mention.name;
    entities_.back().type = mention.type;
  }
  return known->second;
}

void EntityTable::add(const RecordedReport& recorded) {
  const auto report = static_cast<std::uint32_t>(reports_.size());
  TableReport& row = reports_.emplace_back();
  row.id = recorded.report.id;
  const std::string_view text = recorded.report.text;
  for (const Mention& mention : recorded.mentions) {
    const std::uint32_t entity = number(mention);
    TableEntity& named = entities_[entity];
    ++named.spellings[in_one_line(text.substr(mention.span.begin, mention.span.size()))];
    ++named.mentions;
    if (named.reports.empty() || named.reports.back() != report) {
      named.reports.push_back(report);
      row.entities.push_back(entity);
    }
  }
  std::sort(row.entities.begin(), row.entities.end());
}

std::vector<EntityRecord> EntityTable::records(const EntityFilter& filter) const {
  std::vector<EntityRecord> records;
  for (const TableEntity& entity : entities_) {
    check_time(steps_of_reading);
    if (wants(filter, entity.type) && is_named(entity, filter.named))
      records.push_back({entity.name, entity.type, variants(entity), entity.reports.size(), entity.mentions});
  }
  sort_in_time(records, [](const EntityRecord& a, const EntityRecord& b) {
    return std::tie(b.reports, b.mentions, a.name, a.type) < std::tie(a.reports, a.mentions, b.name, b.type);
  });
  return records;
}

}  // namespace averment
