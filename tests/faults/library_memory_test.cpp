// Memory that a library's caller cannot have: std::bad_alloc is thrown, and the same object works on when there is
// some.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <exception>
#include <new>
#include <ostream>
#include <random>
#include <string>

#include "averment/indexer.hpp"
#include "averment/searcher.hpp"
#include "tests/child_process.hpp"
#include "tests/faults/amount.hpp"
#include "tests/temporary_folder.hpp"

namespace {

/// Of the requests since begin_counting, those from the first to the last one fail.
std::uint64_t requests, first_failing, last_failing;

void begin_counting(std::uint64_t first = 0, std::uint64_t last = 0) {
  requests = 0;
  first_failing = first;
  last_failing = last;
}

void* request(std::size_t size) noexcept {
  const std::uint64_t number = ++requests;
  return number >= first_failing && number <= last_failing ? nullptr : std::malloc(size == 0 ? 1 : size);
}

void* request_or_throw(std::size_t size) {
  void* const memory = request(size);
  if (!memory) throw std::bad_alloc();
  return memory;
}

}  // namespace

void* operator new(std::size_t size) { return request_or_throw(size); }
void* operator new[](std::size_t size) { return request_or_throw(size); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return request(size); }
void* operator new[](std::size_t size, const std::nothrow_t&) noexcept { return request(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }

namespace averment::faults {
namespace {

/// A question, and what of its answer a lack of memory could spoil. No streams: they keep silent where it fails.
struct Question {
  const char* name;
  std::string (*ask)(Searcher& searcher);
};

void PrintTo(const Question& question, std::ostream* to) { *to << question.name; }

std::string said(const std::vector<Facet>& facets) {
  std::string all;
  for (const Facet& facet : facets)
    for (const FacetValue& value : facet.values) all += value.value + '=' + std::to_string(value.count) + ' ';
  return all;
}

std::string search(Searcher& searcher, const char* query) {
  SearchOptions options;
  options.facets = {Field::outlet, Field::month, Field::source};
  const ReportAnswer answer = searcher.search(parse_query(query), options);
  std::string all = std::to_string(answer.total) + '\n';
  for (const ReportHit& hit : answer.hits)
    all += hit.report + ' ' + std::to_string(hit.score) + ' ' + hit.snippet.text + '\n';
  return all + said(answer.facets);
}

std::string claims(Searcher& searcher, const char* query) {
  const ClaimAnswer answer = searcher.claims(parse_query(query));
  std::string all = std::to_string(answer.total) + '\n';
  for (const ClaimRecord& claim : answer.hits) all += claim.claim_id + ' ' + claim.sentence + '\n';
  return all;
}

std::string conflicts(Searcher& searcher) {
  const ConflictAnswer answer = searcher.conflicts({});
  std::string all = std::to_string(answer.total) + '\n';
  for (const PairGroup& group : answer.widest)
    for (const ComparedPair& pair : group.widest)
      all += pair.a->claim_id + ' ' + pair.b->claim_id + ' ' + std::to_string(pair.comparison.gap) + '\n';
  return all;
}

std::string corroborate(Searcher& searcher) {
  const CorroborationAnswer answer = searcher.corroborate({});
  std::string all = std::to_string(answer.total) + '\n';
  for (const Corroboration& cluster : answer.clusters)
    all += cluster.first_date + ' ' + cluster.last_date + ' ' + std::to_string(cluster.support.origins) + '\n';
  return all;
}

std::string texts(Searcher& searcher) {
  std::string all;
  searcher.each_report({}, {}, [&](const StoredReport& report) { all += report.report.text; });
  return all;
}

std::string entities(Searcher& searcher) {
  std::string all;
  for (const EntityRecord& entity : searcher.entities({}))
    all += entity.name + ' ' + std::to_string(entity.reports) + '\n';
  return all;
}

std::string damage(Searcher& searcher) {
  std::string all;
  for (const Damage& damage : searcher.verify()) all += damage.report + ' ' + damage.what + '\n';
  return all;
}

const Question questions[] = {
    {"words", [](Searcher& s) { return search(s, "killed district OR wounded"); }},
    {"phrase", [](Searcher& s) { return search(s, "\"people were killed\" -\"district 3\""); }},
    {"wildcard", [](Searcher& s) { return search(s, "dist* date:2025"); }},
    {"near, numbers", [](Searcher& s) { return search(s, "police near/5 killed n>=4 source:police"); }},
    {"claims", [](Searcher& s) { return claims(s, "killed source:police"); }},
    {"claims by source", [](Searcher& s) { return said({s.facet(Field::source, Of::claims, {})}); }},
    {"conflicts", conflicts},
    {"corroborate", corroborate},
    {"texts", texts},
    {"entities", entities},
    {"verify", damage},
};

void put_reports(Indexer& indexer) {
  for (unsigned i = 0; i < 30; ++i) {
    Report report;
    report.id = "r" + std::to_string(i);
    report.outlet = "Outlet " + std::to_string(i % 3);
    report.published = "2025-02-1" + std::to_string(i % 10);
    report.lang = "en";
    report.text = "Police said " + std::to_string(2 + i % 7) + " people were killed in district " +
                  std::to_string(i % 5) + ". The mayor, Anna Lind, said 40 were wounded.";
    indexer.put(std::move(report));
  }
  indexer.commit();
}

class ReadingMemoryTest : public testing::TestWithParam<Question> {
 protected:
  ReadingMemoryTest() {
    Indexer indexer(folder_ / "index");
    put_reports(indexer);
  }

  /// With the Nth request failing, and `more` behind it, in a Searcher that has answered nothing yet or this before.
  void check(std::uint64_t first, std::uint64_t more, bool is_warm) const {
    SCOPED_TRACE("request " + std::to_string(first) + " and " + std::to_string(more) + " more");
    Searcher searcher(folder_ / "index");
    if (is_warm) {
      ASSERT_EQ(ask(searcher), whole_);
    }
    std::string answer;
    bool failed = false;
    begin_counting(first, first + more);
    try {
      answer = ask(searcher);
    } catch (const std::bad_alloc&) {
      failed = true;
    }
    begin_counting();
    if (!failed) {
      EXPECT_EQ(answer, whole_);
    }
    EXPECT_EQ(ask(searcher), whole_) << "after the lack";
  }

  std::string ask(Searcher& searcher) const { return GetParam().ask(searcher); }

  TemporaryFolder folder_;
  std::string whole_;
};

TEST_P(ReadingMemoryTest, ALackIsSaidAndTheNextAnswerIsWhole) {
  Searcher searcher(folder_ / "index");
  begin_counting();
  whole_ = ask(searcher);
  const std::uint64_t cold = requests;
  begin_counting();
  ASSERT_EQ(ask(searcher), whole_);
  const std::uint64_t warm = requests;
  ASSERT_GT(warm, 5u) << "requests are not counted";
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (unsigned round = 0; round < times(8); ++round) {
    const bool is_warm = round % 2 == 1;
    const std::uint64_t count = is_warm ? warm : cold;
    check(1 + random() % count, round % 4 < 2 ? 0 : count, is_warm);
  }
}

class WritingMemoryTest : public testing::Test {
 protected:
  /// Of all reports and claims of an index.
  static std::string content_of(const std::filesystem::path& index) {
    Searcher searcher(index);
    EXPECT_EQ(damage(searcher), "");
    return texts(searcher) + claims(searcher, "") + entities(searcher) + search(searcher, "killed police");
  }

  /// The reports are put until all are in. In a process of its own, for Xapian writes value slots in destructors, where
  /// a lack of memory ends it: then the next one puts them.
  void put_with(std::uint64_t first, std::uint64_t more) const {
    const pid_t child = fork();
    if (child == 0) {
      std::set_terminate([] { _exit(ended); });
      Indexer indexer(folder_ / "broken");
      begin_counting(first, first + more);
      try {
        put_reports(indexer);
      } catch (const std::bad_alloc&) {
        begin_counting();
        put_reports(indexer);
      }
      _exit(0);
    }
    const int status = status_of(child);
    EXPECT_TRUE(status == 0 || status == ended) << status;
    if (status != ended) return;
    Indexer indexer(folder_ / "broken");
    put_reports(indexer);
  }

  static constexpr int ended = 3;
  TemporaryFolder folder_;
};

TEST_F(WritingMemoryTest, WhatIsPutOnceMoreIsThereAsIfNothingHadFailed) {
  std::uint64_t count = 0;
  {
    Indexer indexer(folder_ / "whole");
    begin_counting();
    put_reports(indexer);
    count = requests;
  }
  ASSERT_GT(count, 1000u) << "requests are not counted";
  const std::string whole = content_of(folder_ / "whole");
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (unsigned round = 0; round < times(10); ++round) {
    const std::uint64_t first = 1 + random() % count, more = round % 2 == 0 ? 0 : count;
    SCOPED_TRACE("request " + std::to_string(first) + " and " + std::to_string(more) + " more");
    put_with(first, more);
    EXPECT_EQ(content_of(folder_ / "broken"), whole);
    std::filesystem::remove_all(folder_ / "broken");
  }
}

INSTANTIATE_TEST_SUITE_P(Questions, ReadingMemoryTest, testing::ValuesIn(questions), [](const auto& question) {
  std::string name = question.param.name;
  std::erase_if(name, [](char letter) { return letter < 'a' || letter > 'z'; });
  return name;
});

}  // namespace
}  // namespace averment::faults
