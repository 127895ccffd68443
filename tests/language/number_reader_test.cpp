#include "language/number_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/language/claim_reading.hpp"

namespace averment {
namespace {

using testing::ElementsAre;

/// "63 to 65 = 63..65 range": figures with their bounds.
std::vector<std::string> quantities(std::string_view source) {
  const Text text = claim_reader().tokenizer.tokenize(source);
  std::vector<std::string> lines;
  for (const Sentence& sentence : text.sentences)
    for (const Quantity& quantity : read_quantities(SentenceWords(text, sentence, claim_reader().lexicon))) {
      std::string line(text.written(text.span(quantity.first, quantity.last)));
      if (quantity.share && std::holds_alternative<double>(*quantity.share))
        line += " share " + std::to_string(static_cast<int>(std::get<double>(*quantity.share) * 1000 + 0.5));
      else if (quantity.share)
        line += " share " + std::string(name_of(std::get<ShareWord>(*quantity.share)));
      else
        line += " = " + bound(quantity.low) + ".." + bound(quantity.high);
      if (quantity.qualifier != Qualifier::exact) line += " " + std::string(name_of(quantity.qualifier));
      lines.push_back(std::move(line));
    }
  return lines;
}

TEST(NumberReader, ReadsDigitsAndWords) {
  EXPECT_THAT(quantities("5,000 men"), ElementsAre("5,000 = 5000..5000"));
  EXPECT_THAT(quantities("2.5 million men"), ElementsAre("2.5 million = 2500000..2500000"));
  EXPECT_THAT(quantities("5,00,069 men"), ElementsAre("5,00,069 = 500069..500069"));
  EXPECT_THAT(quantities("twenty-one men"), ElementsAre("twenty-one = 21..21"));
  EXPECT_THAT(quantities("two thousand seven hundred men"), ElementsAre("two thousand seven hundred = 2700..2700"));
  EXPECT_THAT(quantities("one hundred and five men"), ElementsAre("one hundred and five = 105..105"));
  EXPECT_THAT(quantities("half a million men"), ElementsAre("half a million = 500000..500000"));
  EXPECT_THAT(quantities("a dozen men"), ElementsAre("a dozen = 12..12"));
  EXPECT_THAT(quantities("1.2 lakh people"), ElementsAre("1.2 lakh = 120000..120000"));
}

TEST(NumberReader, WhatIsMoreThanAWholeIsNoShare) {
  EXPECT_THAT(quantities("20-thirds men"), ElementsAre("20 = 20..20"));
  EXPECT_THAT(quantities("120 percent of them"), ElementsAre());
  EXPECT_THAT(quantities("one in three cars"), ElementsAre("one = 1..1", "three = 3..3"));
}

TEST(NumberReader, ReadsRanges) {
  EXPECT_THAT(quantities("63 to 65 men"), ElementsAre("63 to 65 = 63..65 range"));
  EXPECT_THAT(quantities("between 63 and 65 men"), ElementsAre("between 63 and 65 = 63..65 range"));
  EXPECT_THAT(quantities("11,000-12,000 men"), ElementsAre("11,000-12,000 = 11000..12000 range"));
  EXPECT_THAT(quantities("two or three men"), ElementsAre("two or three = 2..3 range"));
  EXPECT_THAT(quantities("around 63 to 65 men"), ElementsAre("63 to 65 = 63..65 approx"));
}

TEST(NumberReader, QualifiersBoundTheNumber) {
  EXPECT_THAT(quantities("at least 300 men"), ElementsAre("300 = 300..? at_least"));
  EXPECT_THAT(quantities("300 men or more"), ElementsAre("300 = 300..300"));
  EXPECT_THAT(quantities("300 or more men"), ElementsAre("300 = 300..? at_least"));
  EXPECT_THAT(quantities("well over 4,000 men"), ElementsAre("4,000 = 4000..? more_than"));
  EXPECT_THAT(quantities("up to 50 men"), ElementsAre("50 = ?..50 at_most"));
  EXPECT_THAT(quantities("up to about 50 men"), ElementsAre("50 = 50..50 approx"));
  EXPECT_THAT(quantities("fewer than 10 men"), ElementsAre("10 = ?..10 less_than"));
  EXPECT_THAT(quantities("an estimated 40 men"), ElementsAre("40 = 40..40 approx"));
  EXPECT_THAT(quantities("dozens of men"), ElementsAre("dozens = ?..? vague"));
  EXPECT_THAT(quantities("tens of thousands of men"), ElementsAre("tens of thousands = ?..? vague"));
}

TEST(NumberReader, ReadsShares) {
  EXPECT_THAT(quantities("two-thirds of them"), ElementsAre("two-thirds share 667"));
  EXPECT_THAT(quantities("a quarter of the men"), ElementsAre("a quarter share 250"));
  EXPECT_THAT(quantities("80 percent of the unit"), ElementsAre("80 percent share 800"));
  EXPECT_THAT(quantities("nearly all of them"), ElementsAre("nearly all share nearly_all"));
  EXPECT_THAT(quantities("most of the men"), ElementsAre("most share most vague"));
  EXPECT_THAT(quantities("one in three of them"), ElementsAre("one in three share 333"));
}

TEST(NumberReader, LeavesOutWhatIsNoQuantity) {
  const char* const none[] = {
      "on January 9",
      "on 9 January",
      "In 2004 they left",
      "26-year-old",
      "M-16",
      "Smith, 26, said so",
      "Ri (26) said so",
      "$3",
      "in late 2024",
      "80% sure",
      "at 10:30",
      "on Flight 370",
      "under the age of 19",
      "a boy of eleven",
      "the 1994 war",
      "No. 12",
      "3 %",
  };
  for (const char* const text : none)
    for (const std::string& found : quantities(text)) EXPECT_TRUE(found.starts_with("a =")) << text << ": " << found;
}

TEST(NumberReader, RefusesDigitsThatAreGroupedWrongly) {
  const Grammar english{.decimal_marks = ".", .grouping_marks = ","};
  EXPECT_EQ(read_digits("5,000", english), 5000);
  EXPECT_EQ(read_digits("5,00,069", english), 500069);
  EXPECT_EQ(read_digits("5,000.5", english), 5000.5);
  EXPECT_FALSE(read_digits("5,00", english));
  EXPECT_FALSE(read_digits("1.2.3", english));
  EXPECT_FALSE(read_digits("5000,", english));
}

TEST(NumberReader, AMarkThatGroupsAndPointsIsToldByWhatFollows) {
  const Grammar either{.decimal_marks = ",.", .grouping_marks = ".,"};
  EXPECT_EQ(read_digits("4.000", either), 4000);
  EXPECT_EQ(read_digits("4,000", either), 4000);
  EXPECT_EQ(read_digits("1,5", either), 1.5);
  EXPECT_EQ(read_digits("1.250.000,75", either), 1250000.75);
  EXPECT_EQ(read_digits("11.40", either), 11.4);
  EXPECT_FALSE(read_digits("1.250,000.5", either));
}

}  // namespace
}  // namespace averment
