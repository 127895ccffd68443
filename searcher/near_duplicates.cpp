// Which reports are copies of one another, syndicated or lightly edited: clusters of near-duplicates.
#include "searcher/near_duplicates.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "searcher/deadline.hpp"
#include "searcher/match_walk.hpp"
#include "searcher/unions.hpp"
#include "store/fingerprint.hpp"
#include "store/schema.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

// Reports of one band that are no copies of each other: what more of them there are is not compared with all. Bulletins
// of one form can be many.
constexpr std::size_t most_unlike_in_band = 32;

/// Reports with one fingerprint, which are taken for copies, and the one that stands for them.
struct Group {
  std::string content;  ///< Of the one that stands for all: the least, so that it is the same in every index.
  Xapian::docid report = 0;
};

template <typename Visit>
void each_fingerprint(const IndexView& index, const Visit& visit) {
  for (std::size_t shard = 0; shard < index.shards().size(); ++shard) {
    const Xapian::Database& database = index.shards()[shard].database;
    const auto end = database.valuestream_end(schema::slot::fingerprint);
    for (auto print = database.valuestream_begin(schema::slot::fingerprint); print != end; ++print) {
      check_time();
      visit(index.number(shard, print.get_docid()), *print);
    }
  }
}

class ClusterFinder {
 public:
  explicit ClusterFinder(IndexView& index) : index_(index), reader_(index) {
    for (const Shard& shard : index.shards()) values_.emplace_back(shard.database);
  }

  std::vector<std::uint32_t> clusters(const std::vector<Xapian::docid>& reports) {
    take_in(reports);
    number_clusters();
    if (reports.size() < index_.database().get_doccount()) take_in_what_joins();
    std::vector<std::uint32_t> found;
    auto alone = static_cast<std::uint32_t>(groups_.size());  // reports without words are nobody's copies
    for (const Xapian::docid report : reports) {
      const std::string& print = prints_.at(report);
      found.push_back(print.empty() ? alone++ : clusters_.at(print));
    }
    return found;
  }

 private:
  /// In ascending order, as values are read.
  void take_in(std::vector<Xapian::docid> reports) {
    std::sort(reports.begin(), reports.end());
    for (const Xapian::docid report : reports) {
      check_time();
      const std::string& print = prints_[report] = value(report, schema::slot::fingerprint);
      if (print.empty()) continue;
      std::string content = value(report, schema::slot::content);
      const auto [known, is_new] = of_prints_.try_emplace(print, Group{content, report});
      if (!is_new && content < known->second.content) known->second = {std::move(content), report};
    }
  }

  /// Two reports may be copies of a third one that was not asked about, and are then of one cluster. Whatever may be a
  /// copy of one that is taken in is taken in, too, until no more of them are copies.
  void take_in_what_joins() {
    std::unordered_set<std::uint32_t> asked = bands();
    while (true) {
      const std::vector<Xapian::docid> likely = reports_with(asked);
      if (likely.empty()) return;
      take_in(likely);
      std::map<std::uint32_t, std::size_t> sizes;
      number_clusters();
      for (const auto& [print, cluster] : clusters_) ++sizes[cluster];
      asked.clear();
      for (const Xapian::docid report : likely)
        if (sizes.at(clusters_.at(prints_.at(report))) > 1)
          for (const std::uint32_t band : bands_of(prints_.at(report))) asked.insert(band);
    }
  }

  std::unordered_set<std::uint32_t> bands() const {
    std::unordered_set<std::uint32_t> all;
    for (const auto& [print, group] : of_prints_) {
      check_time();
      for (const std::uint32_t band : bands_of(print)) all.insert(band);
    }
    return all;
  }

  /// That are not taken in yet.
  std::vector<Xapian::docid> reports_with(const std::unordered_set<std::uint32_t>& bands) {
    std::vector<Xapian::docid> reports;
    each_fingerprint(index_, [&](Xapian::docid report, const std::string& print) {
      const std::vector<std::uint32_t> its = bands_of(print);
      const auto asked = [&](std::uint32_t band) { return bands.contains(band); };
      if (std::any_of(its.begin(), its.end(), asked) && !prints_.contains(report)) reports.push_back(report);
    });
    return reports;
  }

  std::string value(Xapian::docid report, Xapian::valueno slot) {
    return values_[index_.shard_of(report)].value(slot, index_.number_in_shard(report));
  }

