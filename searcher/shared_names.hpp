// Which names are found with an entity: two entities in like company may be one.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "searcher/entity_table.hpp"

namespace averment {

class SharedNames {
 public:
  explicit SharedNames(const EntityTable& table);

  /// Entities that few reports name and that stand in reports of both, the least frequent first.
  std::vector<std::uint32_t> of(std::uint32_t entity, std::uint32_t other);

  /// Those of one report that stand in other reports of an entity.
  std::vector<std::uint32_t> with_report(std::uint32_t entity, std::uint32_t report, std::uint32_t but);

 private:
  bool is_seldom(std::uint32_t entity) const;
  const std::vector<std::uint32_t>& company(std::uint32_t entity);
  void put_seldom_first(std::vector<std::uint32_t>& entities) const;

  const EntityTable& table_;
  std::size_t most_reports_;  // Of a name that tells something.
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> company_;
};

}  // namespace averment
