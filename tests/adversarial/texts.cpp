// Texts that nobody writes but somebody may send: of whatever size, made to be slow to read.
#include "texts.hpp"

#include <random>
#include <string_view>

namespace averment {
namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  text.reserve(bytes);
  while (text.size() + unit.size() <= bytes) text += unit;
  return text;
}

template <typename Make>
std::string filled(std::size_t bytes, Make make) {
  std::string text;
  for (std::size_t number = 0; text.size() < bytes; ++number) make(text, number);
  return text;
}

/// "a", "b", ... "aa": another word for each number.
std::string word(std::size_t number) {
  std::string letters;
  do letters += static_cast<char>('a' + number % 26);
  while ((number /= 26) > 0);
  return letters;
}

std::string capitalized(std::string word) {
  word[0] = static_cast<char>(word[0] - 32);
  return word;
}

std::string name(std::size_t number) {
  return capitalized(word(number * 7 + 703)) + " " + capitalized(word(number * 13 + 18278));
}

std::string combining_marks(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t) {
    text += "a";
    for (int mark = 0; mark < 1000; ++mark) text += mark % 2 ? "\u0301" : "\u0327";
    text += " ";
  });
}

std::string many_words(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) { text += word(number) + " "; });
}

std::string many_numbers(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) { text += std::to_string(number) + " "; });
}

std::string sentence_of_names(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) { text += name(number) + ", "; });
}

std::string people_who_say(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) {
    text += std::to_string(number % 900 + 2) + " people were killed, said " + name(number) + ". ";
  });
}

std::string ministries(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) {
    text += "The Ministry of " + capitalized(word(number + 703)) + " said the ministry had counted " +
            std::to_string(number) + " dead. ";
  });
}

std::string persons_of_one_surname(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) {
    text += "Mr " + capitalized(word(number + 703)) + " Westhaven spoke, then Westhaven left. ";
  });
}

std::string names_with_a_slip(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) {
    text += "Anna West" + word(number % 17576) + "haven spoke. ";
  });
}

std::string bodies_with_acronyms(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) {
    const std::string name = capitalized(word(number + 703));
    text += "World " + name + " Programme (W" + name.substr(0, 1) + "P) ";
  });
}

std::string short_lines(std::size_t bytes) {
  return filled(bytes, [](std::string& text, std::size_t number) { text += word(number) + "\n"; });
}

/// Words by which claims are read, in any order.
std::string words_of_claims(std::size_t bytes) {
  constexpr std::string_view words[] = {
      "killed",  "wounded", "12",     "two",   "hundred", "people",  "soldiers", "said",    "that",   "according",
      "to",      "the",     "and",    "of",    "them",    "were",    "Ministry", "Qarth",   "Kyiv",   "Anna",
      "Field",   "between", "\"",     ",",     ".",       "(",       ")",        "-",       "denied", "who",
      "percent", "thirds",  "Monday", "among", "or",      "missing", "captured", "another", "he",     "their"};
  std::mt19937 random(1);
  return filled(bytes, [&](std::string& text, std::size_t) {
    text += words[random() % std::size(words)];
    text += ' ';
  });
}

std::string random_bytes(std::size_t bytes) {
  std::mt19937 random(1);
  return filled(bytes, [&](std::string& text, std::size_t) { text += static_cast<char>(random() % 255 + 1); });
}

std::string latin1(std::size_t bytes) {
  return repeated(
      "murieron dos ni\xF1"
      "os ayer, dijo la polic\xED"
      "a. ",
      bytes);
}

std::string open_head(std::size_t bytes) { return "---\n" + repeated("key: value\n", bytes); }

std::string long_head(std::size_t bytes) { return open_head(bytes) + "---\nTwo people died.\n"; }

std::string tags_in_a_head(std::size_t bytes) {
  return "---\ntags: [\"a\"" + repeated(", \"a\"", bytes) + "]\n---\nTwo people died.\n";
}

/// The row of a text that repeats a unit.
#define REPEATS(unit) [](std::size_t bytes) { return repeated(unit, bytes); }

}  // namespace

