#include <gmock/gmock.h>

#include <random>
#include <sstream>

#include "indexer/dry_run_store.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/indexer_state.hpp"
#include "store/compression.hpp"
#include "store/database.hpp"
#include "store/stored_report.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class IngestTest : public FolderTest {
 protected:
  Indexer::State open(const fs::path& directory, bool dry = false) const {
    Indexer::State state{{"1", {}, [] { return Analyze(analyze_simply); }}, nullptr};
    if (dry)
      state.store = std::make_unique<DryRunStore>(directory);
    else
      state.store = std::make_unique<IndexWriter>(directory, "1");
    return state;
  }

  IngestSummary run(Indexer::State state, IngestOptions options) {
    rejections_.clear();
    warnings_.clear();
    IngestObserver observer;
    observer.rejected = [&](const Rejection& rejection) {
      rejections_.push_back(fs::path(rejection.path).filename().string() + ":" + std::to_string(rejection.line) + ": " +
                            rejection.reason);
    };
    observer.warned = [&](const std::string& warning) { warnings_.push_back(warning); };
    observer.progress = [&](const IngestSummary& so_far) { last_progress_ = so_far.indexed; };
    return ingest(state, options, observer);
  }
  IngestSummary run(IngestOptions options) { return run(open(index()), std::move(options)); }
  IngestSummary run(const fs::path& path) { return run(IngestOptions{.paths = {path.string()}}); }
  IngestSummary prune(const fs::path& path) { return run(IngestOptions{.paths = {path.string()}, .prune = true}); }

  /// Everything an index says of its reports, in the order of their ids.
  static std::map<std::string, std::string> content(const fs::path& directory) {
    const Xapian::Database database = open_for_reading(directory);
    const std::map<std::uint32_t, std::string> words = vocabulary(database);
    const Compression compression(database);
    std::map<std::string, std::string> all;
    for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
      const Xapian::Document document = database.get_document(*number);
      std::string& of_one = all[document.get_value(schema::slot::report)];
      of_one = compression.expand(document.get_data()) + '\n';
      for (auto value = document.values_begin(); value != document.values_end(); ++value)
        of_one += std::to_string(value.get_valueno()) + "=" +
                  (value.get_valueno() == schema::slot::words ? readable(*value, words) : *value) + '\n';
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
        of_one += *term + ' ' + std::to_string(term.get_wdf()) + '\n';
    }
    return all;
  }
  /// The words behind their numbers, which depend on the order of the reports.
  static std::map<std::uint32_t, std::string> vocabulary(const Xapian::Database& database) {
    std::map<std::uint32_t, std::string> words{{0, "|"}};
    const std::string start = schema::word_key("");
    for (auto key = database.metadata_keys_begin(start); key != database.metadata_keys_end(start); ++key) {
      const std::string word = (*key).substr(start.size());
      words[word_entry(database, word)->number] = word;
    }
    return words;
  }
  static std::string readable(std::string_view packed, const std::map<std::uint32_t, std::string>& words) {
    std::string text;
    for (const std::uint32_t number : unpack_words(packed)) text += words.at(number) + " ";
    return text;
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& [id, of_one] : content(index())) ids.push_back(id);
    return ids;
  }

  /// `count` reports of chance as JSON Lines.
  static std::vector<std::string> random_lines(unsigned seed, int count) {
    std::mt19937 random(seed);
    std::vector<std::string> lines;
    for (int i = 0; i < count; ++i) {
      std::string text;
      for (int words = 1 + static_cast<int>(random() % 30); words > 0; --words)
        text += std::string(1 + random() % 5, static_cast<char>('a' + random() % 26)) + (random() % 4 ? " " : " 3 ");
      lines.push_back("{\"id\": " + std::to_string(i) + ", \"outlet\": \"o" + std::to_string(random() % 5) +
                      "\", \"text\": \"" + text + "\"}");
    }
    return lines;
  }
  static std::string joined(const std::vector<std::string>& lines) {
    std::string all;
    for (const std::string& line : lines) all += line + "\n";
    return all;
  }

  std::vector<std::string> rejections_, warnings_;
  std::uint64_t last_progress_ = 0;
};

TEST_F(IngestTest, AFolderOfAllFormatsIsIndexedAndTheSecondTimeNothingChanges) {
  write("news/a.txt", "3 soldiers fell");
  write("news/b.jsonl", "{\"id\": 1, \"text\": \"4 5\"}\n{\"id\": 2, \"text\": \"words\"}\n");
  const IngestSummary first = run(folder_ / "news");
  EXPECT_EQ(first.indexed, 3u);
  EXPECT_EQ(first.claims, 3u);
  EXPECT_EQ(first.bytes, 15u + 3u + 5u);
  EXPECT_EQ(last_progress_, 3u);
  EXPECT_THAT(ids(), ElementsAre("1", "2", "a.txt"));

  const auto before = content(index());
  const IngestSummary second = run(folder_ / "news");
  EXPECT_EQ(second.unchanged, 3u);
  EXPECT_EQ(second.indexed + second.updated + second.rejected + second.removed, 0u);
  EXPECT_EQ(content(index()), before);
  EXPECT_EQ(open_for_reading(index()).get_metadata("revision"), "1");
}

