// Who and what reports name: each entity with its spellings and its reports.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/answer.hpp"
#include "averment/searcher.hpp"
#include "store/stored_report.hpp"

namespace averment {

/// The filter wants entities of this type.
bool wants(const EntityFilter& filter, EntityType type);

struct TableEntity {
  std::string name;
  EntityType type = EntityType::person;
  std::unordered_map<std::string, std::uint32_t> spellings;  ///< And how often each is written.
  std::vector<std::uint32_t> reports;                        ///< Ascending numbers of EntityTable::reports.
  std::uint64_t mentions = 0;
};

struct TableReport {
  std::string id;
  std::vector<std::uint32_t> entities;  ///< Ascending, each once.
};

/// The words of `wanted` stand side by side in the name; empty: always.
bool has_words(std::string_view name, std::string_view wanted);

class EntityTable {
 public:
  void add(const RecordedReport& report);

  const std::vector<TableEntity>& entities() const { return entities_; }
  const std::vector<TableReport>& reports() const { return reports_; }

  /// In the order that Searcher::entities promises.
  std::vector<EntityRecord> records(const EntityFilter& filter) const;

 private:
  std::uint32_t number(const Mention& mention);

  std::vector<TableEntity> entities_;
  std::vector<TableReport> reports_;
  std::unordered_map<std::string, std::uint32_t> numbers_;  // By type and name.
};

}  // namespace averment
