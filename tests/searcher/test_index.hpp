// A small index of reports made by hand, for the tests of this folder.
#pragma once

#include <xapian.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "averment/searcher.hpp"
#include "language/analyzed_report.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {

class IndexWriter;

/// A report with its text analyzed; claims and mentions are added by hand.
class MadeReport {
 public:
  explicit MadeReport(const std::string& id, const std::string& text, const std::string& lang = "en");

  MadeReport& outlet(const std::string& name) { return set(analyzed_.report.outlet, name); }
  MadeReport& published(const std::string& date) { return set(analyzed_.report.published, date); }
  MadeReport& title(const std::string& title);
  MadeReport& origin(const std::string& path, std::uint64_t line);
  /// `written` stands in the text.
  MadeReport& mention(EntityType type, const std::string& written, const std::string& name);
  /// claim.figure is where `figure` stands in the text first behind the claims so far.
  MadeReport& claim(const std::string& figure, Claim claim);

  const AnalyzedReport& analyzed() const { return analyzed_; }

 private:
  MadeReport& set(std::string& member, const std::string& value) {
    member = value;
    return *this;
  }

  AnalyzedReport analyzed_;
};

/// A claim with bounds; empty strings: absent.
struct MadeClaim {
  Category category = Category::killed;
  std::optional<std::uint64_t> low{}, high{};
  Qualifier qualifier = Qualifier::exact;
  std::string source{};
  std::string group{};
  std::string event_date{};
  std::string place{};
  Modality modality = Modality::asserted;
  std::vector<std::string> via{};
  std::string party{};
  Counted counted{};
  Stake stake = Stake::unknown;

  operator Claim() const;
};

/// In a folder of its own, removed at the end.
class TestIndex {
 public:
  TestIndex();
  explicit TestIndex(const std::vector<MadeReport>& reports);
  ~TestIndex();

  void put(const MadeReport& report);
  void remove(const std::string& report_id);
  void commit();
  void write(const std::vector<MadeReport>& reports);  ///< put, each, and commit.

  /// Changes what stands on disk behind the writer's back; there is no writing by other ways afterwards.
  void tamper(const std::string& report_id, const std::function<void(Xapian::Document&)>& change);
  void tamper_metadata(const std::string& key, const std::string& value);

  const std::filesystem::path& folder() const { return folder_.path(); }

 private:
  const TemporaryFolder folder_;
  std::unique_ptr<IndexWriter> writer_;
};

}  // namespace averment
