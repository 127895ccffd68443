// Malformed inputs among sound reports: each is rejected with its place or taken, and every sound report is indexed as
// if it were alone.
#include "tests/faults/malformed.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <set>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "tests/faults/amount.hpp"
#include "tests/temporary_folder.hpp"

namespace averment::faults {
namespace {

using Where = std::pair<std::string, std::uint64_t>;  // path and line

constexpr unsigned files = 12, lines = 80, text_files = 160;  // of a round; every fourth input is sound

std::string packed(const TemporaryFolder& folder, const std::string& bytes) {
  const std::string path = folder / "packed.gz";
  const gzFile file = gzopen(path.c_str(), "wb");
  gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
  gzclose(file);
  return content(path);
}

/// A folder of sound and malformed inputs, and what must become of them.
class Mixture {
 public:
  explicit Mixture(unsigned seed) : random_(seed) {
    for (unsigned i = 0; i < files; ++i) {
      const bool is_packed = i % 4 == 3;
      const std::string name = "lines-" + std::to_string(i) + (is_packed ? ".jsonl.gz" : ".jsonl");
      const std::string all = json_lines(folder_ / ("inputs/" + name));
      folder_.write("inputs/" + name, is_packed ? packed(folder_, all) : all);
    }
    for (unsigned i = 0; i < text_files; ++i) text_file(i);
    const std::string wide = folder_.write("inputs/wide.jsonl", std::string_view("\xFF\xFE{\0}\0\n\0", 8));
    malformed_[{wide, 0}] = {"", "", Fate::rejected};
    for (unsigned i = 0; i < files; ++i) broken_archive(i);
  }

  std::string inputs() const { return folder_ / "inputs"; }
  std::string archives() const { return folder_ / "archives"; }
  std::string index(const std::string& name) const { return folder_ / name; }

  const std::vector<Report>& sound() const { return sound_; }
  const std::vector<Report>& archived() const { return archived_; }
  const std::map<Where, Input>& malformed() const { return malformed_; }
  const std::map<std::string, Fate>& broken_archives() const { return broken_archives_; }
  const std::string& archive_of(const Report& report) const { return archive_of_.at(report.id); }

 private:
  bool is_next_sound() { return random_() % 4 == 0; }
  std::string next_id() { return std::to_string(++inputs_); }

  Report next_sound() { return sound_.emplace_back(sound_report(random_, "sound-" + next_id())); }

  std::string json_lines(const std::string& path) {
    std::string all;
    for (unsigned line = 1; line <= lines; ++line) {
      if (is_next_sound()) {
        all += (line == 1 ? "\xEF\xBB\xBF" : "") + sound_line(random_, next_sound());
      } else {
        Input input = malformed_line(random_, "malformed-" + next_id());
        if (line == 1 && input.bytes.starts_with("\xFF")) input.bytes.erase(0, 2);  // or all of the file would be that
        all += input.bytes;
        malformed_[{path, line}] = std::move(input);
      }
      if (line < lines) all += '\n';
    }
    return all;
  }

  void text_file(unsigned number) {
    const std::string name = "text/" + std::to_string(number) + ".txt";
    if (is_next_sound()) {
      folder_.write("inputs/" + name, sound_file(random_, next_sound()));
    } else {
      Input input = malformed_file(random_, name);
      malformed_[{folder_.write("inputs/" + name, input.bytes), 0}] = std::move(input);
    }
  }

  /// Of sound reports, some of which are there before the damage.
  void broken_archive(unsigned number) {
    const std::string path = folder_ / ("archives/" + std::to_string(number) + ".jsonl.gz");
    std::string all;
    for (unsigned i = 0; i < lines / 2; ++i) {
      const Report& report = archived_.emplace_back(sound_report(random_, "archived-" + next_id()));
      all += sound_line(random_, report) + "\n";
      archive_of_[report.id] = path;
    }
    std::string bytes = packed(folder_, all);
    const bool is_cut = number % 2 == 0;
    if (is_cut)
      bytes.resize(1 + random_() % (bytes.size() - 1));
    else
      for (unsigned i = 0; i < 3; ++i) bytes[random_() % bytes.size()] = static_cast<char>(random_());
    folder_.write(path, bytes);
    broken_archives_[path] = is_cut ? Fate::rejected : Fate::either;
  }

