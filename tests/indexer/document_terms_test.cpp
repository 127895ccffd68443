#include "indexer/document_terms.hpp"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace averment {
namespace {

using Counted = std::vector<std::pair<std::string, unsigned>>;

Counted terms_of(const Xapian::Document& document) {
  Counted terms;
  for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term)
    terms.emplace_back(*term, term.get_wdf());
  return terms;
}

TEST(DocumentTermsTest, TheDocumentHasEachOnceWithAllItsCounts) {
  DocumentTerms terms;
  terms.add("", "killed", 2);
  terms.add("S", "kill", 1);
  terms.add("", "killed", 3);
  terms.add("XO", "name", 0);
  terms.add("XO", "name", 0);
  terms.sort();
  Xapian::Document document;
  terms.add_to(document);
  EXPECT_EQ(terms_of(document), (Counted{{"Skill", 1}, {"XOname", 0}, {"killed", 5}}));
}

TEST(DocumentTermsTest, TheirOrderIsThatOfXapianWhateverTheirLengthAndLetters) {
  const std::vector<std::string> texts = {
      "b", "a",    "ab",        "\xC3\xA9t\xC3\xA9",   "missiles", "missile", "missilesx", "missiles\x01", "missilesa",
      "~", "\x01", "missilery", std::string(200, 'x'), "x"};
  DocumentTerms terms;
  Xapian::Document expected;
  for (unsigned count = 0; count < texts.size(); ++count) {
    terms.add("", texts[count], count);
    expected.add_term(texts[count], count);
  }
  terms.sort();
  DocumentChecksum ours, xapians;
  terms.add_to(ours);
  for (const auto& [text, count] : terms_of(expected)) xapians.add_term(text, count);
  EXPECT_EQ(ours.with({}), xapians.with({}));
}

}  // namespace
}  // namespace averment
