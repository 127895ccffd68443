#include "store/compression.hpp"

#include "averment/error.hpp"
#include "store/database.hpp"
#include "store/schema.hpp"
#include "tests/store/damage.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

std::string a_text(int number) {
  std::string text = "The ministry of health said on Monday that the number of wounded had risen to ";
  return text + std::to_string(number * 7919) + ", among them " + std::to_string(number) + " children of the camp.";
}

class CompressionTest : public testing::Test {
 protected:
  CompressionTest() : database_(open_for_writing(folder_ / "index")) {}

  void add(int reports) {
    const Compression compression(database_);
    for (int i = 0; i < reports; ++i) {
      Xapian::Document document;
      document.set_data(compression.compress(a_text(i)));
      database_.add_document(document);
    }
    database_.commit();
  }
  std::string stored() const { return database_.get_metadata(std::string(schema::metadata::dictionary)); }

  const TemporaryFolder folder_;
  Xapian::WritableDatabase database_;
};

TEST_F(CompressionTest, WhateverIsCompressedComesBack) {
  const Compression compression(database_);
  for (const std::string& bytes : {std::string(), std::string(1, '\0'), a_text(3), std::string(1 << 20, 'x')})
    EXPECT_EQ(compression.expand(compression.compress(bytes)), bytes);
}

TEST_F(CompressionTest, ADictionaryOfTheIndexsReportsMakesOthersShorterAndEarlierOnesStayReadable) {
  add(499);
  Compression compression(database_);
  EXPECT_FALSE(compression.can_learn(database_));
  add(1);
  ASSERT_TRUE(compression.can_learn(database_));
  const std::string before = compression.compress(a_text(1000));
  compression.learn(database_);
  database_.commit();
  EXPECT_FALSE(compression.can_learn(database_));
  const std::string after = compression.compress(a_text(1000));
  EXPECT_LT(after.size(), before.size() * 2 / 3);
  const Compression opened(database_);
  EXPECT_EQ(opened.expand(before), a_text(1000));
  EXPECT_EQ(opened.expand(after), a_text(1000));
  EXPECT_EQ(opened.expand(database_.get_document(7).get_data()), a_text(6));
}

TEST_F(CompressionTest, WhereThereIsNothingToLearnItIsNotTriedAgain) {
  for (int i = 0; i < 500; ++i) {
    Xapian::Document document;
    document.set_data(Compression(database_).compress(""));
    database_.add_document(document);
  }
  Compression compression(database_);
  EXPECT_TRUE(compression.can_learn(database_));
  compression.learn(database_);
  EXPECT_FALSE(compression.can_learn(database_));
  EXPECT_FALSE(Compression(database_).can_learn(database_));
  EXPECT_EQ(Compression(database_).expand(compression.compress(a_text(1))), a_text(1));
}

TEST_F(CompressionTest, WithoutItsDictionaryAReportIsDamaged) {
  const Compression without(database_);
  add(500);
  Compression compression(database_);
  compression.learn(database_);
  const std::string bytes = compression.compress(a_text(1));
  EXPECT_EQ(refusals(bytes, [&](std::string_view damaged) { without.expand(damaged); }), 1u);
}

TEST_F(CompressionTest, ADamagedDictionaryIsNoticed) {
  add(500);
  Compression(database_).learn(database_);
  std::string dictionary = stored();
  dictionary[dictionary.size() / 2] ^= 1;
  database_.set_metadata(std::string(schema::metadata::dictionary), dictionary);
  EXPECT_EQ(refusals("", [&](std::string_view) { Compression{database_}; }), 1u);
}

TEST_F(CompressionTest, DamagedBytesAreRefusedOrExpandToSomething) {
  const Compression compression(database_);
  const std::string bytes = compression.compress(a_text(5));
  const auto read = [&](std::string_view damaged) { compression.expand(damaged); };
  EXPECT_GT(flip_bits(bytes, read), 0u);
  EXPECT_EQ(cut_short(bytes, read), bytes.size());
  read_noise(read);
  EXPECT_EQ(refusals(std::string("\x28\xb5\x2f\xfd\xe0\xff\xff\xff\xff\xff\xff\xff\x00", 13), read), 1u);
}

}  // namespace
}  // namespace averment
