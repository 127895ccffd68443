#include <gtest/gtest.h>

#include "averment/claim.hpp"

namespace averment {
namespace {

TEST(ClaimOrigin, ItIsTheHeadOfTheChainWhereThatIsSomebody) {
  const std::tuple<const char*, const char*, const char*> table[] = {
      {"National Intelligence Service (South Korea)", "organization", "National Intelligence Service (South Korea)"},
      {"Ri (POW)", "person", "Ri (POW)"},
      {"officials", "nominal", ""},
      {"médicos", "nominal", ""},
      {"Defensoría del Pueblo", "nominal", "Defensoría del Pueblo"},
      {"bulletin", "document", ""},
      {"UN report", "document", "UN report"},
      {"국정원", "nominal", "국정원"},
  };
  for (const auto& [name, type, origin] : table) {
    Claim claim;
    claim.source = Attribution{"it", name, type, "", "said", false, {"Yonhap"}};
    EXPECT_EQ(origin_of(claim), origin) << name;
  }
}

TEST(ClaimOrigin, AReportsOwnVoiceHasNone) { EXPECT_EQ(origin_of(Claim()), ""); }

}  // namespace
}  // namespace averment
