// The accented Latin letters without accents: what ICU's "[:^Han:] Any-Latin; Latin-ASCII" makes of each, case-folded.
#pragma once

#include <array>
#include <string_view>

namespace averment {

// Written down, for ICU takes longer to make ready for this than all the lists of names to read. A test compares them.
inline constexpr char32_t first_accented = 0xA0, last_accented = 0x24F;

using BareLetters = std::array<std::string_view, last_accented - first_accented + 1>;

inline constexpr BareLetters bare_letters = [] {
  using namespace std::string_view_literals;
  return BareLetters{
      " "sv,         "!"sv,        "\xC2\xA2"sv, "\xC2\xA3"sv, "\xC2\xA4"sv,  "\xC2\xA5"sv, "\xC2\xA6"sv, "\xC2\xA7"sv,
      " \xCC\x88"sv, "(c)"sv,      "a"sv,        "<<"sv,       "\xC2\xAC"sv,  ""sv,         "(r)"sv,      " \xCC\x84"sv,
      "\xC2\xB0"sv,  "+/-"sv,      "2"sv,        "3"sv,        " \xCC\x81"sv, "m"sv,        "\xC2\xB6"sv, "\xC2\xB7"sv,
      " \xCC\xA7"sv, "1"sv,        "o"sv,        ">>"sv,       "1/4"sv,       "1/2"sv,      "3/4"sv,      "?"sv,
      "a"sv,         "a"sv,        "a"sv,        "a"sv,        "a"sv,         "a"sv,        "ae"sv,       "c"sv,
      "e"sv,         "e"sv,        "e"sv,        "e"sv,        "i"sv,         "i"sv,        "i"sv,        "i"sv,
      "d"sv,         "n"sv,        "o"sv,        "o"sv,        "o"sv,         "o"sv,        "o"sv,        "*"sv,
      "o"sv,         "u"sv,        "u"sv,        "u"sv,        "u"sv,         "y"sv,        "th"sv,       "ss"sv,
      "a"sv,         "a"sv,        "a"sv,        "a"sv,        "a"sv,         "a"sv,        "ae"sv,       "c"sv,
      "e"sv,         "e"sv,        "e"sv,        "e"sv,        "i"sv,         "i"sv,        "i"sv,        "i"sv,
      "d"sv,         "n"sv,        "o"sv,        "o"sv,        "o"sv,         "o"sv,        "o"sv,        "/"sv,
      "o"sv,         "u"sv,        "u"sv,        "u"sv,        "u"sv,         "y"sv,        "th"sv,       "y"sv,
      "a"sv,         "a"sv,        "a"sv,        "a"sv,        "a"sv,         "a"sv,        "c"sv,        "c"sv,
      "c"sv,         "c"sv,        "c"sv,        "c"sv,        "c"sv,         "c"sv,        "d"sv,        "d"sv,
      "d"sv,         "d"sv,        "e"sv,        "e"sv,        "e"sv,         "e"sv,        "e"sv,        "e"sv,
      "e"sv,         "e"sv,        "e"sv,        "e"sv,        "g"sv,         "g"sv,        "g"sv,        "g"sv,
      "g"sv,         "g"sv,        "g"sv,        "g"sv,        "h"sv,         "h"sv,        "h"sv,        "h"sv,
      "i"sv,         "i"sv,        "i"sv,        "i"sv,        "i"sv,         "i"sv,        "i"sv,        "i"sv,
      "i"sv,         "i"sv,        "ij"sv,       "ij"sv,       "j"sv,         "j"sv,        "k"sv,        "k"sv,
      "q"sv,         "l"sv,        "l"sv,        "l"sv,        "l"sv,         "l"sv,        "l"sv,        "l\xC2\xB7"sv,
      "l\xC2\xB7"sv, "l"sv,        "l"sv,        "n"sv,        "n"sv,         "n"sv,        "n"sv,        "n"sv,
      "n"sv,         "'n"sv,       "n"sv,        "n"sv,        "o"sv,         "o"sv,        "o"sv,        "o"sv,
      "o"sv,         "o"sv,        "oe"sv,       "oe"sv,       "r"sv,         "r"sv,        "r"sv,        "r"sv,
      "r"sv,         "r"sv,        "s"sv,        "s"sv,        "s"sv,         "s"sv,        "s"sv,        "s"sv,
      "s"sv,         "s"sv,        "t"sv,        "t"sv,        "t"sv,         "t"sv,        "t"sv,        "t"sv,
      "u"sv,         "u"sv,        "u"sv,        "u"sv,        "u"sv,         "u"sv,        "u"sv,        "u"sv,
      "u"sv,         "u"sv,        "u"sv,        "u"sv,        "w"sv,         "w"sv,        "y"sv,        "y"sv,
      "y"sv,         "z"sv,        "z"sv,        "z"sv,        "z"sv,         "z"sv,        "z"sv,        "s"sv,
      "b"sv,         "b"sv,        "b"sv,        "b"sv,        "\xC6\x85"sv,  "\xC6\x85"sv, "\xC9\x94"sv, "c"sv,
      "c"sv,         "d"sv,        "d"sv,        "d"sv,        "d"sv,         "\xC6\x8D"sv, "\xC7\x9D"sv, "\xC9\x99"sv,
      "e"sv,         "f"sv,        "f"sv,        "g"sv,        "\xC9\xA3"sv,  "hv"sv,       "\xC9\xA9"sv, "i"sv,
      "k"sv,         "k"sv,        "l"sv,        "\xC6\x9B"sv, "\xC9\xAF"sv,  "n"sv,        "n"sv,        "\xC9\xB5"sv,
      "o"sv,         "o"sv,        "oi"sv,       "oi"sv,       "p"sv,         "p"sv,        "r"sv,        "\xC6\xA8"sv,
      "\xC6\xA8"sv,  "\xCA\x83"sv, "\xC6\xAA"sv, "t"sv,        "t"sv,         "t"sv,        "t"sv,        "u"sv,
      "u"sv,         "\xCA\x8A"sv, "v"sv,        "y"sv,        "y"sv,         "z"sv,        "z"sv,        "\xCA\x92"sv,
      "\xC6\xB9"sv,  "\xC6\xB9"sv, "\xC6\xBA"sv, "\xC6\xBB"sv, "\xC6\xBD"sv,  "\xC6\xBD"sv, "\xC6\xBE"sv, "\xC6\xBF"sv,
      "\xC7\x80"sv,  "\xC7\x81"sv, "\xC7\x82"sv, "\xC7\x83"sv, "dz"sv,        "dz"sv,       "dz"sv,       "lj"sv,
      "lj"sv,        "lj"sv,       "nj"sv,       "nj"sv,       "nj"sv,        "a"sv,        "a"sv,        "i"sv,
      "i"sv,         "o"sv,        "o"sv,        "u"sv,        "u"sv,         "u"sv,        "u"sv,        "u"sv,
      "u"sv,         "u"sv,        "u"sv,        "u"sv,        "u"sv,         "\xC7\x9D"sv, "a"sv,        "a"sv,
      "a"sv,         "a"sv,        "ae"sv,       "ae"sv,       "g"sv,         "g"sv,        "g"sv,        "g"sv,
      "k"sv,         "k"sv,        "o"sv,        "o"sv,        "o"sv,         "o"sv,        "\xCA\x92"sv, "\xCA\x92"sv,
      "j"sv,         "dz"sv,       "dz"sv,       "dz"sv,       "g"sv,         "g"sv,        "hv"sv,       "\xC6\xBF"sv,
      "n"sv,         "n"sv,        "a"sv,        "a"sv,        "ae"sv,        "ae"sv,       "o"sv,        "o"sv,
      "a"sv,         "a"sv,        "a"sv,        "a"sv,        "e"sv,         "e"sv,        "e"sv,        "e"sv,
      "i"sv,         "i"sv,        "i"sv,        "i"sv,        "o"sv,         "o"sv,        "o"sv,        "o"sv,
      "r"sv,         "r"sv,        "r"sv,        "r"sv,        "u"sv,         "u"sv,        "u"sv,        "u"sv,
      "s"sv,         "s"sv,        "t"sv,        "t"sv,        "\xC8\x9D"sv,  "\xC8\x9D"sv, "h"sv,        "h"sv,
      "n"sv,         "d"sv,        "\xC8\xA3"sv, "\xC8\xA3"sv, "z"sv,         "z"sv,        "a"sv,        "a"sv,
      "e"sv,         "e"sv,        "o"sv,        "o"sv,        "o"sv,         "o"sv,        "o"sv,        "o"sv,
      "o"sv,         "o"sv,        "y"sv,        "y"sv,        "l"sv,         "n"sv,        "t"sv,        "j"sv,
      "db"sv,        "qp"sv,       "a"sv,        "c"sv,        "c"sv,         "l"sv,        "t"sv,        "s"sv,
      "z"sv,         "\xC9\x82"sv, "\xC9\x82"sv, "b"sv,        "u"sv,         "\xCA\x8C"sv, "e"sv,        "e"sv,
      "j"sv,         "j"sv,        "\xC9\x8B"sv, "\xC9\x8B"sv, "r"sv,         "r"sv,        "y"sv,        "y"sv};
}();

}  // namespace averment
