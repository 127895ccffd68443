// An index whose files are damaged: the program answers as before, says that it is damaged, or verify says so.
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>
#include <xapian.h>

#include <fstream>
#include <iostream>
#include <map>
#include <random>
#include <sstream>

#include "averment/indexer.hpp"
#include "averment/saved_query.hpp"
#include "averment/searcher.hpp"
#include "store/schema.hpp"
#include "tests/faults/amount.hpp"
#include "tests/faults/program.hpp"
#include "tests/temporary_folder.hpp"

namespace averment::faults {
namespace {

namespace fs = std::filesystem;

class DamageTest : public testing::Test {
 protected:
  static constexpr unsigned seconds_for_a_question = 20;  // of processor time

  DamageTest() {
    Indexer indexer(whole_);
    ingest(indexer, {.paths = {AVERMENT_SOURCE_DIR "/corpus/reports"}, .threads = 1});
    for (int i = 0; i < 400; ++i) {  // so that there are trees, not single blocks
      Report report;
      report.id = "made/" + std::to_string(i);
      report.text = "In district " + std::to_string(i) + " police said " + std::to_string(i + 2) +
                    " people were killed, and the word" + std::to_string(i * 7919) + " was heard near the river.";
      report.lang = "en";
      report.published = "2025-03-" + std::to_string(10 + i % 20);
      indexer.put(std::move(report));
      if (i % 150 == 0) indexer.commit();
    }
    indexer.commit();
  }

  static std::vector<std::vector<std::string>> questions() {
    return {{"search", "killed", "--format", "jsonl", "--limit", "all"},
            {"search", "\"people were killed\"", "--sort", "date", "--limit", "all"},
            {"search", "word1*", "--facet", "outlet", "--limit", "5"},
            {"claims", "--by", "source"},
            {"claims", "n>=100", "--format", "jsonl", "--limit", "all"},
            {"facets", "month"},
            {"conflicts"},
            {"entities", "--limit", "all"},
            {"show", "made/7"},
            {"diff", "--since", "1"},
            {"export", "--what", "claims"}};
  }

  Answer ask(std::vector<std::string> question, const fs::path& index) const {
    question.insert(question.end(), {"--db", index.string()});
    return run_program(std::move(question), folder_, [] {
      const rlimit time{seconds_for_a_question, seconds_for_a_question + 1};
      setrlimit(RLIMIT_CPU, &time);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)  // which take terabytes of addresses
      const rlimit memory{4ul << 30, 4ul << 30};
      setrlimit(RLIMIT_AS, &memory);
#endif
    });
  }

  /// One change at random. Returns what was done.
  static std::string damage(const fs::path& index, std::mt19937& random) {
    std::vector<fs::path> files;
    for (const auto& file : fs::directory_iterator(index))
      if (file.file_size() > 0) files.push_back(file.path());
    std::sort(files.begin(), files.end());
    const auto pick = [&](std::size_t count) { return random() % std::max<std::size_t>(1, count); };
    const fs::path file = files[pick(files.size())];
    std::string bytes = content(file);
    const std::string name = file.filename().string();
    const std::size_t at = pick(bytes.size());
    constexpr std::size_t block = 8192;
    switch (pick(8)) {
      case 0:
      case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << pick(8)));
        write(file, bytes);
        return "a bit of " + name + " at " + std::to_string(at);
      case 2:
        bytes[at] = static_cast<char>(random());
        write(file, bytes);
        return "a byte of " + name + " at " + std::to_string(at);
      case 3: {
        const std::size_t size = std::min<std::size_t>(bytes.size() - at, 1 + pick(64));
        for (std::size_t i = 0; i < size; ++i) bytes[at + i] = static_cast<char>(random());
        write(file, bytes);
        return "bytes of " + name + " at " + std::to_string(at);
      }
      case 4:
        bytes.resize(at);
        write(file, bytes);
        return name + " cut after " + std::to_string(at);
      case 5:
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(at / block * block),
                  bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), at / block * block + block)),
                  '\0');
        write(file, bytes);
        return "a block of zeros in " + name;
      case 6: {
        const std::size_t other = pick(bytes.size() / block) * block, one = at / block * block;
        const std::size_t size = std::min(block, bytes.size() - std::max(one, other));
        std::swap_ranges(bytes.begin() + static_cast<std::ptrdiff_t>(one),
                         bytes.begin() + static_cast<std::ptrdiff_t>(one + (one == other ? 0 : size)),
                         bytes.begin() + static_cast<std::ptrdiff_t>(other));
        write(file, bytes);
        return "blocks exchanged in " + name;
      }
      default: {
        const fs::path other = files[pick(files.size())];
        if (other == file) {
          fs::remove(file);
          return name + " removed";
        }
        const std::string of_other = content(other);
        write(other, bytes);
        write(file, of_other);
        return name + " exchanged with " + other.filename().string();
      }
    }
  }

  static void write(const fs::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
  }

  const TemporaryFolder folder_;
  const fs::path whole_ = folder_ / "whole", damaged_ = folder_ / "index";
};

