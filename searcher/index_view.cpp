// One index, or several as one, open for reading: the newest committed state, its languages and its labels.
#include "searcher/index_view.hpp"

#include <unistd.h>

#include <algorithm>

#include "averment/error.hpp"
#include "store/checked_metadata.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace metadata = schema::metadata;

/// Xapian reads one file of the folder after the other: none of them may be another folder's.
Shard opened(const std::filesystem::path& directory, std::size_t cache_bytes) {
  for (int left = IndexView::tries; left > 0; --left) {
    auto folder = std::make_shared<const Folder>(directory);
    try {
      Xapian::Database database = open_for_reading(directory);
      if (folder->still_at(directory))
        return {.directory = directory,
                .database = std::move(database),
                .folder = std::move(folder),
                .words = WordBlocks(cache_bytes / 3 * 2),
                .postings = PostingLists(cache_bytes / 3)};
    } catch (const IndexError&) {
      if (!folder->is_open() || folder->still_at(directory)) throw;
    }
  }
  throw Xapian::DatabaseModifiedError("its folder was exchanged again and again while it was opened");
}

std::size_t default_cache_bytes() {
  constexpr std::size_t least = 192 << 20;
  const long pages = sysconf(_SC_PHYS_PAGES), page = sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return least;
  return std::max(least, static_cast<std::size_t>(pages) / 16 * 3 * static_cast<std::size_t>(page));
}

}  // namespace

IndexView::IndexView(const std::vector<std::filesystem::path>& directories, std::uint64_t cache_bytes,
                     std::chrono::milliseconds time_limit)
    : directories_(directories), time_limit_(time_limit) {
  if (directories.empty()) throw InputError("no index is named: give at least one directory");
  shard_bytes_ = (cache_bytes != 0 ? cache_bytes : default_cache_bytes()) / directories.size();
  read("open", [] {});
}

/// All of them, or the view stays as it was.
void IndexView::open_all() {
  std::vector<Shard> shards;
  Xapian::Database all;
  for (const std::filesystem::path& directory : directories_) {
    shards.push_back(opened(directory, shard_bytes_));
    all.add_database(shards.back().database);
  }
  shards_ = std::move(shards);
  all_ = std::move(all);
}

void IndexView::close_all() {
  shards_.clear();
  all_ = Xapian::Database();
  revision_.clear();
}

StoredParts IndexView::stored(Xapian::docid number) const {
  check_time(steps_a_look);
  return reports(shards_[shard_of(number)]).read(number_in_shard(number));
}

StoredParts IndexView::stored(const ReportChange& change) const {
  check_time(steps_a_look);
  return reports(shards_.front()).read(change);
}

ReportReader& IndexView::reports(const Shard& shard) {
  if (!shard.reports) shard.reports.emplace(shard.database);
  return *shard.reports;
}

std::filesystem::path IndexView::name() const {
  std::string names;
  for (const std::filesystem::path& directory : directories_) names += (names.empty() ? "" : ", ") + directory.string();
  return names;
}

bool IndexView::is_replaced() const {
  return std::any_of(shards_.begin(), shards_.end(),
                     [](const Shard& shard) { return !shard.folder->still_at(shard.directory); });
}

void IndexView::reopen() {
  if (shards_.empty() || is_replaced())
    open_all();
  else
    all_.reopen();
  // Of a folder that was exchanged just now, Xapian has read which blocks are whose, and looks for them in the old one.
  if (is_replaced()) open_all();
  std::string revision;
  for (const Shard& shard : shards_)
    revision += shard.database.get_metadata(std::string(metadata::revision)) + "/" + shard.database.get_uuid() + " ";
  if (revision == revision_) return;
  for (Shard& shard : shards_) {
    shard.words.clear();
    shard.postings.clear();
    shard.dampings.clear();
    shard.reports.reset();
  }
  labels_.erase(Field::title);  // no name of the index: noted as they were counted
  read_languages();
  revision_ = std::move(revision);
}

void IndexView::read_languages() {
  languages_.clear();
  const std::string prefix(schema::prefix::lang);
  for (auto term = all_.allterms_begin(prefix); term != all_.allterms_end(prefix); ++term) {
    const std::string digits = (*term).substr(prefix.size());
    languages_.push_back(digits == "0" ? "" : label(Field::lang, schema::from_digits(digits)));
  }
}

const std::string& IndexView::label(Field field, std::uint64_t id) {
  std::string& name = labels_[field][id];
  if (name.empty()) check_time(steps_of_reading);
  for (auto shard = shards_.begin(); name.empty() && shard != shards_.end(); ++shard)
    if (std::string found = shard->database.get_metadata(schema::label_key(field, id)); schema::name_id(found) == id)
      name = std::move(found);
  if (name.empty())
    throw IndexError(IndexError::Reason::damaged,
                     "the index '" + this->name().string() + "' is damaged: a name of the field " +
                         std::string(info(field).name) + " is missing; index the reports again into a new folder");
  return name;
}

std::set<std::string> IndexView::stems(const std::string& word) const {
  std::set<std::string> stems;
  for (const Shard& shard : shards_)
    if (const std::optional<WordEntry> entry = word_entry(shard.database, word))
      stems.insert(entry->stems.begin(), entry->stems.end());
  return stems;
}

void IndexView::each_word(std::string_view beginning,
                          const std::function<bool(const std::string&, const WordEntry&)>& visit) const {
  const std::string start = schema::word_key(beginning);
  for (const Shard& shard : shards_)
    for (auto key = shard.database.metadata_keys_begin(start); key != shard.database.metadata_keys_end(start); ++key) {
      check_time();
      const std::string word = (*key).substr(schema::metadata::word.size());
      if (!visit(word, unpack_word(checked_metadata(shard.database, *key), word))) return;
    }
}

void IndexView::each_label(Field field, const std::function<void(std::uint64_t, const std::string&)>& visit) const {
  const std::string key = schema::label_key(field, 0);
  const std::string prefix = key.substr(0, key.size() - schema::digits(0).size());
  for (const Shard& shard : shards_)
    for (auto at = shard.database.metadata_keys_begin(prefix); at != shard.database.metadata_keys_end(prefix); ++at) {
      check_time();
      visit(schema::from_digits((*at).substr(prefix.size())), shard.database.get_metadata(*at));
    }
}

}  // namespace averment
