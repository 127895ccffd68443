#include "language/romanization.hpp"

#include <gtest/gtest.h>

#include "language/knowledge_files.hpp"
#include "language/names.hpp"

namespace averment {
namespace {

const Romanization& romanization() {
  static const Romanization table{KnowledgeFiles()};
  return table;
}

std::string alike(std::string_view name) { return romanization().alike(name_key(name)); }
std::string in_full(std::string_view name) { return romanization().alike_in_full(name_key(name)); }

TEST(RomanizationTest, SpellingsOfOneNameAreAlike) {
  const std::pair<const char*, const char*> cases[] = {
      {"Zelenskyy", "Zelensky"},
      {"Zelenskiy", "Zelensky"},
      {"Зеленский", "Zelensky"},
      {"Mohamed Deif", "Muhammad Deif"},
      {"Abdel Fattah el-Sisi", "Abdul Fattah al-Sisi"},
      {"Gaddafi", "Qadhafi"},
      {"Romanoff", "Romanov"},
      {"Сергей Иванов", "Serhiy Ivanov"},
  };
  for (const auto& [name, other] : cases) EXPECT_EQ(alike(name), alike(other)) << name;
}

TEST(RomanizationTest, SomeSpellingsAreAlikeInAFullNameAlone) {
  const std::pair<const char*, const char*> cases[] = {
      {"Ri Chol-su", "Lee Cheol-soo"},  {"Ri Chol", "Rhee Chol"},     {"Bashar al-Assad", "Bashar Assad"},
      {"Рада безпеки", "Rada Bezpeky"}, {"Noh Tae-u", "Roh Tae-woo"},
  };
  for (const auto& [name, other] : cases) {
    EXPECT_EQ(in_full(name), in_full(other)) << name;
    EXPECT_NE(alike(name), alike(other)) << name;
  }
}

TEST(RomanizationTest, OtherNamesStayApart) {
  const std::pair<const char*, const char*> cases[] = {
      {"Ana Ruiz", "Ana Reis"}, {"al-Shabaab", "Shabaab"}, {"Lee Chol", "Lee Min"}};
  for (const auto& [name, other] : cases) EXPECT_NE(in_full(name), in_full(other)) << name;
}

TEST(RomanizationTest, ANameIsRespelledWhereOneNameHasOneSpelling) {
  EXPECT_EQ(romanization().respelled("Oleksandr Syrskyi"), "Oleksandr Syrsky");
  EXPECT_EQ(romanization().respelled("OLEKSANDR Syrskiy"), "OLEKSANDR Syrsky");
  EXPECT_EQ(romanization().respelled("Lech Wiśniewski"), "Lech Wiśniewski");
  EXPECT_EQ(romanization().respelled("Mohamed Salah"), "Mohamed Salah");
  EXPECT_EQ(romanization().respelled(""), "");
}

}  // namespace
}  // namespace averment
