#include "language/tagger_model.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "averment/error.hpp"

namespace averment {
namespace {

using testing::HasSubstr;
using testing::ThrowsMessage;

constexpr Feature known = 0x1234567890ABCDEF, other = 0x0FEDCBA987654321, unknown = 0x5555555555555555;

TaggerModel sample() {
  std::vector<FeatureWeights> features(2);
  features[0].feature = known;
  features[0].weights[outside_label] = -7;
  features[0].weights[label_of(TaggedType::event, Bilou::unit)] = 32767;
  features[1].feature = other;
  features[1].weights[label_of(TaggedType::other, Bilou::last)] = -32768;
  Transitions<std::int32_t> transitions{};
  transitions[outside_label][label_of(TaggedType::place, Bilou::begin)] = -100000;
  return TaggerModel(features, transitions);
}

TEST(TaggerModelTest, KnowsTheWeightsItWasMadeOf) {
  const TaggerModel model = sample();
  EXPECT_EQ(model.size(), 2u);
  ASSERT_NE(model.find(known), nullptr);
  EXPECT_EQ((*model.find(known))[outside_label], -7);
  EXPECT_EQ((*model.find(known))[label_of(TaggedType::event, Bilou::unit)], 32767);
  EXPECT_EQ(model.find(unknown), nullptr);
}

TEST(TaggerModelTest, ComesBackFromItsBytes) {
  const TaggerModel before = sample();
  const TaggerModel after{std::string_view(before.write())};
  EXPECT_EQ(after.size(), before.size());
  for (const Feature feature : {known, other}) {
    ASSERT_NE(after.find(feature), nullptr);
    EXPECT_EQ(*after.find(feature), *before.find(feature));
  }
  EXPECT_EQ(after.find(unknown), nullptr);
  EXPECT_EQ(after.transitions(), before.transitions());
  EXPECT_EQ(after.write(), before.write());
}

TEST(TaggerModelTest, FindsManyFeaturesAgain) {
  std::vector<FeatureWeights> features(20000);
  std::uint64_t random = 1;
  for (std::size_t at = 0; at < features.size(); ++at) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    features[at].feature = random ^ random >> 32;
    features[at].weights[1] = static_cast<std::int16_t>(at);
  }
  const TaggerModel model(features, {});
  std::size_t found = 0;
  for (const FeatureWeights& one : features) {
    const TaggerModel::Row* row = model.find(one.feature);
    found += row && (*row)[1] == one.weights[1];
  }
  EXPECT_GT(found, features.size() * 97 / 100);  // full neighbourhoods leave some out
  EXPECT_LE(found, model.size());
}

TEST(TaggerModelTest, RefusesWhatIsNoModel) {
  const std::string good = sample().write();
  std::string flipped = good;
  flipped[good.size() - 3] ^= 1;
  const std::pair<std::string, const char*> cases[] = {
      {"", "no model"},
      {"a text", "no model"},
      {"averment tagger 0\n" + good.substr(18), "another version"},
      {good.substr(0, 20), "ends too early"},
      {good.substr(0, good.size() - 5), "checksum differs"},
      {flipped, "checksum differs"},
  };
  for (const auto& [bytes, message] : cases)
    EXPECT_THAT([bytes = bytes] { TaggerModel{std::string_view(bytes)}; },
                ThrowsMessage<InputError>(HasSubstr(message)))
        << message;
}

TEST(TaggerModelTest, RowsAreSummedUpBeyondWhatOneHolds) {
  std::vector<TaggerModel::Row> rows(5);
  for (std::size_t at = 0; at < rows.size(); ++at) {
    LabelScores<std::int32_t> weights{};
    weights[outside_label] = 30000;
    weights[1] = -32768;
    weights[2] = static_cast<std::int32_t>(at);
    ASSERT_TRUE(rows[at].set(weights));
  }
  std::vector<const TaggerModel::Row*> all;
  for (const TaggerModel::Row& row : rows) all.push_back(&row);
  LabelScores<std::int32_t> sums;
  add_rows(all.data(), all.size(), sums);
  EXPECT_EQ(sums[outside_label], 150000);
  EXPECT_EQ(sums[1], -5 * 32768);
  EXPECT_EQ(sums[2], 10);
  add_rows(all.data(), 0, sums);
  EXPECT_EQ(sums[outside_label], 0);
}

TEST(TaggerModelTest, ARowDoesNotHoldMoreThan16Bits) {
  TaggerModel::Row row;
  for (const std::int32_t weight : {32768, -32769, 70000}) {
    LabelScores<std::int32_t> weights{};
    weights[3] = weight;
    EXPECT_FALSE(row.set(weights)) << weight;
  }
}

}  // namespace
}  // namespace averment
