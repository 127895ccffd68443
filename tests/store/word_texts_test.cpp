#include "store/word_texts.hpp"

#include <gtest/gtest.h>

#include "indexer/vocabulary_writer.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"
#include "tests/store/damage.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using Texts = std::vector<std::string_view>;

class WordTextsTest : public testing::Test {
 protected:
  /// Gives numbers to the words "FIRST" to "LAST", as one commit.
  void add(std::uint32_t first, std::uint32_t last) {
    ReportWords words;
    for (std::uint32_t word = first; word <= last; ++word) words.forms.emplace_back(std::to_string(word), "stem");
    VocabularyWriter writer(database_);
    writer.numbered(words);
    writer.write_new();
  }
  Texts of(const std::vector<std::uint32_t>& numbers) { return texts_.of(database_, pack_words(numbers)); }

  const TemporaryFolder temporary_;
  Xapian::WritableDatabase database_ = open_for_writing(temporary_.path() / "index");
  WordTexts texts_;
};

TEST_F(WordTextsTest, WordsComeBackByTheirNumbersAndBordersAreEmpty) {
  add(1, 3);
  EXPECT_EQ(of({3, 0, 1, 3}), (Texts{"3", "", "1", "3"}));
  EXPECT_EQ(of({}), Texts());
}

TEST_F(WordTextsTest, BlocksAreFilledByOneCommitAfterTheOther) {
  const std::uint32_t ends[] = {1, words_in_block - 1, words_in_block, words_in_block + 1, 3 * words_in_block + 5};
  std::uint32_t next = 1;
  for (const std::uint32_t last : ends) {
    add(next, last);
    next = last + 1;
  }
  for (std::uint32_t number = 1; number < next; ++number) EXPECT_EQ(of({number}), Texts{std::to_string(number)});
}

TEST_F(WordTextsTest, NumbersOfNoWordAreDamage) {
  add(1, 3);
  for (const std::uint32_t number : {4u, words_in_block + 1, 0xFFFFFFFFu})
    EXPECT_EQ(refusals("", [&](std::string_view) { of({number}); }), 1u) << number;
}

TEST_F(WordTextsTest, DamagedBlocksAreRefusedOrReadButNeverCrash) {
  add(1, 20);
  const std::string key = schema::word_block_key(0), bytes = database_.get_metadata(key);
  const auto read = [&](std::string_view damaged) {
    database_.set_metadata(key, std::string(damaged));
    texts_.clear();
    of({1, 20});
  };
  flip_bits(bytes, read);
  EXPECT_EQ(cut_short(bytes, read), bytes.size());
}

}  // namespace
}  // namespace averment
