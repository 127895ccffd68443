// The index as it would be after changes that are never made.
#pragma once

#include <filesystem>

#include "indexer/report_store.hpp"

namespace averment {

class DryRunStore : public ReportStore {
 public:
  /// Looks at the index if there is one. @throws IndexError
  explicit DryRunStore(const std::filesystem::path& directory);

  std::optional<StoredVersion> find(std::string_view report_id) override;
  std::uint32_t last_number() override { return last_number_; }
  void put(BuiltDocument built) override;
  void move(std::uint32_t, const Origin&) override {}
  void remove(std::uint32_t number) override;
  void commit() override {}
  void compact() override {}
  std::vector<std::string> claims_of(std::uint32_t) override { return {}; }
  void each_origin(const std::function<void(std::uint32_t, const Origin&)>& visit) override;

 private:
  std::filesystem::path directory_;
  std::optional<Xapian::Database> database_;
  std::uint32_t last_number_ = 0;
  std::unordered_map<std::string, StoredVersion> changed_;  ///< By term.
  std::vector<bool> removed_;                               ///< By number.
};

}  // namespace averment
