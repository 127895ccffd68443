// The index as it would be after changes that are never made.
#include "indexer/dry_run_store.hpp"

#include "indexer/index_writer.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"

namespace averment {

DryRunStore::DryRunStore(const std::filesystem::path& directory) : directory_(directory) {
  if (!index_exists(directory)) return;
  database_ = open_for_reading(directory);
  last_number_ = with_index_errors(directory_, "read", [&] { return database_->get_lastdocid(); });
}

std::optional<StoredVersion> DryRunStore::find(std::string_view report_id) {
  const std::string term = schema::report_term(report_id);
  std::optional<StoredVersion> found;
  if (const auto changed = changed_.find(term); changed != changed_.end())
    found = changed->second;
  else if (database_)
    found = with_index_errors(directory_, "read", [&] { return find_version(*database_, term); });
  if (found && found->number < removed_.size() && removed_[found->number]) return {};
  return found;
}

void DryRunStore::put(BuiltDocument built) {
  changed_[built.term] = {++last_number_, built.values[schema::slot::content], {}};
}

void DryRunStore::remove(std::uint32_t number) {
  if (removed_.size() <= number) removed_.resize(number + 1);
  removed_[number] = true;
}

void DryRunStore::each_origin(const std::function<void(std::uint32_t, const Origin&)>& visit) {
  if (database_) with_index_errors(directory_, "read", [&] { visit_origins(*database_, visit); });
}

}  // namespace averment
