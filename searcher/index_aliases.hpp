// The alias table by which questions to an index understand names.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "searcher/index_view.hpp"

namespace averment {

class IndexAliases {
 public:
  /// `lexicons`: a user's folder; empty: the files with which the index was last written.
  /// @throws InputError for a folder that cannot be read, with file and line for a row that makes no sense.
  IndexAliases(const IndexView& index, std::filesystem::path lexicons);

  /// Of the state that the index is read in: valid until that changes.
  const Aliases& table();

 private:
  std::vector<OwnFile> remembered() const;

  const IndexView& index_;
  std::unique_ptr<const Aliases> own_;  // Null: the built-in one.
  bool fixed_ = false;                  // A folder's: whatever the index says.
  std::string revision_;
};

}  // namespace averment
