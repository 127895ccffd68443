// Text → the places of its words, where Unicode's word boundaries (UAX #29) come down to little: in Latin and Cyrillic.
#include "language/simple_words.hpp"

#include <array>

namespace averment {
namespace {

enum class Kind : std::uint8_t {
  blank,
  mark,    ///< Of no word.
  tangle,  ///< A mark that ICU takes for a letter, or for a part of words.
  letter,
  digit,
  line,      ///< "_" is a part of words, but none alone.
  stop,      ///< Stands inside words and numbers: "don't", "U.S", "2.5".
  comma,     ///< Stands inside numbers.
  difficult  ///< Of the rest.
};

struct Piece {
  Kind kind = Kind::difficult;
  std::size_t size = 1;
};

constexpr std::array<Kind, 128> ascii_kinds = [] {
  std::array<Kind, 128> kinds{};
  kinds.fill(Kind::mark);
  for (const char c : {' ', '\t', '\n', '\v', '\f', '\r'}) kinds[c] = Kind::blank;
  for (char c = 'a'; c <= 'z'; ++c) kinds[c] = kinds[c - 'a' + 'A'] = Kind::letter;
  for (char c = '0'; c <= '9'; ++c) kinds[c] = Kind::digit;
  kinds['_'] = Kind::line;
  kinds['.'] = kinds['\''] = Kind::stop;
  kinds[','] = kinds[';'] = Kind::comma;
  kinds['@'] = kinds[':'] = Kind::tangle;
  return kinds;
}();

// Letters without exception: U+0100 to U+024F, U+0400 to U+047F.
bool leads_letters(unsigned char byte) { return (byte >= 0xC4 && byte <= 0xC9) || byte == 0xD0 || byte == 0xD1; }

Piece piece_of_two(unsigned char first, unsigned char second) {
  if ((second & 0xC0) != 0x80) return {};
  if (leads_letters(first)) return {Kind::letter, 2};
  if (first == 0xC3) return {second == 0x97 || second == 0xB7 ? Kind::mark : Kind::letter, 2};  // "×", "÷"
  // The blank that does not break, "«", "»".
  const bool mark = first == 0xC2 && (second == 0xA0 || second == 0xAB || second == 0xBB);
  return {mark ? Kind::mark : Kind::difficult, 2};
}

// The marks of typography: U+2013 to U+2026, those of them that reports are full of.
Piece piece_of_three(unsigned char third) {
  switch (third) {
    case 0x98:  // ‘
    case 0x99:  // ’
      return {Kind::stop, 3};
    case 0x93:  // –
    case 0x94:  // —
    case 0x9C:  // “
    case 0x9D:  // ”
    case 0x9E:  // „
    case 0xA2:  // •
    case 0xA6:  // …
      return {Kind::mark, 3};
    default:
      return {};
  }
}

class ChunkSplitter {
 public:
  ChunkSplitter(std::string_view text, std::vector<SimpleWord>& words) : text_(text), words_(words) {}

  std::size_t run(std::size_t at) {
    while (at < text_.size()) {
      const Piece piece = piece_at(at);
      if (piece.kind == Kind::blank) break;
      if (piece.kind == Kind::difficult) return std::string_view::npos;
      tangled_ |= piece.kind == Kind::tangle;
      at = is_part(piece.kind) ? word_end(at, piece) : at + piece.size;
    }
    return tangled_ && !ascii_ ? std::string_view::npos : at;
  }

 private:
  static bool is_part(Kind kind) { return kind == Kind::letter || kind == Kind::digit || kind == Kind::line; }

  static bool joins(Kind before, Kind mark, Kind after) {
    return before == after && ((mark == Kind::stop && (before == Kind::letter || before == Kind::digit)) ||
                               (mark == Kind::comma && before == Kind::digit));
  }

  Piece piece_at(std::size_t at) {
    const auto byte = [&](std::size_t offset) {
      return at + offset < text_.size() ? static_cast<unsigned char>(text_[at + offset]) : 0;
    };
    if (byte(0) < 0x80) return {ascii_kinds[byte(0)], 1};
    ascii_ = false;
    return byte(0) == 0xE2 && byte(1) == 0x80 ? piece_of_three(byte(2)) : piece_of_two(byte(0), byte(1));
  }

  std::size_t word_end(const std::size_t begin, Piece piece) {
    bool marked = false, has_content = false;
    std::size_t end = begin;
    for (;;) {
      has_content |= piece.kind != Kind::line;
      end += piece.size;
      const Kind last = piece.kind;
      if (end >= text_.size()) break;
      piece = piece_at(end);
      if (is_part(piece.kind)) continue;
      if (piece.kind != Kind::stop && piece.kind != Kind::comma) break;
      const std::size_t mark_size = piece.size;
      if (end + mark_size >= text_.size()) break;
      const Kind mark = piece.kind;
      piece = piece_at(end + mark_size);
      if (!joins(last, mark, piece.kind)) break;
      end += mark_size;
      marked = true;
    }
    if (has_content) words_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, marked});
    return end;
  }

  std::string_view text_;
  std::vector<SimpleWord>& words_;
  bool ascii_ = true, tangled_ = false;
};

}  // namespace

std::size_t split_simple(std::string_view text, std::size_t begin, std::vector<SimpleWord>& words) {
  return ChunkSplitter(text, words).run(begin);
}

}  // namespace averment