TEST_F(IngestTest, ChangedReportsAreUpdatedAndTheOthersLeft) {
  write("news/a.txt", "words");
  write("news/b.txt", "words");
  run(folder_ / "news");
  write("news/b.txt", "3 other words");
  const IngestSummary summary = run(folder_ / "news");
  EXPECT_EQ(summary.unchanged, 1u);
  EXPECT_EQ(summary.updated, 1u);
  EXPECT_EQ(summary.claims, 1u);
}

TEST_F(IngestTest, ReportsReadUnderAnotherAnalysisAreReadAgain) {
  write("news/a.txt", "words");
  run(folder_ / "news");
  Indexer::State later = open(index());
  later.analysis.version = "2";
  EXPECT_EQ(run(std::move(later), {.paths = {(folder_ / "news").string()}}).updated, 1u);
}

TEST_F(IngestTest, OfTheSameIdTwiceTheLaterOneWins) {
  std::string lines;
  for (int i = 0; i < 200; ++i)
    lines += "{\"id\": \"same\", \"text\": \"words " + std::string(1, static_cast<char>('a' + i % 26)) + "\"}\n";
  write("a.jsonl", lines + "{\"id\": \"same\", \"text\": \"last\"}\n{\"id\": \"same\", \"text\": \"last\"}\n");
  const IngestSummary summary = run(folder_ / "a.jsonl");
  EXPECT_EQ(summary.indexed, 1u);
  EXPECT_EQ(summary.updated, 200u);
  EXPECT_EQ(summary.unchanged, 1u);
  EXPECT_TRUE(open_for_reading(index()).term_exists("last"));
  EXPECT_FALSE(open_for_reading(index()).term_exists("word"));
}

TEST_F(IngestTest, OneThreadAndManyGiveTheSameIndex) {
  const unsigned seed = 20250219;
  SCOPED_TRACE(seed);
  const fs::path lines = write("a.jsonl", joined(random_lines(seed, 1500)));
  const auto with_threads = [&](unsigned threads) {
    const fs::path directory = folder_ / std::to_string(threads);
    EXPECT_EQ(run(open(directory), {.paths = {lines.string()}, .threads = threads}).indexed, 1500u);
    const Xapian::Database database = open_for_reading(directory);
    std::vector<std::string> order;  // also the documents' numbers
    for (auto id = database.valuestream_begin(schema::slot::report);
         id != database.valuestream_end(schema::slot::report); ++id)
      order.push_back(*id);
    return std::pair(order, content(directory));
  };
  EXPECT_EQ(with_threads(1), with_threads(4));
}

TEST_F(IngestTest, TheOrderOfReportsDoesNotMatter) {
  const unsigned seed = 20250220;
  SCOPED_TRACE(seed);
  std::vector<std::string> paths;
  for (const std::string& line : random_lines(seed, 100))
    paths.push_back(write("news/" + std::to_string(paths.size()) + ".jsonl", line).string());
  run(open(folder_ / "forwards"), {.paths = paths});
  std::shuffle(paths.begin(), paths.end(), std::mt19937(seed));
  run(open(folder_ / "shuffled"), {.paths = paths});
  EXPECT_EQ(content(folder_ / "forwards").size(), 100u);
  EXPECT_EQ(content(folder_ / "shuffled"), content(folder_ / "forwards"));
}

TEST_F(IngestTest, RejectedReportsAreNamedAndTheOthersStay) {
  write("news/a.txt", "words");
  write("news/b.txt", std::string_view("bin\0ary", 7));
  write("news/c.txt", " \n");
  write("news/d.jsonl",
        "{\"id\": 1, \"text\": \"words\"}\n{\"text\": \"no id\"}\n{\"id\": 2}\n{\"id\": 3,\n"
        "{\"id\": 4, \"text\": \"crash\"}\n{\"id\": 5, \"text\": \"a\\u0000b\"}\n{\"id\": 6, \"text\": \"words\"}\n");
  const IngestSummary summary = run(folder_ / "news");
  EXPECT_EQ(summary.indexed, 3u);
  EXPECT_EQ(summary.rejected, 7u);
  EXPECT_THAT(rejections_, testing::UnorderedElementsAre(HasSubstr("b.txt:0: it is binary"), "c.txt:0: it has no text",
                                                         "d.jsonl:2: it has no id", "d.jsonl:3: it has no text",
                                                         HasSubstr("d.jsonl:4: malformed"),
                                                         "d.jsonl:5: it cannot be analyzed: the analyzer has a fault",
                                                         HasSubstr("d.jsonl:6: its text is binary")));
  EXPECT_THAT(ids(), ElementsAre("1", "6", "a.txt"));
}

