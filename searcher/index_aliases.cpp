// The alias table by which questions to an index understand names.
#include "searcher/index_aliases.hpp"

#include <algorithm>

#include "store/checked_metadata.hpp"
#include "store/packing.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

const Aliases& built_in() {
  static const Aliases table{KnowledgeFiles()};
  return table;
}

}  // namespace

IndexAliases::IndexAliases(const IndexView& index, std::filesystem::path lexicons)
    : index_(index), fixed_(!lexicons.empty()) {
  if (fixed_) own_ = std::make_unique<const Aliases>(KnowledgeFiles(std::move(lexicons)));
}

const Aliases& IndexAliases::table() {
  if (!fixed_ && revision_ != index_.revision()) {
    std::vector<OwnFile> files = remembered();
    own_ = files.empty() ? nullptr : std::make_unique<const Aliases>(KnowledgeFiles(std::move(files)));
    revision_ = index_.revision();
  }
  return own_ ? *own_ : built_in();
}

/// Of several indexes: the lines of all of them.
std::vector<OwnFile> IndexAliases::remembered() const {
  std::vector<OwnFile> all;
  for (const Shard& shard : index_.shards())
    for (OwnFile& file : unpack_own_files(checked_metadata(shard.database, std::string(schema::metadata::own_names)))) {
      const auto known =
          std::find_if(all.begin(), all.end(), [&](const OwnFile& other) { return other.name == file.name; });
      if (known == all.end())
        all.push_back(std::move(file));
      else if (known->content != file.content)
        known->content += "\n" + file.content;
    }
  return all;
}

}  // namespace averment