  void number_clusters() {
    groups_.clear();
    for (const auto& [print, group] : of_prints_) groups_.push_back(&group);
    Unions joined = this->joined();
    clusters_.clear();
    std::uint32_t place = 0;
    for (const auto& [print, group] : of_prints_) {
      check_time();
      clusters_[print] = static_cast<std::uint32_t>(joined.root(place++));
    }
  }

  /// Groups that share a band are compared in the order of their fingerprints.
  Unions joined() {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bands;  // band, group
    std::uint32_t place = 0;
    for (const auto& [print, group] : of_prints_) {
      check_time();
      for (const std::uint32_t band : bands_of(print)) bands.emplace_back(band, place);
      ++place;
    }
    sort_in_time(bands);
    Unions clusters(groups_.size());
    for (auto first = bands.begin(); first != bands.end();) {
      const auto last =
          std::find_if(first, bands.end(), [&](const auto& other) { return other.first != first->first; });
      join_band(first, last, clusters);
      first = last;
    }
    return clusters;
  }

  template <typename Iterator>
  void join_band(Iterator first, Iterator last, Unions& clusters) {
    std::vector<std::uint32_t> unlike;
    for (; first != last; ++first) {
      check_time();
      const std::uint32_t group = first->second;
      const bool is_copy = std::any_of(unlike.begin(), unlike.end(), [&](std::uint32_t other) {
        return clusters.together(other, group) || join_copies(other, group, clusters);
      });
      if (!is_copy && unlike.size() < most_unlike_in_band) unlike.push_back(group);
    }
  }

  bool join_copies(std::uint32_t one, std::uint32_t other, Unions& clusters) {
    check_time();
    const Xapian::docid report = groups_[one]->report, other_report = groups_[other]->report;
    const auto [known, is_new] = compared_.try_emplace(std::uint64_t{report} << 32 | other_report, false);
    if (is_new) known->second = shared(runs(report), runs(other_report)) >= near_duplicate_share;
    if (known->second) clusters.unite(one, other);
    return known->second;
  }

  const std::vector<std::uint64_t>& runs(Xapian::docid report) {
    const auto [known, is_new] = runs_.try_emplace(report);
    if (is_new) known->second = reader_.of(report);
    return known->second;
  }

  IndexView& index_;
  RunReader reader_;
  std::vector<ValueReader> values_;
  std::map<std::string, Group> of_prints_;
  std::vector<const Group*> groups_;                    // In the order of their fingerprints.
  std::map<std::string_view, std::uint32_t> clusters_;  // By fingerprint.
  std::unordered_map<Xapian::docid, std::string> prints_;
  std::unordered_map<std::uint64_t, bool> compared_;  // by two reports
  std::unordered_map<Xapian::docid, std::vector<std::uint64_t>> runs_;
};

}  // namespace

std::vector<std::uint32_t> near_duplicate_clusters(IndexView& index, const std::vector<Xapian::docid>& reports) {
  return ClusterFinder(index).clusters(reports);
}

std::vector<Xapian::docid> likely_copies(IndexView& index, Xapian::docid report) {
  const Xapian::Database& its = index.shards()[index.shard_of(report)].database;
  const std::vector<std::uint32_t> wanted =
      bands_of(value_of(its, schema::slot::fingerprint, index.number_in_shard(report)));
  std::vector<Xapian::docid> likely;
  if (wanted.empty()) return likely;
  each_fingerprint(index, [&](Xapian::docid other, const std::string& print) {
    const std::vector<std::uint32_t> bands = bands_of(print);
    if (std::mismatch(bands.begin(), bands.end(), wanted.begin(), std::not_equal_to<>()).first != bands.end())
      likely.push_back(other);
  });
  return likely;
}

std::vector<std::uint64_t> RunReader::of(Xapian::docid report) {
  std::vector<std::uint64_t> words;
  if (index_.shards().size() == 1) {
    const Shard& shard = index_.shards().front();
    for (const std::uint32_t word : unpack_words(shard.words.of(shard.database, report)))
      if (word != 0) words.push_back(word);
  } else {  // each index numbers words for itself
    const Report read = deserialize_claims(index_.stored(report)).report;
    for (const SearchToken& token : analyzer_.analyze(read.text, read.lang))
      words.push_back(XXH64(token.word.data(), token.word.size(), 0));
  }
  return runs_of(words);
}

}  // namespace averment
