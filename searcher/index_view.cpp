// One index, or several as one, open for reading: the newest committed state, its languages and its labels.
#include "searcher/index_view.hpp"

#include <charconv>

#include "averment/error.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace metadata = schema::metadata;

std::uint64_t from_hex(std::string_view digits) {
  std::uint64_t id = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), id, 16);
  return id;
}

}  // namespace

IndexView::IndexView(const std::vector<std::filesystem::path>& directories) {
  if (directories.empty()) throw InputError("no index is named: give at least one directory");
  for (const std::filesystem::path& directory : directories) {
    shards_.push_back({directory, open_for_reading(directory)});
    all_.add_database(shards_.back().database);
  }
}

std::filesystem::path IndexView::name() const {
  std::string names;
  for (const Shard& shard : shards_) names += (names.empty() ? "" : ", ") + shard.directory.string();
  return names;
}

void IndexView::reopen() {
  all_.reopen();
  std::string revision;
  for (const Shard& shard : shards_)
    revision += shard.database.get_metadata(std::string(metadata::revision)) + "/" + shard.database.get_uuid() + " ";
  if (revision == revision_) return;
  read_languages();
  revision_ = std::move(revision);
}

void IndexView::read_languages() {
  languages_.clear();
  const std::string prefix(schema::prefix::lang);
  for (auto term = all_.allterms_begin(prefix); term != all_.allterms_end(prefix); ++term) {
    const std::string digits = (*term).substr(prefix.size());
    languages_.push_back(digits == "0" ? "" : label(Field::lang, from_hex(digits)));
  }
}

const std::string& IndexView::label(Field field, std::uint64_t id) {
  std::string& name = labels_[field][id];
  for (auto shard = shards_.begin(); name.empty() && shard != shards_.end(); ++shard)
    name = shard->database.get_metadata(schema::label_key(field, id));
  if (name.empty())
    throw IndexError(IndexError::Reason::damaged,
                     "the index '" + this->name().string() + "' is damaged: a name of the field " +
                         std::string(info(field).name) + " is missing; index the reports again into a new folder");
  return name;
}

void IndexView::each_label(Field field, const std::function<void(std::uint64_t, const std::string&)>& visit) const {
  constexpr std::size_t digits = 16;
  const std::string key = schema::label_key(field, 0);
  const std::string prefix = key.substr(0, key.size() - digits);
  for (const Shard& shard : shards_)
    for (auto at = shard.database.metadata_keys_begin(prefix); at != shard.database.metadata_keys_end(prefix); ++at)
      visit(from_hex((*at).substr(prefix.size())), shard.database.get_metadata(*at));
}

}  // namespace averment
