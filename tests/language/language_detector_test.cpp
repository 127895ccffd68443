#include "language/language_detector.hpp"

#include <gtest/gtest.h>

namespace averment {
namespace {

TEST(LanguageDetector, TellsTheLanguageOfATextAndKeepsSilentWhereItCannot) {
  const std::pair<std::string, std::string> table[] = {
      {"en", "The ministry said on Friday that at least twelve soldiers had been killed near the border."},
      {"es", "El ministerio informó el viernes de que al menos doce soldados murieron cerca de la frontera."},
      {"ko", "국방부는 금요일 국경 근처에서 최소 열두 명의 군인이 숨졌다고 밝혔다."},
      {"ru", "Министерство сообщило в пятницу, что у границы погибли не менее двенадцати солдат."},
      {"zh",
       "国防部星期五表示，至少十二名士兵在边境附近的战斗中死亡，另有三十人受伤，搜救工作仍在进行，当局正在调查原因。"},
      {"he", "משרד הביטחון מסר ביום שישי כי לפחות שנים עשר חיילים נהרגו ליד הגבול."},
      {"", ""},
      {"", "12 345 -- 67"},
      {"", "Zx qv"},
  };
  for (const auto& [lang, text] : table) EXPECT_EQ(detect_language(text), lang) << text;
}

TEST(LanguageDetector, BadBytesAndLongTextsDoNoHarm) {
  EXPECT_EQ(detect_language(std::string(100'000, '\xFF')), "");
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "The soldiers came home from the border. ";
  EXPECT_EQ(detect_language(text), "en");
}

TEST(LanguageDetector, ALongTextIsInTheLanguageOfMostOfIt) {
  const std::string english = "The ministry said on Friday that at least twelve soldiers had been killed. ";
  const std::string spanish =
      "El ministerio informó el viernes de que al menos doce soldados murieron en la frontera. ";
  const auto text = [&](int before, int behind, const std::string& most, const std::string& other) {
    std::string mixed;
    for (int i = 0; i < before; ++i) mixed += other;
    for (int i = 0; i < behind; ++i) mixed += most;
    return mixed;
  };
  EXPECT_EQ(detect_language(text(0, 40, spanish, english)), "es");
  EXPECT_EQ(detect_language(text(4, 40, spanish, english)), "es") << "a lead in English";
  EXPECT_EQ(detect_language(text(4, 40, english, spanish)), "en");
}

TEST(LanguageDetector, ASampleIsCutBetweenCharactersWhereThereAreNoBlanks) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "国防部星期五表示至少十二名士兵在边境附近的战斗中死亡另有三十人受伤";
  for (std::size_t cut = 0; cut < 3; ++cut) EXPECT_EQ(detect_language(std::string(cut, 'x') + text), "zh") << cut;
}

}  // namespace
}  // namespace averment
