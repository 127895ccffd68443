#include "indexer/document_builder.hpp"

#include <gmock/gmock.h>

#include "averment/error.hpp"
#include "language/names.hpp"
#include "store/packing.hpp"
#include "store/report_values.hpp"
#include "store/stored_report.hpp"
#include "tests/indexer/sample.hpp"

namespace averment {
namespace {

namespace prefix = schema::prefix;
namespace slot = schema::slot;
using testing::Contains;
using testing::Not;
using testing::Pair;

std::map<std::string, unsigned> terms_of(const Xapian::Document& document) {
  std::map<std::string, unsigned> terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) terms[*term] = term.get_wdf();
  return terms;
}

std::vector<std::string_view> words_of(const ReportWords& words) {
  std::vector<std::string_view> texts;
  for (const std::uint32_t place : words.sequence)
    texts.push_back(place == 0 ? std::string_view() : words.forms[place - 1].word);
  return texts;
}

AnalyzedReport an_analyzed_report() {
  Report report = a_report("one", "soldiers of Ri fell; soldiers 3, 4*");
  report.title = "soldiers";
  report.outlet = "The Outlet";
  report.published = "2025-02-19T10:00Z";
  AnalyzedReport analyzed = analyze_simply(report);
  analyzed.mentions = {{{12, 14}, EntityType::person, "Ri Kang"}, {{15, 19}, EntityType::date, "no facet"}};
  analyzed.claims[0].place = "Kursk";
  return analyzed;
}

TEST(DocumentBuilderTest, StemsAreCounted) {
  const auto terms = terms_of(document_of(build_document(an_analyzed_report(), "content")));
  EXPECT_THAT(terms, Contains(Pair("soldier", 2)));
  EXPECT_THAT(terms, Contains(Pair("fell", 1)));
}

TEST(DocumentBuilderTest, ATitleThatIsTheFirstLineIsFoundInTheText) {
  const auto terms = terms_of(document_of(build_document(an_analyzed_report(), "content")));
  EXPECT_THAT(terms, Contains(Pair("Ssoldier", 1)));
  EXPECT_THAT(terms, Not(Contains(Pair("Sfell", testing::_))));
}

TEST(DocumentBuilderTest, ATitleOfItsOwnIsSearchedAsTextTooWithABorderBehindIt) {
  AnalyzedReport analyzed = analyze_simply(a_report("one", "words"));
  analyzed.report.title = "Losses";
  analyzed.title_tokens = {{{0, 6}, "losses", "loss"}};
  const BuiltDocument built = build_document(analyzed, "content");
  const auto terms = terms_of(document_of(built));
  EXPECT_THAT(terms, Contains(Pair("loss", 1)));
  EXPECT_THAT(terms, Contains(Pair("Sloss", 1)));
  EXPECT_EQ(built.words.forms, (std::vector<WrittenWord>{{"losses", "loss"}, {"words", "word"}}));
  EXPECT_EQ(built.words.sequence, (std::vector<std::uint32_t>{1, 0, 2}));
}

TEST(DocumentBuilderTest, WhatAReportIsStandsInBooleanTerms) {
  const auto terms = terms_of(document_of(build_document(an_analyzed_report(), "content")));
  for (const std::string& term :
       {schema::report_term("one"), schema::term(prefix::outlet, "The Outlet"), std::string("L0"), std::string("Y2025"),
        std::string("M202502"), std::string("D20250219"), schema::term(prefix::person, "Ri Kang"),
        schema::term(prefix::surface, name_key("Ri")), schema::term(prefix::surface, name_key("the NIS")),
        std::string("K"), std::string("XC0"), std::string("XS0"),
        schema::term(prefix::source, "National Intelligence Service")})
    EXPECT_THAT(terms, Contains(Pair(term, 0))) << term;
}

TEST(DocumentBuilderTest, ClaimsAreFoundByTheirIds) {
  const BuiltDocument built = build_document(an_analyzed_report(), "content");
  const RecordedReport record = deserialize({built.data, {}, words_of(built.words)});
  ASSERT_EQ(record.claims.size(), 2u);
  for (const std::string& id : claim_ids(record))
    EXPECT_THAT(terms_of(document_of(built)), Contains(Pair("XI" + id, 0)));
  EXPECT_EQ(built.claims, 2u);
}

TEST(DocumentBuilderTest, PartialDatesHaveOnlyTheTermsTheyState) {
  const std::tuple<std::string, std::string, std::vector<std::string>> table[] = {
      {"2025-02", "20250200", {"Y2025", "M202502"}}, {"2025", "20250000", {"Y2025"}}, {"", "", {}}};
  for (const auto& [published, value, expected] : table) {
    AnalyzedReport analyzed = analyze_simply(a_report("one", "words"));
    analyzed.report.published = published;
    const BuiltDocument built = build_document(analyzed, "content");
    EXPECT_EQ(built.values[slot::date], value);
    std::vector<std::string> found;
    for (const auto& [term, count] : terms_of(document_of(built)))
      if (term[0] == 'Y' || term[0] == 'M' || term[0] == 'D') found.push_back(term);
    EXPECT_THAT(found, testing::UnorderedElementsAreArray(expected)) << published;
  }
}

TEST(DocumentBuilderTest, ValuesHoldWhatFiltersAndFacetsRead) {
  AnalyzedReport analyzed = an_analyzed_report();
  analyzed.report.origin = {"/news/a.jsonl", 3};
  const Xapian::Document document = document_of(build_document(analyzed, "content"));
  EXPECT_EQ(document.get_value(slot::report), "one");
  EXPECT_EQ(document.get_value(slot::content), "content");
  EXPECT_EQ(unpack_origin(document.get_value(slot::origin)), analyzed.report.origin);
  EXPECT_EQ(unpack_claims(document.get_value(slot::claims)), packed_claims(analyzed.claims));
  const auto has = [&](Field field, std::string_view name) {
    std::vector<std::uint64_t> values;
    unpack_values(document.get_value(schema::names_slot(field)), field, values);
    return values == std::vector{schema::name_id(name)};
  };
  EXPECT_TRUE(has(Field::outlet, "The Outlet"));
  EXPECT_TRUE(has(Field::person, "Ri Kang"));
  EXPECT_FALSE(has(Field::place, "Kursk")) << "it is a claim's";
}

TEST(DocumentBuilderTest, ItsChecksumIsThatOfTheDocumentWhichXapianHas) {
  AnalyzedReport analyzed = an_analyzed_report();
  analyzed.mentions.push_back(analyzed.mentions.front());  // names are terms once, however often they are named
  const Xapian::Document document = document_of(build_document(analyzed, "content"));
  EXPECT_EQ(document.get_value(slot::checksum), checksum_of(document));
}

TEST(DocumentBuilderTest, EveryNameBehindAnIdHasItsLabel) {
  std::map<std::string, std::string> labels;
  for (const Label& label : build_document(an_analyzed_report(), "content").labels) labels[label.key] = label.name;
  for (const auto& [field, name] :
       std::vector<std::pair<Field, std::string>>{{Field::outlet, "The Outlet"},
                                                  {Field::source, "National Intelligence Service"},
                                                  {Field::place, "Kursk"},  // of a claim only
                                                  {Field::rule, "digit"}})
    EXPECT_EQ(labels[schema::label_key(field, schema::name_id(name))], name);
  EXPECT_EQ(labels.count(schema::label_key(Field::lang, 0)), 0u);
}

TEST(DocumentBuilderTest, WordsThatXapianCannotTakeAreRefused) {
  for (const std::string& word : {std::string(300, 'x'), std::string("a\0b", 3), std::string()}) {
    AnalyzedReport analyzed = analyze_simply(a_report("one", "words"));
    analyzed.tokens.push_back({{0, 5}, "words", word});
    EXPECT_THROW(build_document(analyzed, "content"), InputError);
  }
}

}  // namespace
}  // namespace averment