TEST_F(DamageTest, NoDamageCrashesTheProgramOrChangesAnAnswerInSilence) {
  const auto restore = [&] {
    fs::remove_all(damaged_);
    fs::copy(whole_, damaged_);
  };
  restore();
  std::vector<Answer> expected;
  for (const auto& question : questions()) {
    expected.push_back(ask(question, damaged_));
    ASSERT_EQ(expected.back().status, 0) << question[0] << expected.back().err;
  }
  ASSERT_EQ(ask({"verify"}, damaged_).status, 0);
  std::mt19937 random(4);
  std::map<std::string, unsigned> outcomes;
  for (unsigned i = 0; i < times(15); ++i) {
    restore();
    const std::string what = damage(damaged_, random);
    SCOPED_TRACE("damage " + std::to_string(i) + ": " + what);
    std::string wrong;
    bool reported = false;
    for (std::size_t k = 0; k < expected.size(); ++k) {
      const std::vector<std::string> question = questions()[k];
      const Answer answer = ask(question, damaged_);
      ASSERT_LT(answer.status, 128) << question[0] << " was ended by a signal: " << answer.err;
      ASSERT_TRUE(answer.status < 2 || !answer.err.empty()) << question[0] << " failed without a word";
      if (answer.status >= 2)
        reported = true;
      else if (answer.out != expected[k].out)
        wrong += (wrong.empty() ? "" : ", ") + question[0];
    }
    const Answer verdict = ask({"verify", "--index-only"}, damaged_);
    ASSERT_LT(verdict.status, 128) << "verify was ended by a signal: " << verdict.err;
    EXPECT_TRUE(wrong.empty() || verdict.status != 0) << "verify finds nothing, but these are wrong: " << wrong;
    ++outcomes[!wrong.empty()        ? "wrong answers, found by verify"
               : reported            ? "reported"
               : verdict.status != 0 ? "the same answers, found by verify"
                                     : "the same answers"];
  }
  for (const auto& [outcome, count] : outcomes) std::cout << "  " << count << " times " << outcome << '\n';
}

TEST_F(DamageTest, WhatIsDamagedIsReadAnewFromItsFiles) {
  const fs::path sample = AVERMENT_SOURCE_DIR "/corpus/reports";
  std::string id;
  {
    Xapian::WritableDatabase database(whole_.string(), Xapian::DB_OPEN);
    Xapian::Document document = database.get_document(1);
    id = document.get_value(schema::slot::report);
    std::string data = document.get_data();
    data[data.size() / 2] ^= 1;
    document.set_data(data);
    database.replace_document(1, document);
    database.commit();
  }
  const Answer found = ask({"verify", "--index-only"}, whole_);
  EXPECT_EQ(found.status, 4);
  EXPECT_NE(found.out.find(id + ": "), std::string::npos) << found.out;
  EXPECT_EQ(ask({"verify", "--index-only", "--repair", (folder_ / "").string()}, whole_).status, 4)
      << "it is not there";
  const std::uint64_t reports = Searcher(whole_).status().reports;
  const Answer repaired = ask({"verify", "--index-only", "--repair", sample.string()}, whole_);
  EXPECT_EQ(repaired.status, 0) << repaired.out << repaired.err;
  EXPECT_EQ(Searcher(whole_).status().reports, reports);
}

}  // namespace
}  // namespace averment::faults
