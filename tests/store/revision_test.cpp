#include "store/revision.hpp"

#include "tests/store/damage.hpp"

namespace averment {
namespace {

Revision a_revision() {
  return {12, 1740000000, {{3, "", ""}, {7, "", ""}, {70000, "", ""}, {5, "before", "words"}, {4, "data", ""}}};
}

TEST(RevisionTest, RevisionsComeBack) {
  EXPECT_EQ(unpack_revision(12, pack(a_revision())), a_revision());
  const Revision without{1, 0, {}};
  EXPECT_EQ(unpack_revision(1, pack(without)), without);
}

TEST(RevisionTest, DamagedBytesAreRefusedOrReadButNeverCrash) {
  const auto read = [](std::string_view bytes) { unpack_revision(12, bytes); };
  const std::string bytes = pack(a_revision());
  EXPECT_GT(flip_bits(bytes, read), 0u);
  EXPECT_EQ(cut_short(bytes, read), bytes.size());
  read_noise(read);
}

TEST(RevisionTest, TimesAreToldInUtc) {
  EXPECT_EQ(utc_text(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(utc_text(1740000000), "2025-02-19T21:20:00Z");
}

}  // namespace
}  // namespace averment
