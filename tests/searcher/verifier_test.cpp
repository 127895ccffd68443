#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zlib.h>

#include "averment/searcher.hpp"
#include "store/packing.hpp"
#include "store/schema.hpp"
#include "store/vocabulary.hpp"
#include "test_index.hpp"
#include "tests/temporary_folder.hpp"

namespace averment {
namespace {

using testing::HasSubstr;

MadeReport with_claim(const std::string& id) {
  return MadeReport(id, "A soldier was killed.").claim("A", MadeClaim{.low = 1, .high = 1, .source = "police"});
}

std::string damages(const std::filesystem::path& folder) {
  std::string all;
  for (const Damage& damage : Searcher(folder).verify()) all += damage.report + ": " + damage.what + "\n";
  return all;
}

TEST(Verifier, ASoundIndexHasNoDamage) {
  const TestIndex index({with_claim("a"), MadeReport("b", "Nothing."), MadeReport("c", "")});
  EXPECT_EQ(damages(index.folder()), "");
}

TEST(Verifier, WhateverIsTamperedWithIsNamed) {
  const std::pair<std::string, std::function<void(Xapian::Document&)>> table[] = {
      {"cannot be read",
       [](Xapian::Document& document) {
         std::string data = document.get_data();
         data[data.size() / 2] ^= 1;
         document.set_data(data);
       }},
      {"packed claims", [](Xapian::Document& document) { document.remove_value(schema::slot::claims); }},
      {"what tables show", [](Xapian::Document& document) { document.remove_value(schema::slot::lines); }},
      {"its reports cannot be read",
       [](Xapian::Document& document) {
         document.add_value(schema::slot::words, pack_words({1, 1}));
       }},
      {"its day", [](Xapian::Document& document) { document.add_value(schema::slot::date, "20240101"); }},
      {"other ids",
       [](Xapian::Document& document) {
         document.add_boolean_term(std::string(schema::prefix::claim) + "no-claims-id");
       }},
      {"packed names",
       [](Xapian::Document& document) { document.add_value(schema::slot::facets, pack(std::vector<PackedFacet>())); }},
      {"filed under", [](Xapian::Document& document) { document.add_value(schema::slot::report, "other"); }},
      {"words or values", [](Xapian::Document& document) { document.add_term("soldier", 2); }},
      {"words or values", [](Xapian::Document& document) { document.remove_value(schema::slot::fingerprint); }},
      {"words or values", [](Xapian::Document& document) { document.add_value(schema::slot::content, "other"); }},
  };
  for (const auto& [says, change] : table) {
    TestIndex index({with_claim("a"), with_claim("b"), with_claim("c")});
    index.tamper("b", change);
    const std::vector<Damage> found = Searcher(index.folder()).verify();
    ASSERT_EQ(found.size(), 1u) << says;
    EXPECT_THAT(found[0].what, HasSubstr(says));
  }
}

TEST(Verifier, MetadataThatAreNotWhatWasWrittenAreNamed) {
  const std::string label = schema::label_key(Field::source, schema::name_id("police"));
  const std::tuple<const char*, std::string, std::string> table[] = {
      {"a name is not the one", label, "soldiers"},
      {"one of its names is missing", label, ""},
      {"its words and their numbers", schema::word_key("soldier"), "\x01\x02\x03\x04"},
      {"its words and their numbers", schema::word_block_key(0), "\x01x"},
      {"its words and their numbers", std::string(schema::metadata::vocabulary_size), "3"},
      {"its revisions", schema::revision_key(1), "\x01\x02\x03\x04"},
      {"its revisions", std::string(schema::metadata::revision), "7"},
      {"a saved query", std::string(schema::metadata::saved) + "losses", "\x01\x01\x01query"},
      {"the names that it was made with", std::string(schema::metadata::own_names), "names"},
  };
  for (const auto& [says, key, value] : table) {
    TestIndex index({with_claim("a"), with_claim("b")});
    index.tamper_metadata(key, value);
    EXPECT_THAT(damages(index.folder()), HasSubstr(says)) << key;
  }
}

class OriginTest : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& content) { return folder_.write(name, content); }

  const TemporaryFolder folder_;
};

TEST_F(OriginTest, FilesThatSayTheSameAreNoDamage) {
  const std::string lines = "{\"id\":\"b\",\"text\":\"First l\\u0069ne.\"}\n\n{\"body\":\"Second line.\",\"n\":[[1]]}";
  const std::string packed_path = folder_ / "c.jsonl.gz";
  gzFile packed = gzopen(packed_path.c_str(), "wb");
  gzputs(packed, "{\"text\":\"Packed.\"}\n");
  gzclose(packed);
  const std::string jsonl = write("b.jsonl", lines);
  const TestIndex index({MadeReport("a", "A text.\n").origin(write("a.txt", "---\noutlet: X\n---\nA text.\n"), 0),
                         MadeReport("b", "First line.").origin(jsonl, 1),
                         MadeReport("d", "Second line.").origin(jsonl, 3),
                         MadeReport("c", "Packed.").origin(packed_path, 1),
                         MadeReport("e", "Málaga").origin(write("e.txt", "M\xE1laga"), 0)});
  EXPECT_EQ(damages(index.folder()), "");
}

TEST_F(OriginTest, FilesThatChangedOrWentAreDamage) {
  const std::string jsonl = write("b.jsonl", "{\"text\":\"Now another.\"}\nno JSON\n{\"text\":\"Same.\"}");
  const TestIndex index({MadeReport("a", "A text.").origin(write("a.txt", "A test."), 0),
                         MadeReport("b", "First.").origin(jsonl, 1), MadeReport("c", "Second.").origin(jsonl, 2),
                         MadeReport("d", "Same.").origin(jsonl, 3), MadeReport("e", "Beyond.").origin(jsonl, 9),
                         MadeReport("f", "Gone.").origin(folder_ / "gone.txt", 0)});
  std::vector<std::string> reports;
  for (const Damage& damage : Searcher(index.folder()).verify()) reports.push_back(damage.report);
  EXPECT_THAT(reports, testing::UnorderedElementsAre("a", "b", "c", "e", "f"));
  EXPECT_TRUE(Searcher(index.folder()).verify(/*files=*/false).empty());
}

}  // namespace
}  // namespace averment