TEST_F(IngestTest, OfManyWarningsTheFirstAreShownAndTheOthersCounted) {
  std::string lines;
  for (int i = 0; i < 10; ++i) lines += "{\"id\": " + std::to_string(i) + ", \"date\": \"NaN\", \"text\": \"words\"}\n";
  EXPECT_EQ(run(write("a.jsonl", lines)).indexed, 10u);
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("a.jsonl:1: its date 'NaN'"), HasSubstr("a.jsonl:2: "),
                                     HasSubstr("a.jsonl:3: "), "7 more of this kind (date)"));
}

TEST_F(IngestTest, PruningRemovesWhatIsThereNoMoreAndNothingElse) {
  write("news/a.txt", "words");
  write("news/b.txt", "words");
  write("news/c.jsonl", "{\"id\": 1, \"text\": \"words\"}\n{\"id\": 2, \"text\": \"words\"}\n");
  write("newsletter/d.txt", "words");
  run(folder_ / "news");
  run(folder_ / "newsletter");
  fs::remove(folder_ / "news/b.txt");
  fs::remove(folder_ / "newsletter/d.txt");
  write("news/c.jsonl", "{\"id\": 2, \"text\": \"words\"}\n");
  EXPECT_EQ(run(folder_ / "news").removed, 0u);
  EXPECT_EQ(prune(folder_ / "news").removed, 2u);
  EXPECT_THAT(ids(), ElementsAre("2", "a.txt", "d.txt"));
}

TEST_F(IngestTest, PruningSparesAPathOfWhichNothingIsLeftUnlessAskedNotTo) {
  write("disk/a.txt", "words");
  write("disk/sub/b.txt", "words");
  write("news/c.txt", "words");
  write("news/d.txt", "words");
  IngestOptions options{.paths = {(folder_ / "disk").string(), (folder_ / "news").string()}, .prune = true};
  run(options);
  fs::remove_all(folder_ / "disk");
  fs::create_directory(folder_ / "disk");  // where it was mounted
  fs::remove(folder_ / "news/d.txt");
  warnings_.clear();
  EXPECT_EQ(run(options).removed, 1u);
  EXPECT_THAT(ids(), ElementsAre("a.txt", "c.txt", "sub/b.txt"));
  EXPECT_THAT(warnings_, ElementsAre(HasSubstr("disk', from which the index has 2 reports: they stay")));
  options.prune_whole_paths = true;
  EXPECT_EQ(run(options).removed, 2u);
  EXPECT_THAT(ids(), ElementsAre("c.txt"));
}

TEST_F(IngestTest, PruningKeepsWhatMovedAndWhatCannotBeReadNow) {
  write("news/a.txt", "---\nid: moved\n---\nwords");
  write("news/c.jsonl", "{\"id\": 1, \"text\": \"words\"}\n{\"id\": 2, \"text\": \"words\"}\n");
  run(folder_ / "news");
  fs::create_directory(folder_ / "news/sub");
  fs::rename(folder_ / "news/a.txt", folder_ / "news/sub/b.txt");
  write("news/c.jsonl", "{\"id\": 1, \"text\": \"words\"}\n{\"id\": 2, \"te");
  const IngestSummary summary = prune(folder_ / "news");
  EXPECT_EQ(summary.removed, 0u);
  EXPECT_EQ(summary.unchanged, 2u);
  EXPECT_THAT(ids(), ElementsAre("1", "2", "moved"));
  const Xapian::Database database = open_for_reading(index());
  const auto moved = find_version(database, schema::report_term("moved"));
  EXPECT_EQ(moved->origin.path, (folder_ / "news/sub/b.txt").string());
}

TEST_F(IngestTest, ADryRunCountsTheSameAndChangesNothing) {
  write("news/a.txt", "words");
  write("news/b.txt", "words");
  write("news/c.jsonl", "{\"id\": 1, \"text\": \"3\"}\n{\"id\": 1, \"text\": \"4\"}\n");
  const IngestOptions options{.paths = {(folder_ / "news").string()}, .prune = true};
  const IngestSummary before = run(open(index(), true), options);
  EXPECT_EQ(before.indexed, 3u);
  EXPECT_EQ(before.updated, 1u);
  EXPECT_EQ(before.claims, 2u);
  EXPECT_FALSE(fs::exists(index()));

  run(options);
  fs::remove(folder_ / "news/b.txt");
  write("news/a.txt", "other words");
  const auto committed = content(index());
  const IngestSummary after = run(open(index(), true), options);
  EXPECT_EQ(after.removed, 1u);
  EXPECT_EQ(after.updated, 3u);  // a.txt, and the report that stands twice in c.jsonl
  EXPECT_EQ(content(index()), committed);
}

