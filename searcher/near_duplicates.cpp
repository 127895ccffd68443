// Which reports are copies of one another, syndicated or lightly edited: clusters of near-duplicates.
#include "searcher/near_duplicates.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <unordered_map>
#include <utility>

#define XXH_INLINE_ALL
#include <xxhash.h>

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

class ClusterFinder {
 public:
  explicit ClusterFinder(IndexView& index) : index_(index), reader_(index) {
    for (const Shard& shard : index.shards()) values_.emplace_back(shard.database);
  }

  std::vector<std::uint32_t> clusters(const std::vector<Xapian::docid>& reports) {
    const std::vector<std::string> prints = fingerprints(reports);
    const std::vector<const Group*> groups = in_order();
    Unions clusters = joined(groups);
    std::map<std::string_view, std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < groups.size(); ++i)
      numbers[*prints_[i]] = static_cast<std::uint32_t>(clusters.root(i));
    std::vector<std::uint32_t> found;
    auto alone = static_cast<std::uint32_t>(groups.size());  // reports without words are nobody's copies
    for (const std::string& print : prints) found.push_back(print.empty() ? alone++ : numbers.at(print));
    return found;
  }

 private:
  std::vector<std::string> fingerprints(const std::vector<Xapian::docid>& reports) {
    std::vector<std::size_t> order(reports.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return reports[a] < reports[b]; });
    std::vector<std::string> prints(reports.size());
    for (const std::size_t place : order) {
      const Xapian::docid report = reports[place];
      prints[place] = value(report, schema::slot::fingerprint);
      if (prints[place].empty()) continue;
      std::string content = value(report, schema::slot::content);
      const auto [known, is_new] = of_prints_.try_emplace(prints[place], Group{content, report});
      if (!is_new && content < known->second.content) known->second = {std::move(content), report};
    }
    return prints;
  }

  std::string value(Xapian::docid report, Xapian::valueno slot) {
    return values_[index_.shard_of(report)].value(slot, index_.number_in_shard(report));
  }

  std::vector<const Group*> in_order() {
    std::vector<const Group*> groups;
    for (const auto& [print, group] : of_prints_) {
      groups.push_back(&group);
      prints_.push_back(&print);
    }
    return groups;
  }

  /// Groups that share a band are compared in the order of their fingerprints.
  Unions joined(const std::vector<const Group*>& groups) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> bands;  // band, group
    for (std::uint32_t i = 0; i < groups.size(); ++i)
      for (const std::uint32_t band : bands_of(*prints_[i])) bands.emplace_back(band, i);
    std::sort(bands.begin(), bands.end());
    Unions clusters(groups.size());
    for (auto first = bands.begin(); first != bands.end();) {
      const auto last =
          std::find_if(first, bands.end(), [&](const auto& other) { return other.first != first->first; });
      join_band(first, last, groups, clusters);
      first = last;
    }
    return clusters;
  }

  template <typename Iterator>
  void join_band(Iterator first, Iterator last, const std::vector<const Group*>& groups, Unions& clusters) {
    std::vector<std::uint32_t> unlike;
    for (; first != last; ++first) {
      const std::uint32_t group = first->second;
      const bool is_copy = std::any_of(unlike.begin(), unlike.end(), [&](std::uint32_t other) {
        return clusters.together(other, group) || join_copies(other, group, groups, clusters);
      });
      if (!is_copy && unlike.size() < most_unlike_in_band) unlike.push_back(group);
    }
  }

  bool join_copies(std::uint32_t one, std::uint32_t other, const std::vector<const Group*>& groups, Unions& clusters) {
    const std::uint64_t pair = std::uint64_t{one} << 32 | other;
    const auto [known, is_new] = compared_.try_emplace(pair, false);
    if (!is_new) return known->second;
    known->second = shared(runs(groups[one]->report), runs(groups[other]->report)) >= near_duplicate_share;
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
  std::vector<const std::string*> prints_;  // Of the groups.
  std::unordered_map<std::uint64_t, bool> compared_;
  std::unordered_map<Xapian::docid, std::vector<std::uint64_t>> runs_;
};

}  // namespace

std::vector<std::uint32_t> near_duplicate_clusters(IndexView& index, const std::vector<Xapian::docid>& reports) {
  return ClusterFinder(index).clusters(reports);
}

std::vector<Xapian::docid> likely_copies(IndexView& index, Xapian::docid report) {
  const Xapian::Database& its = index.shards()[index.shard_of(report)].database;
  const std::vector<std::uint32_t> wanted =
      bands_of(ValueReader(its).value(schema::slot::fingerprint, index.number_in_shard(report)));
  std::vector<Xapian::docid> likely;
  for (std::size_t shard = 0; shard < index.shards().size() && !wanted.empty(); ++shard) {
    const Xapian::Database& database = index.shards()[shard].database;
    const auto end = database.valuestream_end(schema::slot::fingerprint);
    for (auto print = database.valuestream_begin(schema::slot::fingerprint); print != end; ++print) {
      const std::vector<std::uint32_t> bands = bands_of(*print);
      for (std::size_t band = 0; band < bands.size(); ++band)
        if (bands[band] == wanted[band]) {
          likely.push_back(index.number(shard, print.get_docid()));
          break;
        }
    }
  }
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
