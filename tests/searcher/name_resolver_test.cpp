// Names in queries meet the names of an index, however either is spelled.
#include "searcher/name_resolver.hpp"

#include <gtest/gtest.h>

#include "averment/error.hpp"
#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "test_index.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

std::string found(Searcher& searcher, const std::string& query) {
  std::vector<std::string> ids;
  for (const ReportHit& hit : searcher.search(parse_query(query), {.limit = 100}).hits) ids.push_back(hit.report);
  std::sort(ids.begin(), ids.end());
  std::string all;
  for (const std::string& id : ids) all += (all.empty() ? "" : " ") + id;
  return all;
}

TEST(NameResolverTest, AQueryFindsOtherSpellings) {
  const auto person = [](const std::string& id, const std::string& name) {
    return MadeReport(id, name + " spoke.").mention(EntityType::person, name, name);
  };
  const TestIndex index({person("syr", "Ostap Horetsky"), person("deif", "Mohamed Tawil"), person("ri", "Ri Chol-jin"),
                         person("okello", "Thomas Okello"), person("zel", "Volodymyr Zelensky"),
                         MadeReport("rada", "Рада безпеки: 9 died.")
                             .claim("9", MadeClaim{.low = 9, .high = 9, .source = "Рада безпеки"})});
  Searcher searcher(index.folder());
  const std::pair<const char*, const char*> table[] = {
      {"person:\"Ostap Horetskyi\"", "syr"},
      {"person:Horetskyy", "syr"},
      {"person:\"Остап Горецький\"", ""},
      {"person:\"Muhammad Tawil\"", "deif"},
      {"person:\"Lee Cheol-jin\"", "ri"},
      {"person:리", "ri"},
      {"person:Lee", "ri"},
      {"person:Okello", "okello"},
      {"person:\"Marian Okello\"", ""},
      {"person:Zelenskiy", "zel"},
      {"person:\"Владимир Зеленский\"", "zel"},
      {"person:\"Volodymyr Zelenksy\"", "zel"},
      {"source:\"Rada Bezpeky\"", "rada"},
      {"source:\"Rada Bezpeki\"", "rada"},
      {"source:\"Rada Oborony\"", ""},
      {"person:Horetskiy*", ""},
  };
  for (const auto& [query, expected] : table) EXPECT_EQ(found(searcher, query), expected) << query;
}

TEST(NameResolverTest, ASurnameThatIsThereIsNotTakenForAnother) {
  const TestIndex index(
      {MadeReport("lee", "Lee Min-jun spoke.").mention(EntityType::person, "Lee Min-jun", "Lee Min-jun"),
       MadeReport("ri", "Ri Chol-jin spoke.").mention(EntityType::person, "Ri Chol-jin", "Ri Chol-jin")});
  Searcher searcher(index.folder());
  EXPECT_EQ(found(searcher, "person:Lee"), "lee");
  EXPECT_EQ(found(searcher, "person:Ri"), "ri");
  EXPECT_EQ(found(searcher, "person:Rhee"), "lee ri");
}

class OwnNamesTest : public testing::Test {
 protected:
  OwnNamesTest() { write("mine", "Oro Flood Board\torganization\tthe Dam Folk\t\tany\tasserted\n"); }

  void write(const std::string& folder, const std::string& lines) {
    home_.write(fs::path(folder) / "gazetteer/aliases.tsv", lines);
  }

  void index(const fs::path& lexicons) {
    Indexer indexer(home_ / "index", {.lexicons = lexicons});
    Report report;
    report.id = "one";
    report.lang = "en";
    report.text = "The Dam Folk said 9 people were killed.";
    indexer.put(std::move(report));
    indexer.commit();
  }

  std::string sources(const std::string& query, const SearcherOptions& options = {}) {
    Searcher searcher(home_ / "index", options);
    std::string all;
    for (const ClaimRecord& hit : searcher.claims(parse_query(query)).hits) all += hit.claim.source->name + ".";
    return all;
  }

  const TemporaryFolder home_;
};

TEST_F(OwnNamesTest, AnIndexRemembersTheAliasesItWasMadeWith) {
  index(home_ / "mine");
  EXPECT_EQ(sources("source:\"Dam Folk\""), "Oro Flood Board.");
  EXPECT_EQ(sources("source:\"Oro Flood Board\""), "Oro Flood Board.");
  index({});
  EXPECT_EQ(sources("source:\"Oro Flood Board\""), "") << "read again without them";
  EXPECT_EQ(sources("source:\"Dam Folk\""), "Dam Folk.");
}

TEST_F(OwnNamesTest, AnotherFolderCanBeAskedWith) {
  write("other", "Oro Flood Board\torganization\tOFB\t\tany\tasserted\n");
  index(home_ / "mine");
  EXPECT_EQ(sources("source:OFB"), "");
  EXPECT_EQ(sources("source:OFB", {.lexicons = home_ / "other"}), "Oro Flood Board.");
  EXPECT_THROW(sources("source:OFB", {.lexicons = home_ / "missing"}), InputError);
}

}  // namespace
}  // namespace averment
