#include "language/source_names.hpp"

#include <gtest/gtest.h>

#include "language/claim_lexicon.hpp"
#include "language/entity_tagger.hpp"
#include "language/knowledge_files.hpp"
#include "language/names.hpp"
#include "language/tokenizer.hpp"

namespace averment {
namespace {

TEST(SourceNamesTest, APhraseGivesThePartyBehindIt) {
  const KnowledgeFiles files;
  const Aliases aliases(files);
  const EntityTagger tagger(files, aliases);
  const Tokenizer tokenizer(files);
  const ClaimLexicon lexicon(files, "en");
  const struct {
    const char* text;
    const char* phrase;  // its last occurrence in the text
    const char* expected;
  } cases[] = {
      {"Kyiv said so.", "Kyiv", "Government of Ukraine|government|Ukraine"},
      {"According to Ukrainian officials it rained.", "Ukrainian officials",
       "Government of Ukraine|government|Ukraine"},
      {"South Korea’s National Intelligence Service said so.", "South Korea’s National Intelligence Service",
       "National Intelligence Service (South Korea)|organization|South Korea"},
      {"South Korean intelligence estimates 300.", "South Korean intelligence",
       "National Intelligence Service (South Korea)|organization|South Korea"},
      {"In public the NIS in Seoul says nothing.", "the NIS in Seoul",
       "National Intelligence Service (South Korea)|organization|South Korea"},
      {"Rep. Lee Seong-kweun of Seoul spoke. Lee’s comment was short.", "Lee’s comment",
       "Lee Seong-kweun|person|South Korea"},
      {"Then Ukrainian President Zelensky stated it.", "Ukrainian President Zelensky",
       "Volodymyr Zelensky|person|Ukraine"},
      {"It was Swedish officer Nils Holmberg who spoke.", "Swedish officer Nils Holmberg",
       "Nils Holmberg|person|Sweden"},
      {"According to data released by Kiev, 5,000 died.", "data released by Kiev",
       "Government of Ukraine|government|Ukraine"},
      {"An analysis by the NIS shows it.", "An analysis by the NIS",
       "National Intelligence Service (South Korea)|organization|South Korea"},
      {"The Chosun Ilbo printed it. Later the newspaper said more.", "the newspaper",
       "Chosun Ilbo|organization|South Korea"},
      {"The Iranian Foreign Ministry spoke, and the ministry said more.", "the ministry",
       "Ministry of Foreign Affairs (Iran)|organization|Iran"},
      {"A spokesman for the Flood Relief Council said so.", "A spokesman for the Flood Relief Council",
       "Flood Relief Council|organization|"},
      {"A Hamas spokesman said so.", "A Hamas spokesman", "Hamas|organization|Palestine"},
      {"A doctor at Midvale University said so.", "A doctor at Midvale University",
       "doctor at Midvale University|nominal|"},
      {"Ukrainian and U.S. sources said so.", "Ukrainian and U.S. sources", "Ukrainian and U.S. sources|nominal|"},
      {"The Russian soldiers said so.", "The Russian soldiers", "Russian soldiers|nominal|Russia"},
      {"Gov. Ana Ruiz came to Oro. Ruiz wept. Later the governor said more.", "the governor", "Ana Ruiz|person|"},
      {"Ana Ruiz, the governor of Oro, met Deputy Governor Tom Reyes. Later the governor said so.", "the governor",
       "Ana Ruiz|person|"},
      {"The governor of Oro, Ana Ruiz, came. Later the governor said so.", "the governor", "Ana Ruiz|person|"},
      {"Health Minister Tom Reyes came with Mayor Ana Ruiz. Later the minister said so.", "the minister",
       "Tom Reyes|person|"},
      {"President Tom Reyes met Vice President Ana Ruiz. Later the president said so.", "the president",
       "Tom Reyes|person|"},
      {"Rep. Tom Reyes came. Later the lawmaker said so.", "the lawmaker", "Tom Reyes|person|"},
      {"It hit Tom Reyes, brother of the governor. Later the governor said so.", "the governor", "governor|nominal|"},
      {"The World Food Programme came. Later the agency said so.", "the agency", "World Food Programme|organization|"},
      {"The Islamic State came. Later the group said so.", "the group", "Islamic State|organization|"},
      {"The police said so.", "The police", "police|nominal|"},
      {"The ministry said so.", "The ministry", "ministry|nominal|"},
      {"An internal report said so.", "An internal report", "internal report|document|"},
  };
  for (const auto& one : cases) {
    const std::string text = one.text;
    Report report;
    report.text = text;
    const Text tokens = tokenizer.tokenize(text);
    const auto begin = static_cast<std::uint32_t>(text.rfind(one.phrase));
    const Span where{begin, begin + static_cast<std::uint32_t>(std::string_view(one.phrase).size())};
    const ResolvedSource source =
        resolve_source(one.phrase, where, tokens, lexicon, tagger.tag(tokens, report), aliases);
    EXPECT_EQ(source.name + "|" + source.type + "|" + source.party, one.expected) << one.text;
  }
}

}  // namespace
}  // namespace averment