TEST_F(IngestTest, AnInterruptionKeepsWhatIsWholeAndPrunesNothing) {
  write("gone.txt", "words");
  run(folder_ / "gone.txt");
  fs::remove(folder_ / "gone.txt");
  write("a.jsonl", joined(random_lines(1, 5000)));
  int asked = 0;
  const IngestSummary summary =
      run(IngestOptions{.paths = {folder_.string()}, .prune = true, .interrupted = [&] { return ++asked > 700; }});
  EXPECT_TRUE(summary.interrupted);
  EXPECT_EQ(summary.removed, 0u);
  EXPECT_LT(summary.indexed, 5000u);
  EXPECT_EQ(open_for_reading(index()).get_doccount(), summary.indexed + 1);
}

TEST_F(IngestTest, EachCommitTellsOfItsReportsAndOfTheClaimsThatTheyHadBefore) {
  std::vector<Commit> commits;
  const auto run_and_tell = [&](const std::string& lines) {
    commits.clear();
    Indexer::State state = open(index());
    const IngestOptions options{.paths = {write("a.jsonl", lines).string()}, .threads = 1};
    IngestObserver observer;
    observer.committed = [&](const Commit& commit) {
      EXPECT_TRUE(open_for_reading(index()).get_doccount() > 0) << "searchers see it already";
      commits.push_back(commit);
    };
    ingest(state, options, observer);
  };
  const auto claims_of = [&](const std::string& id) {
    IndexWriter writer(index(), "1");
    return writer.claims_of(writer.find(id)->number);
  };
  run_and_tell("{\"id\": \"b\", \"text\": \"words\"}\n{\"id\": \"a\", \"text\": \"3 and 4\"}\n");
  ASSERT_EQ(commits.size(), 1u);
  EXPECT_EQ(commits[0].revision, 1u);
  ASSERT_EQ(commits[0].reports.size(), 2u);
  EXPECT_EQ(commits[0].reports[0].id, "a");
  EXPECT_THAT(commits[0].reports[0].former_claims, IsEmpty());
  const std::vector<std::string> first = claims_of("a");
  EXPECT_EQ(first.size(), 2u);

  run_and_tell("{\"id\": \"b\", \"text\": \"words\"}\n");
  EXPECT_THAT(commits, IsEmpty()) << "nothing changed";

  run_and_tell("{\"id\": \"a\", \"text\": \"5\"}\n{\"id\": \"a\", \"text\": \"6\"}\n");
  ASSERT_EQ(commits.size(), 1u);
  ASSERT_EQ(commits[0].reports.size(), 1u) << "each once";
  EXPECT_EQ(commits[0].reports[0].former_claims, first) << "of the version that was committed, not of the one between";

  std::string many;
  for (const std::string& line : random_lines(7, 1200)) many += line + "\n";
  run_and_tell(many);
  EXPECT_GT(commits.size(), 1u);
  std::size_t reports = 0;
  for (const Commit& commit : commits) reports += commit.reports.size();
  EXPECT_EQ(reports, 1200u);
}

TEST_F(IngestTest, StandardInputIsJsonLines) {
  std::istringstream input("{\"id\": 1, \"text\": \"words\"}\n{\"id\": 2, \"text\": \"3\"}");
  EXPECT_EQ(run(IngestOptions{.paths = {"-"}, .standard_input = &input}).indexed, 2u);
  EXPECT_THROW(run(IngestOptions{.paths = {"-"}}), InputError);
}

TEST_F(IngestTest, AMissingPathIsAnErrorBeforeAnythingIsRead) {
  write("a.txt", "words");
  EXPECT_THROW(run(IngestOptions{.paths = {(folder_ / "a.txt").string(), "/missing/path"}}), InputError);
  EXPECT_EQ(open_for_reading(index()).get_doccount(), 0u);
}

TEST_F(IngestTest, ReportsOverTheLimitAreRejected) {
  write("news/a.txt", std::string(5000, 'a'));
  write("news/b.jsonl",
        "{\"id\": 1, \"text\": \"" + std::string(5000, 'a') + "\"}\n{\"id\": 2, \"text\": \"words\"}\n");
  const IngestSummary summary = run(IngestOptions{.paths = {(folder_ / "news").string()}, .size_limit = 4000});
  EXPECT_EQ(summary.rejected, 2u);
  EXPECT_EQ(summary.indexed, 1u);
}

}  // namespace
}  // namespace averment
