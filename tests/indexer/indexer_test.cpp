#include "averment/indexer.hpp"

#include <gmock/gmock.h>

#include "store/database.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

class IndexerTest : public FolderTest {
 protected:
  unsigned committed() const { return open_for_reading(index()).get_doccount(); }
  static std::string refusal(Indexer& indexer, const Report& report) {
    try {
      indexer.put(report);
    } catch (const InputError& error) {
      return error.what();
    }
    return "none";
  }
};

TEST_F(IndexerTest, ReportsAreAddedThenUnchangedThenReplaced) {
  Indexer indexer(index());
  EXPECT_EQ(indexer.put(a_report("one", "soldiers")), Change::added);
  EXPECT_EQ(indexer.put(a_report("one", "soldiers")), Change::unchanged);
  EXPECT_EQ(indexer.put(a_report("one", "civilians")), Change::replaced);
  indexer.commit();
  EXPECT_EQ(committed(), 1u);
  EXPECT_EQ(indexer.put(a_report("one", "civilians")), Change::unchanged);
}

TEST_F(IndexerTest, EveryPartOfTheContentCountsAndTheOriginDoesNot) {
  Indexer indexer(index());
  Report report = a_report("one", "soldiers");
  indexer.put(report);
  const auto changed = [&](auto change) {
    Report other = report;
    change(other);
    const bool is_new = indexer.put(other) == Change::replaced;
    indexer.put(report);
    return is_new;
  };
  EXPECT_TRUE(changed([](Report& r) { r.title = "Title"; }));
  EXPECT_TRUE(changed([](Report& r) { r.outlet = "Title"; }));
  EXPECT_TRUE(changed([](Report& r) { r.url = "https://example.org"; }));
  EXPECT_TRUE(changed([](Report& r) { r.published = "2025"; }));
  EXPECT_TRUE(changed([](Report& r) { r.lang = "de"; }));
  EXPECT_TRUE(changed([](Report& r) { r.tags = {"war"}; }));
  EXPECT_TRUE(changed([](Report& r) { r.entities = {{{0, 3}, EntityType::person, ""}}; }));
  EXPECT_FALSE(changed([](Report& r) { r.origin = {"/news/one.txt", 0}; }));
}

TEST_F(IndexerTest, RemoveSaysWhetherThereWasSuchAReport) {
  Indexer indexer(index());
  indexer.put(a_report("one", "soldiers"));
  EXPECT_FALSE(indexer.remove("two"));
  EXPECT_TRUE(indexer.remove("one"));
  EXPECT_FALSE(indexer.remove("one"));
  indexer.commit();
  EXPECT_EQ(committed(), 0u);
}

TEST_F(IndexerTest, WhatIsNoReportIsRefusedWithTheReason) {
  Indexer indexer(index());
  const Report good = a_report("one", "Ri fell");
  const auto with = [&](auto change) {
    Report report = good;
    change(report);
    return refusal(indexer, report);
  };
  EXPECT_EQ(with([](Report&) {}), "none");
  EXPECT_EQ(with([](Report& r) { r.id = ""; }), "it has no id");
  EXPECT_EQ(with([](Report& r) { r.id = "a\nb"; }), "its id holds a control character");
  EXPECT_EQ(with([](Report& r) { r.id = std::string(5000, 'x'); }), "its id is longer than 4096 bytes");
  EXPECT_EQ(with([](Report& r) { r.text = " \n"; }), "it has no text");
  EXPECT_EQ(with([](Report& r) { r.text = "caf\xE9"; }), "its text is not UTF-8 at byte 3");
  EXPECT_EQ(with([](Report& r) { r.text.push_back('\0'); }), "its text is binary: it holds a NUL character");
  EXPECT_EQ(with([](Report& r) { r.title = "\xFF"; }), "its title is not UTF-8 at byte 0");
  EXPECT_EQ(with([](Report& r) { r.lang = "English"; }), "its lang 'English' is no ISO 639-1 code");
  EXPECT_EQ(with([](Report& r) { r.lang = std::string(1000, 'e'); }),
            "its lang '" + std::string(32, 'e') + "…' is no ISO 639-1 code");
  EXPECT_EQ(with([](Report& r) { r.published = "19 May 2024"; }),
            "its date '19 May 2024' is not in the form YYYY[-MM[-DD]]");
  EXPECT_EQ(with([](Report& r) {
              r.entities = {{{3, 9}, EntityType::person, ""}};
            }),
            "the span 3..9 of an entity is not inside the text");
  EXPECT_EQ(with([](Report& r) {
              r.text = "Séoul";
              r.entities = {{{0, 2}, EntityType::place, ""}};
            }),
            "the span 0..2 of an entity is not inside the text");
}

TEST_F(IndexerTest, AReportAboveALimitIsRefusedAndTheLimitNamed) {
  Indexer indexer(index(), {.most_mentions = 2, .most_claims = 1});
  const auto refused = [&](const std::string& text) {
    Report report = a_report("one", text);
    report.lang = "en";
    return refusal(indexer, report);
  };
  EXPECT_EQ(refused("Police said 3 soldiers were killed."), "none");
  EXPECT_EQ(refused("Police said 3 soldiers were killed. At least 5 soldiers were wounded."),
            "it has more claims than the limit of 1: --claim-limit raises it");
  EXPECT_THAT(refused("France, Germany, Italy and Spain met in Kyiv."),
              testing::HasSubstr("--mention-limit raises it"));
}

TEST_F(IndexerTest, ASecondIndexerIsToldThatTheIndexIsLocked) {
  Indexer first(index());
  try {
    Indexer second(index());
    FAIL() << "no error";
  } catch (const IndexError& error) {
    EXPECT_EQ(error.reason(), IndexError::Reason::locked);
  }
}

TEST_F(IndexerTest, ADryRunReportsTheChangesAndMakesNone) {
  const auto dry = [&] { return Indexer(index(), {.lexicons = {}, .dry_run = true}); };
  Indexer none = dry();
  EXPECT_EQ(none.put(a_report("one", "soldiers")), Change::added);
  EXPECT_EQ(none.put(a_report("one", "soldiers")), Change::unchanged);
  EXPECT_EQ(none.put(a_report("one", "civilians")), Change::replaced);
  EXPECT_TRUE(none.remove("one"));
  EXPECT_EQ(none.put(a_report("one", "soldiers")), Change::added);
  none.commit();
  EXPECT_FALSE(std::filesystem::exists(index()));

  Indexer writer(index());
  writer.put(a_report("one", "soldiers"));
  writer.commit();
  Indexer beside = dry();  // the writer's lock does not matter
  EXPECT_EQ(beside.put(a_report("one", "soldiers")), Change::unchanged);
  EXPECT_EQ(beside.put(a_report("one", "civilians")), Change::replaced);
  EXPECT_EQ(beside.put(a_report("two", "civilians")), Change::added);
  EXPECT_TRUE(beside.remove("one"));
  EXPECT_FALSE(beside.remove("one"));
  beside.commit();
  EXPECT_EQ(committed(), 1u);
  EXPECT_EQ(writer.put(a_report("one", "soldiers")), Change::unchanged);
}

}  // namespace
}  // namespace averment
