// The data files of corpus/lexicons and corpus/gazetteer: built into the library, or from a user's folder.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace averment {

/// One line of a tab-separated file; comment lines (#) and blank ones are left out.
using Row = std::vector<std::string_view>;

/// A user's file, by the name of the built-in one that it extends.
struct OwnFile {
  std::string name;  ///< As in "gazetteer/aliases.tsv".
  std::string content;
  bool operator==(const OwnFile&) const = default;
};

class KnowledgeFiles {
 public:
  /// A file of `folder` with the name of a built-in one extends it; if its first line is "#replace", replaces it.
  /// @throws InputError if the folder, or a file in it, cannot be read.
  explicit KnowledgeFiles(std::filesystem::path folder = {});

  /// The same with files that are held in memory.
  explicit KnowledgeFiles(std::vector<OwnFile> own);

  /// `name` as in "lexicons/en/triggers.tsv". A file that does not exist has no rows.
  /// @throws InputError, with file and line, if a row has fewer than `columns` columns or `read` throws InputError.
  void each_row(std::string_view name, std::size_t columns, const std::function<void(const Row&)>& read) const;

  /// The user's files whose names begin with `prefix`, sorted.
  std::vector<OwnFile> own(std::string_view prefix) const;

  /// A built-in file as it is: "tagger/names.model". Empty: there is none.
  std::string_view built_in(std::string_view name) const;

  /// Of all files' contents.
  std::uint64_t fingerprint() const;

  /// The names of all files that begin with `prefix`, sorted.
  std::vector<std::string> names(std::string_view prefix) const;

 private:
  const OwnFile* find(std::string_view name) const;

  std::filesystem::path folder_;
  std::vector<OwnFile> own_;  // Sorted by name.
};

}  // namespace averment