  TemporaryFolder folder_;
  Random random_;
  unsigned inputs_ = 0;
  std::vector<Report> sound_, archived_;
  std::map<Where, Input> malformed_;
  std::map<std::string, Fate> broken_archives_;
  std::map<std::string, std::string> archive_of_;
};

struct Outcome {
  IngestSummary sum;
  std::map<Where, std::string> rejected;  // with the reason
  std::uint64_t rejections = 0;
};

Outcome take(const std::string& index, const std::string& path) {
  Outcome outcome;
  Indexer indexer(index);
  IngestObserver observer;
  observer.rejected = [&](const Rejection& rejection) {
    ++outcome.rejections;
    outcome.rejected[{rejection.path, rejection.line}] = rejection.reason;
  };
  outcome.sum = ingest(indexer, {.paths = {path}, .size_limit = size_limit}, observer);
  return outcome;
}

testing::AssertionResult is_same(const std::optional<StoredReport>& found, const StoredReport& alone) {
  if (!found) return testing::AssertionFailure() << "it is not there";
  Report report = found->report;
  report.origin = {};
  if (report != alone.report) return testing::AssertionFailure() << "it is another report";
  if (found->mentions != alone.mentions) return testing::AssertionFailure() << "its names differ";
  const auto same = [](const ClaimRecord& a, const ClaimRecord& b) {
    return a.claim == b.claim && a.claim_id == b.claim_id && a.figure == b.figure && a.sentence == b.sentence;
  };
  if (!std::equal(found->claims.begin(), found->claims.end(), alone.claims.begin(), alone.claims.end(), same))
    return testing::AssertionFailure() << "its claims differ";
  return testing::AssertionSuccess();
}

/// What each of the sound reports is where nothing else is.
std::map<std::string, StoredReport> alone(const Mixture& mixture) {
  std::map<std::string, StoredReport> reports;
  Indexer indexer(mixture.index("alone"));
  for (const auto* sound : {&mixture.sound(), &mixture.archived()})
    for (const Report& report : *sound) indexer.put(report);
  indexer.commit();
  Searcher searcher(mixture.index("alone"));
  for (const auto* sound : {&mixture.sound(), &mixture.archived()})
    for (const Report& report : *sound) {
      std::optional<StoredReport> stored = searcher.report(report.id);
      EXPECT_TRUE(stored && stored->report == report && !stored->claims.empty()) << report.id;
      if (stored) reports[report.id] = std::move(*stored);
    }
  return reports;
}

void check_fates(const Mixture& mixture, const Outcome& outcome, Searcher& searcher) {
  EXPECT_EQ(outcome.rejections, outcome.rejected.size()) << "an input is rejected twice";
  EXPECT_EQ(outcome.sum.rejected, outcome.rejections);
  for (const auto& [where, reason] : outcome.rejected) {
    EXPECT_FALSE(reason.empty());
    EXPECT_TRUE(mixture.malformed().contains(where))
        << where.first << ":" << where.second << ": " << reason << ", but nothing there is malformed";
  }
  for (const auto& [where, input] : mixture.malformed()) {
    const auto rejected = outcome.rejected.find(where);
    const bool is_rejected = rejected != outcome.rejected.end();
    SCOPED_TRACE(where.first + ":" + std::to_string(where.second) + ": " +
                 testing::PrintToString(input.bytes.substr(0, 500)) + (is_rejected ? ": " + rejected->second : ""));
    EXPECT_TRUE(is_rejected || input.fate != Fate::rejected);
    if (input.fate != Fate::taken) continue;
    EXPECT_FALSE(is_rejected);
    EXPECT_TRUE(searcher.report(input.id));
  }
}

/// Of an archive that breaks off, what stands before that is taken as it is. Whether bytes in it are others is known at
/// its end only, when what was read is taken already: then the archive is rejected, so that its user knows.
void check_archives(const Mixture& mixture, const std::map<std::string, StoredReport>& alone) {
  Outcome outcome;
  ASSERT_NO_THROW(outcome = take(mixture.index("mixed"), mixture.archives()));
  std::set<std::string> altered;
  for (const auto& [path, fate] : mixture.broken_archives()) {
    const auto is_of_it = [&path = path](const auto& rejected) { return rejected.first.first == path; };
    const auto count = std::count_if(outcome.rejected.begin(), outcome.rejected.end(), is_of_it);
    EXPECT_TRUE(count > 0 || fate != Fate::rejected) << path;
    if (count > 0 && fate == Fate::either) altered.insert(path);
  }
  Searcher searcher(mixture.index("mixed"));
  std::uint64_t found = 0;
  for (const Report& report : mixture.archived()) {
    const std::optional<StoredReport> stored = searcher.report(report.id);
    if (!stored || altered.contains(mixture.archive_of(report))) continue;
    EXPECT_TRUE(is_same(stored, alone.at(report.id))) << report.id;
    ++found;
  }
  EXPECT_GT(found, 0u) << "no archive was read at all";
}

TEST(Malformed, InputsAreRejectedOrTakenAndTheSoundReportsAmongThemAreIndexed) {
  std::uint64_t malformed = 0, rejected = 0, sound = 0;
  for (unsigned seed = 1; seed <= times(3); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    const Mixture mixture(seed);
    const std::map<std::string, StoredReport> reports = alone(mixture);
    Outcome outcome;
    ASSERT_NO_THROW(outcome = take(mixture.index("mixed"), mixture.inputs()));
    const IngestSummary& sum = outcome.sum;
    EXPECT_EQ(sum.indexed + sum.updated + sum.unchanged + sum.rejected,
              mixture.sound().size() + mixture.malformed().size());
    {
      Searcher searcher(mixture.index("mixed"));
      check_fates(mixture, outcome, searcher);
      for (const Report& report : mixture.sound())
        EXPECT_TRUE(is_same(searcher.report(report.id), reports.at(report.id))) << report.id;
      EXPECT_TRUE(searcher.verify(/*files=*/false).empty());
    }
    check_archives(mixture, reports);
    malformed += mixture.malformed().size() + mixture.broken_archives().size();
    rejected += outcome.rejected.size();
    sound += mixture.sound().size();
    ASSERT_FALSE(testing::Test::HasFailure());
  }
  std::cout << malformed << " malformed inputs, " << rejected << " rejected; " << sound
            << " sound reports, all indexed\n";
}

}  // namespace
}  // namespace averment::faults