const std::vector<AdversarialText>& adversarial_texts() {
  static const std::vector<AdversarialText> texts = {
      {"one word", REPEATS("killed ")},
      {"one letter without blanks", REPEATS("a")},
      {"words without blanks", REPEATS("killed.The")},
      {"other words each time", many_words},
      {"straight quotation marks", REPEATS("\"")},
      {"quoted words", REPEATS("\"killed\" ")},
      {"opening quotation marks", REPEATS("“a ")},
      {"quotations that stay open", REPEATS("“Two died.\n\n")},
      {"apostrophes", REPEATS("'s")},
      {"single quotation marks", REPEATS("‘a ")},
      {"one number", REPEATS("12 ")},
      {"other numbers each time", many_numbers},
      {"digits without blanks", REPEATS("1234567890")},
      {"grouped digits without blanks", REPEATS("123,")},
      {"number words", REPEATS("two hundred and ")},
      {"scales", REPEATS("hundred thousand million ")},
      {"ranges", REPEATS("between 2 and 3 to ")},
      {"shares", REPEATS("two-thirds of them ")},
      {"opening brackets", REPEATS("(")},
      {"brackets", REPEATS("()[]{}")},
      {"notes", REPEATS("[1]")},
      {"said", REPEATS("said ")},
      {"he said", REPEATS("he said she said ")},
      {"according to", REPEATS("according to ")},
      {"the ministry", REPEATS("the ministry ")},
      {"blanks", REPEATS(" ")},
      {"line ends", REPEATS("\n")},
      {"blanks and a word at the end", [](std::size_t bytes) { return repeated(" ", bytes) + "word"; }},
      {"words between long blanks", REPEATS("a                                                              ")},
      {"no byte of UTF-8", REPEATS("\xFF")},
      {"bytes at random", random_bytes},
      {"Latin-1", latin1},
      {"continuation bytes", REPEATS("\x80")},
      {"UTF-8 damaged now and then", REPEATS("the river rose – again\xC3 ")},
      {"embedded directions", REPEATS("\u202Ea\u202D")},
      {"directions alone", REPEATS("\u202E")},
      {"zero-width characters", REPEATS("\u200B")},
      {"zero-width joiners in words", REPEATS("a\u200D")},
      {"combining marks by the thousand", combining_marks},
      {"combining marks without end", REPEATS("\u0301")},
      {"ligatures that unfold", REPEATS("\uFDFA")},
      {"flags", REPEATS("\U0001F1FA")},
      {"families", REPEATS("\U0001F468\u200D")},
      {"Thai without blanks", REPEATS("สามคนเสียชีวิต")},
      {"Chinese without blanks", REPEATS("三人死亡")},
      {"Hangul without blanks", REPEATS("병사")},
      {"Arabic", REPEATS("قُتل ثلاثة أشخاص ")},
      {"full stops", REPEATS(".")},
      {"spaced full stops", REPEATS(". ")},
      {"full stops and quotation marks", REPEATS(".\"")},
      {"commas", REPEATS(",")},
      {"dashes", REPEATS("-")},
      {"words joined by hyphens", REPEATS("a-")},
      {"initials", REPEATS("U.S.")},
      {"abbreviations", REPEATS("Mr. ")},
      {"capitals", REPEATS("KILLED IN QARTH ")},
      {"one sentence of names", sentence_of_names},
      {"one name", REPEATS("Anna Field, ")},
      {"one name and its surname", REPEATS("Anna Field and Field and ")},
      {"persons of one surname", persons_of_one_surname},
      {"names with a slip", names_with_a_slip},
      {"bodies with acronyms", bodies_with_acronyms},
      {"names without an end", REPEATS("Anna ")},
      {"names with particles", REPEATS("van der ")},
      {"places", REPEATS("North Korea South Korea ")},
      {"titles", REPEATS("Prime Minister General ")},
      {"acronyms", REPEATS("NIS (NIS) ")},
      {"killed 1", REPEATS("killed 1 ")},
      {"1 killed, 2 wounded", REPEATS("1 killed, 2 wounded, ")},
      {"short claims", REPEATS("5 people died. ")},
      {"claims with sources", people_who_say},
      {"claims of ministries", ministries},
      {"claims in one quotation", [](std::size_t bytes) { return "\"" + repeated("5 people died, he said. ", bytes); }},
      {"shares of claims", REPEATS("Half of the 300 soldiers died. Two-thirds of them were wounded. ")},
      {"days of claims", REPEATS("On Monday 3 people died in Qarth on January 9. ")},
      {"words of claims in any order", words_of_claims},
      {"in Spanish", REPEATS("Murieron tres soldados, dijo el ministro. ")},
      {"short lines", short_lines},
      {"one letter a paragraph", REPEATS("a\n\n")},
      {"lists", REPEATS("* a\n* b\n\n")},
      {"addresses", REPEATS("https://example.org/a?b=c&d=e#f ")},
      {"an address without an end", REPEATS("example.org/")},
      {"mail addresses", REPEATS("a@b.c@")},
      {"control characters", REPEATS("a\v\f\r")},
      {"a head that is not closed", open_head},
      {"a long head", long_head},
      {"a long list in a head", tags_in_a_head},
  };
  return texts;
}

}  // namespace averment
