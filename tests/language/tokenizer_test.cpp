#include "language/tokenizer.hpp"

#include <gtest/gtest.h>

#include "language/knowledge_files.hpp"

namespace averment {
namespace {

const Tokenizer& tokenizer() {
  static const Tokenizer instance{KnowledgeFiles()};
  return instance;
}

std::string joined_tokens(std::string_view source) {
  const Text text = tokenizer().tokenize(source);
  std::string joined;
  for (const Token& token : text.tokens) joined += (joined.empty() ? "" : " ") + std::string(text.written(token));
  return joined;
}

TEST(Tokenizer, TokensStandWhereReadersExpectThem) {
  const std::pair<const char*, const char*> table[] = {
      {"300 dead, 2,700 wounded.", "300 dead , 2,700 wounded ."},
      {"Lee’s comment and the NIS’ briefing", "Lee ’s comment and the NIS ’ briefing"},
      {"the U.S. army", "the U.S. army"},
      {"Rep. Lee Seong-kweun", "Rep. Lee Seong - kweun"},
      {"11,000-12,000 men", "11,000 - 12,000 men"},
      {"He didn't say 80%.", "He didn't say 80 % ."},
      {"killed.The army", "killed . The army"},
      {"a 26-year-old", "a 26 - year - old"},
      {"2.5 million", "2.5 million"},
      {"5,00,069 people", "5,00,069 people"},
      {"wait... what -- no", "wait ... what -- no"},
      {"Forbes.com", "Forbes . com"},
      {"''Go,'' he said", "'' Go , '' he said"},
  };
  for (const auto& [source, tokens] : table) EXPECT_EQ(joined_tokens(source), tokens);
}

TEST(Tokenizer, FoldedTokensKeepTheirPlaceInTheOriginal) {
  const Text text = tokenizer().tokenize("Straße ＫＹＩＶ");
  ASSERT_EQ(text.tokens.size(), 2u);
  EXPECT_EQ(text.folded(0), "strasse");
  EXPECT_EQ(text.folded(1), "kyiv");
  EXPECT_EQ(text.written(text.tokens[1]), "ＫＹＩＶ");
}

TEST(Tokenizer, CapitalsThroughoutAreNoticed) {
  EXPECT_TRUE(tokenizer().tokenize("THE ARMY SAID TODAY THAT 145 GUERRILLAS WERE KILLED").upper_case);
  EXPECT_FALSE(tokenizer().tokenize("The NIS told the UN and the EU on Monday that it had no figures").upper_case);
}

TEST(Tokenizer, AnyBytesBetweenWordsAreTokensOnce) {
  const Text text = tokenizer().tokenize("\t«a»\r\n\r\n");
  ASSERT_EQ(text.tokens.size(), 3u);
  EXPECT_TRUE(tokenizer().tokenize("").tokens.empty());
}

}  // namespace
}  // namespace averment
