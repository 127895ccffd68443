// One index, or several as one, open for reading: the newest committed state, its languages and its labels.
#pragma once

#include <xapian.h>

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "averment/error.hpp"
#include "averment/field.hpp"
#include "searcher/deadline.hpp"
#include "searcher/posting_lists.hpp"
#include "searcher/word_blocks.hpp"
#include "store/database.hpp"
#include "store/folder.hpp"
#include "store/report_reader.hpp"
#include "store/vocabulary.hpp"

namespace averment {

struct Shard {
  std::filesystem::path directory;
  Xapian::Database database;
  std::shared_ptr<const Folder> folder{};  ///< Compaction puts another one in its place.
  // Kept of the state that is read now.
  mutable WordBlocks words;
  mutable PostingLists postings;
  mutable std::vector<double>
      dampings{};                      ///< Of the documents, by number, once they were asked for: searcher/relevance.
  mutable std::vector<double> sums{};  ///< Zeros, for scores to be added up in.
  mutable std::optional<ReportReader> reports{};
};

class IndexView {
 public:
  /// `cache_bytes`, `time_limit`: see SearcherOptions.
  explicit IndexView(const std::vector<std::filesystem::path>& directories, std::uint64_t cache_bytes = 0,
                     std::chrono::milliseconds time_limit = {});

  const Xapian::Database& database() const { return all_; }
  const std::vector<Shard>& shards() const { return shards_; }
  /// A document's number in database(), where those of several indexes alternate, and back.
  Xapian::docid number(std::size_t shard, Xapian::docid of_shard) const {
    return static_cast<Xapian::docid>((of_shard - 1) * shards_.size() + shard + 1);
  }
  std::size_t shard_of(Xapian::docid number) const { return (number - 1) % shards_.size(); }
  Xapian::docid number_in_shard(Xapian::docid number) const {
    return static_cast<Xapian::docid>((number - 1) / shards_.size() + 1);
  }

  /// What a document holds of its report. Its words hold until the next one is asked for.
  StoredParts stored(Xapian::docid number) const;

  /// As a document of the one index had it before; without its origin.
  StoredParts stored(const ReportChange& change) const;

  /// All directories, for messages.
  std::filesystem::path name() const;

  /// Changes with every commit to any of the indexes.
  const std::string& revision() const { return revision_; }

  /// ISO 639-1 of the reports' languages; an empty one where some have none.
  const std::vector<std::string>& languages() const { return languages_; }

  /// The name behind an id other than 0. @throws IndexError (damaged) if it is not there.
  const std::string& label(Field field, std::uint64_t id);

  /// For names that the index does not hold by their ids.
  void note_label(Field field, std::uint64_t id, const std::string& name) { labels_[field][id] = name; }

  /// Some name may be visited twice if there are several indexes.
  void each_label(Field field, const std::function<void(std::uint64_t, const std::string&)>& visit) const;

  /// The stems under which reports have a written word.
  std::set<std::string> stems(const std::string& word) const;

  /// Every written word that begins so, with its stems, until `visit` returns false. Some may be visited twice if there
  /// are several indexes.
  void each_word(std::string_view beginning,
                 const std::function<bool(const std::string&, const WordEntry&)>& visit) const;

  /// From now on, of a question; 0: none.
  Deadline deadline() const { return Deadline(time_limit_); }

  /// action() on the newest state; the whole again, some times, where a writer takes that state away underneath.
  /// @throws IndexError in place of Xapian's errors.
  template <typename Action>
  auto read(std::string_view tried, Action&& action) {
    const Deadline within = deadline();
    for (int left = tries;; --left) {
      try {
        reopen();
        return action();
      } catch (const Xapian::DatabaseModifiedError& error) {
        if (left <= 1) throw_index_error(name(), tried, error);
      } catch (const Xapian::Error& error) {
        if (left <= 1 || !is_replaced()) throw_index_error(name(), tried, error);
      } catch (const IndexError&) {
        if (left <= 1 || !is_replaced()) throw;
      } catch (const Error&) {
        throw;
      } catch (...) {  // memory that cannot be had, for one
        close_all();
        throw;
      }
    }
  }

  static constexpr int tries = 5;

 private:
  static ReportReader& reports(const Shard& shard);
  bool is_replaced() const;  ///< Compaction has put another folder in some index's place.
  void open_all();
  /// Xapian must not be asked again where an exception that is not its own has passed through it: its cursors may have
  /// lost their blocks.
  void close_all();
  void reopen();
  void read_languages();

  std::vector<std::filesystem::path> directories_;
  std::size_t shard_bytes_;  // of what is kept of each
  std::chrono::milliseconds time_limit_;
  std::vector<Shard> shards_;
  Xapian::Database all_;
  std::string revision_;
  std::vector<std::string> languages_;
  std::map<Field, std::unordered_map<std::uint64_t, std::string>> labels_;  // A name's id never changes.
};

}  // namespace averment
