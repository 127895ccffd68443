// Whether bytes are UTF-8.
#include "indexer/valid_utf8.hpp"

#include <cstdint>
#include <cstring>

namespace averment {
namespace {

unsigned char at(std::string_view bytes, std::size_t index) { return static_cast<unsigned char>(bytes[index]); }

/// Size of the sequence that `lead` opens, and the bounds of its second byte; size 0: no sequence begins so.
struct Opening {
  std::size_t size;
  unsigned char least, most;
};

Opening opening(unsigned char lead) {
  if (lead < 0x80) return {1, 0, 0};
  if (lead < 0xC2) return {0, 0, 0};
  if (lead < 0xE0) return {2, 0x80, 0xBF};
  if (lead == 0xE0) return {3, 0xA0, 0xBF};
  if (lead == 0xED) return {3, 0x80, 0x9F};
  if (lead < 0xF0) return {3, 0x80, 0xBF};
  if (lead == 0xF0) return {4, 0x90, 0xBF};
  if (lead < 0xF4) return {4, 0x80, 0xBF};
  if (lead == 0xF4) return {4, 0x80, 0x8F};
  return {0, 0, 0};
}

bool well_formed(std::string_view bytes, std::size_t begin, const Opening& open) {
  if (open.size == 0 || bytes.size() - begin < open.size) return false;
  if (open.size > 1 && (at(bytes, begin + 1) < open.least || at(bytes, begin + 1) > open.most)) return false;
  for (std::size_t i = 2; i < open.size; ++i)
    if ((at(bytes, begin + i) & 0xC0) != 0x80) return false;
  return true;
}

/// Most text is ASCII: eight bytes at a time.
bool eight_ascii(std::string_view bytes, std::size_t begin) {
  std::uint64_t eight;
  if (bytes.size() - begin < sizeof eight) return false;
  std::memcpy(&eight, bytes.data() + begin, sizeof eight);
  return (eight & 0x8080808080808080) == 0;
}

}  // namespace

std::optional<std::size_t> invalid_utf8(std::string_view bytes) {
  for (std::size_t i = 0; i < bytes.size();) {
    if (eight_ascii(bytes, i)) {
      i += 8;
      continue;
    }
    const Opening open = opening(at(bytes, i));
    if (!well_formed(bytes, i, open)) return i;
    i += open.size;
  }
  return {};
}

}  // namespace averment
