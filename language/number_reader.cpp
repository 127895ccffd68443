// Sentence → quantities: digits, words, ranges, shares and vague amounts, with their bounds.
#include "language/number_reader.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace averment {
namespace {

/// A number read from tokens [first, last).
struct Number {
  std::uint32_t last = 0;  ///< 0: there is none.
  double value = 0;
  bool plain_digits = false;  ///< One token of digits without separator or scale.
  explicit operator bool() const { return last != 0; }
};

constexpr double largest = 1e10;  // More than all people: never a count of them.

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits, in groups or not. From the right: three digits, then two or three each, behind one kind of mark.
bool is_grouped(std::string_view written, const Grammar& marks) {
  std::size_t group = 0, groups = 0;
  char mark = 0;
  for (std::size_t i = written.size(); i-- > 0;) {
    if (is_digit(written[i])) {
      ++group;
      continue;
    }
    if (marks.grouping_marks.find(written[i]) == std::string::npos || (mark && written[i] != mark)) return false;
    if (groups == 0 ? group != 3 : group != 2 && group != 3) return false;
    mark = written[i];
    ++groups;
    group = 0;
  }
  return group && (!groups || group <= 3);
}

bool is_dash(std::string_view mark) { return mark == "-" || mark == "–" || mark == "—" || mark == "‑"; }

class Reader {
 public:
  explicit Reader(const SentenceWords& words) : words_(words) {}

  std::vector<Quantity> run() {
    for (std::uint32_t i = words_.first(); i < words_.last();) {
      Quantity quantity;
      if (meaning(i, NumberKind::none)) {
        i += unit_words(i);
      } else if (read_at(i, quantity)) {
        add_qualifiers(quantity);
        found_.push_back(quantity);
        i = std::max(quantity.end, i + 1);
      } else {
        i = past_digits(i);
      }
    }
    return std::move(found_);
  }

 private:
  /// Past "44 billion" as a whole where it is no quantity: money.
  std::uint32_t past_digits(std::uint32_t i) const {
    if (!words_.at(i).has(WordClass::number)) return i + 1;
    ++i;
    while (meaning(i, NumberKind::scale)) ++i;
    return i;
  }

  bool read_at(std::uint32_t i, Quantity& out) const {
    if (words_.at(i).has(WordClass::number) && part_of_name_or_compound(i)) return false;
    if (lists_ages(i) || (words_.is(i - 1, "[") && words_.is(i + 1, "]"))) return false;  // "[12]" is a note
    if (!meaning(i, NumberKind::article) && i >= words_.first() + 2 && words_.is(i - 1, WordClass::of) &&
        words_.is(i - 2, WordClass::parent))
      return false;  // "a mother of two"
    Quantity share;
    if (!read_share(i, share)) return read_range(i, out) || read_word(i, out);
    out = share;
    return true;
  }

  // Shares: "two-thirds", "a quarter of", "80 percent of", "most of", "all".
  /// False: whatever `out` is now, it is none.
  bool read_share(std::uint32_t i, Quantity& out) const {
    if (const auto phrase = words_.number_at(i))
      for (const NumberWord& word : *phrase.meanings)
        if ((word.kind == NumberKind::share || word.kind == NumberKind::everyone) &&
            share_follows(i + phrase.words, word)) {
          set_share(out, i, i + phrase.words, word.word ? Share(*word.word) : Share(word.value));
          return true;
        }
    const Number number = read_number(i, true);
    if (!number) return false;
    if (const std::uint32_t percent = percent_end(number.last); percent) {
      if (!words_.is(percent, WordClass::of)) return false;
      set_share(out, i, percent, number.value / 100);
      return number.value <= 100;
    }
    return read_fraction(i, number, out);
  }

  /// "all" and "half" are shares only before people: "all of them", "half the crew"; "everyone" stands alone.
  bool share_follows(std::uint32_t next, const NumberWord& word) const {
    if (words_.is(next, WordClass::indefinite) && scales(next + 1)) return false;  // "half a million"
    if (words_.is(next - 1, WordClass::either) && next >= words_.first() + 2 && words_.at(next - 2).has(WordClass::be))
      return false;  // "were all killed"
    if (word.kind == NumberKind::everyone || words_.is(next, WordClass::of)) return true;
    if (word.word) return false;
    return words_.at(next).any(WordClass::determiner, WordClass::possessive, WordClass::person, WordClass::armed,
                               WordClass::collective);
  }

  std::uint32_t percent_end(std::uint32_t i) const { return meaning(i, NumberKind::percent) ? i + unit_words(i) : 0; }

  /// "two-thirds", "one third of", "a quarter of"; not "a third soldier".
  bool read_fraction(std::uint32_t i, const Number& number, Quantity& out) const {
    const bool hyphen = words_.inside(number.last) && is_dash(words_.text.folded(number.last));
    const bool of_each = words_.is(number.last, WordClass::of) && words_.is(number.last + 1, WordClass::ratio);
    const std::uint32_t ratio = number.last + of_each;
    if (words_.is(ratio, WordClass::ratio) && number.value < 10)  // "one in three", "uno de cada tres"
      if (const Number whole = read_number(ratio + 1, false);
          whole && whole.value > number.value && whole.value <= 100 && !words_.at(whole.last).has(WordClass::month)) {
        set_share(out, i, whole.last, number.value / whole.value);
        return !words_.at(whole.last).has(WordClass::thing);
      }
    const std::uint32_t at = number.last + hyphen;
    const NumberWord* fraction = meaning(at, NumberKind::fraction);
    if (!fraction || number.value > 20) return false;
    const std::uint32_t end = at + unit_words(at);
    const bool of_follows = words_.is(end, WordClass::of);
    if (!of_follows && !(hyphen && number.value > 1)) return false;
    set_share(out, i, end, number.value * fraction->value);
    return std::get<double>(*out.share) <= 1;
  }

  static void set_share(Quantity& out, std::uint32_t first, std::uint32_t last, Share share) {
    out.kind = Quantity::Kind::share;
    out.first = first;
    out.last = out.end = last;
    if (double* value = std::get_if<double>(&share)) *value = std::round(*value * 1000) / 1000;
    if (share == Share(ShareWord::most)) out.qualifier = Qualifier::vague;
    out.share = share;
  }

  // "63 to 65", "between 25 and 30", "11,000-12,000", "two or three"; or one number.
  bool read_range(std::uint32_t i, Quantity& out) const {
    const bool between = words_.is(i, WordClass::between);
    const std::uint32_t first = i + between;
    const Number low = read_number(first, false);
    if (!low || excluded(first, low)) return false;
    const Number high = read_upper_end(low, between);
    if (between && !high) return false;
    const bool one = low.value == 1 && !words_.at(first).has(WordClass::number);
    if (one && counts_more(low.last)) return false;  // "un 30 por ciento"
    if (one && first > words_.first() && words_.is(first - 1, WordClass::uncounted)) return false;
    const bool noun = words_.at(low.last).any(WordClass::person, WordClass::armed, WordClass::thing, WordClass::of);
    if (one && !noun && first > words_.first() && words_.is(first - 1, WordClass::definite)) return false;  // "the one"
    if (words_.is(first, WordClass::both) && (pairs_up(low.last) || pairs_names(low.last))) return false;
    if (!high && (followed_by_percent(low.last) || !is_whole(low.value))) return false;
    set_bounds(out, low.value, high ? high.value : low.value);
    out.first = i;
    out.last = out.end = high ? high.last : low.last;
    if (high) out.qualifier = Qualifier::range;
    if (!high && one) {
      out.kind = Quantity::Kind::article;
      out.numeral = true;
    }
    return true;
  }

  /// "both dead and alive" joins words, it counts nobody; "both men and three women" does.
  bool pairs_up(std::uint32_t i) const {
    const std::uint32_t joint = i + 1 + !words_.is(i + 1, WordClass::joint_and);
    return words_.is(joint, WordClass::joint_and) && !words_.number_at(joint + 1);
  }

  /// "both Lisa Berg, a nurse, and Tom Hale"
  bool pairs_names(std::uint32_t i) const {
    return words_.is_name(i) && !words_.at(i).any(WordClass::person, WordClass::armed) &&
           !words_.at(i + 1).any(WordClass::person, WordClass::armed) &&
           !words_.at(i + 2).any(WordClass::person, WordClass::armed);
  }

  bool followed_by_percent(std::uint32_t i) const { return percent_end(i) != 0; }

  static bool is_whole(double value) { return std::floor(value) == value; }

  static void set_bounds(Quantity& out, double low, double high) {
    out.low = static_cast<std::uint64_t>(low);
    out.high = static_cast<std::uint64_t>(high);
  }

  Number read_upper_end(const Number& low, bool between) const {
    const std::uint32_t joint = low.last;
    if (!words_.inside(joint)) return {};
    const bool joined = between ? words_.is(joint, WordClass::between_to)
                                : words_.is(joint, WordClass::range_to) || is_dash(words_.text.folded(joint)) ||
                                      (words_.is(joint, WordClass::joint_or) && low.value < 100);
    if (!joined) return {};
    Number high = read_number(joint + 1, false);
    if (!high || high.value <= low.value || high.value > low.value * 20 || !is_whole(high.value)) return {};
    return high;
  }

  // "a dozen" is a number; "dozens" is vague; "a" may count one person.
  bool read_word(std::uint32_t i, Quantity& out) const {
    const auto phrase = words_.number_at(i);
    if (!phrase) return false;
    for (const NumberWord& word : *phrase.meanings) {
      if (word.kind != NumberKind::vague && word.kind != NumberKind::article && word.kind != NumberKind::pronoun)
        continue;
      const auto qualifier = words_.lexicon.qualifiers_before.match(words_.text, i, words_.last());
      const bool counts_one = word.kind != NumberKind::vague;
      if (counts_one && (qualifier.words > 1 || counts_more(i + phrase.words))) return false;  // "an estimated 40"
      if (words_.is(i, WordClass::gradable) && i > words_.first() && words_.is(i - 1, WordClass::degree)) return false;
      out.kind = word.kind == NumberKind::vague ? Quantity::Kind::vague : Quantity::Kind::article;
      out.numeral = word.kind == NumberKind::pronoun;
      out.first = i;
      out.last = out.end = i + phrase.words;
      if (word.kind == NumberKind::vague)
        out.qualifier = Qualifier::vague;
      else
        out.low = out.high = 1;
      return true;
    }
    return false;
  }

  /// "another [12]": not "a [26]-year-old".
  bool counts_more(std::uint32_t i) const {
    const Number number = read_number(i, false);
    return number && !is_compound(number) && !is_years_old(number.last - 1);
  }

  // One number in digits or words.
  Number read_number(std::uint32_t i, bool with_article) const {
    if (words_.at(i).has(WordClass::number)) return read_digits_at(i);
    return read_words_at(i, with_article);
  }

  Number read_digits_at(std::uint32_t i) const {
    const std::string_view written = words_.text.folded(i);
    const auto value = read_digits(written, words_.lexicon.grammar);
    if (!value || (written.front() == '0' && is_whole(*value) && *value > 0)) return {};  // "0600" is a time
    Number number{i + 1, *value, written.find_first_not_of("0123456789") == written.npos};
    while (const NumberWord* scale = meaning(number.last, NumberKind::scale)) {
      number.value *= scale->value;
      ++number.last;
      number.plain_digits = false;
    }
    if (number.value > largest) return {};
    return number;
  }

  /// "two hundred and five thousand", "twenty-one", "a dozen", "half a million"; "a" alone only `with_article`.
  Number read_words_at(std::uint32_t i, bool with_article) const {
    double total = 0, current = 0;
    std::uint32_t at = i;
    bool article = false, any = false;
    double factor = 1;
    if (const NumberWord* part = meaning(i, NumberKind::fraction);
        part && words_.is(i + 1, WordClass::indefinite) && scales(i + 2)) {
      factor = part->value;
      at = i + 2;
      current = 1;
    } else if (words_.is(i, WordClass::indefinite) && (scales(i + 1) || with_article)) {
      article = true;
      current = 1;
      ++at;
    }
    for (;;) {
      const std::uint32_t word = skip_joint(at, current, any);
      if (const NumberWord* unit = meaning(word, NumberKind::unit);
          unit && fits(current, unit->value, article && !any)) {
        current += unit->value;
        at = word + unit_words(word);
      } else if (const NumberWord* scale = scales(at)) {
        const double scaled = std::max(current, 1.0) * scale->value;
        total = scale->value < 1000 ? total : total + scaled;  // "two million three hundred thousand"
        current = scale->value < 1000 ? scaled : 0;
        ++at;
      } else {
        break;
      }
      any = true;
    }
    if (!any && !(article && with_article)) return {};
    const double value = (total + current) * factor;
    if (value > largest || at == i) return {};
    return {at, value, false};
  }

  const NumberWord* scales(std::uint32_t i) const {
    const NumberWord* scale = meaning(i, NumberKind::scale);
    return scale ? scale : meaning(i, NumberKind::dozen);
  }

  /// Units add up as in "twenty one", "two hundred five", not "two three".
  static bool fits(double current, double unit, bool article) {
    if (article) return false;
    const auto rest = std::fmod(current, 100);
    return current == 0 || rest == 0 || (rest >= 20 && std::fmod(rest, 10) == 0 && unit < 10 && unit > 0);
  }

  /// Over the hyphen of "twenty-one" and the "and" of "hundred and five".
  std::uint32_t skip_joint(std::uint32_t at, double current, bool any) const {
    if (!any || !words_.inside(at)) return at;
    const bool hyphen = is_dash(words_.text.folded(at)) && words_.glued(at) && current >= 20;
    const bool joint = joins_number(at, current);
    return (hyphen || joint) && meaning(at + 1, NumberKind::unit) ? at + 1 : at;
  }

  /// The "and" of "two hundred and five", the "y" of "treinta y cinco".
  bool joins_number(std::uint32_t at, double current) const {
    if (words_.is(at, WordClass::hundred_and) && current >= 100 && std::fmod(current, 100) == 0) return true;
    const double tens = std::fmod(current, 100);
    return words_.is(at, WordClass::ten_and) && tens >= 20 && std::fmod(tens, 10) == 0;
  }

  std::uint32_t unit_words(std::uint32_t i) const { return words_.number_at(i).words; }

  const NumberWord* meaning(std::uint32_t i, NumberKind kind) const {
    const auto phrase = words_.number_at(i);
    if (!phrase) return nullptr;
    for (const NumberWord& word : *phrase.meanings)
      if (word.kind == kind) return &word;
    return nullptr;
  }

  // What is a number, but no quantity.
  bool part_of_name_or_compound(std::uint32_t i) const {
    if (!words_.inside(i - 1) || i == words_.first()) return false;
    const std::string_view before = words_.text.folded(i - 1);
    if (words_.glued(i) && (before == "/" || before == ":" || before == "." || before == "_" || before == "#"))
      return true;
    if (words_.glued(i) && is_dash(before) && i >= words_.first() + 2 && words_.glued(i - 1) &&
        !words_.at(i - 2).has(WordClass::number) && !words_.is_mark(i - 2))
      return !meaning(i - 2, NumberKind::unit);
    const bool of_age = words_.is(i - 1, WordClass::of) && i >= words_.first() + 2 && words_.is(i - 2, WordClass::age);
    return of_age || is_years_old(i) || ends_ages(i) || words_.at(i - 1).any(WordClass::currency, WordClass::numbering);
  }

  /// "60 year-old", "12 years old"
  bool is_years_old(std::uint32_t i) const {
    const std::uint32_t unit = i + 1;
    if (!words_.is(unit, WordClass::age_unit)) return false;
    return words_.is(unit + 1 + words_.is(unit + 1, "-"), WordClass::aged_head);
  }

  /// "aged [two], [three] and [eleven]"
  bool lists_ages(std::uint32_t i) const {
    if (!meaning(i, NumberKind::unit) && !words_.at(i).has(WordClass::number)) return false;
    if (words_.at(i + 1).any(WordClass::person, WordClass::armed, WordClass::other_person)) return false;
    while (i > words_.first()) {
      --i;
      if (words_.is(i, WordClass::numbering)) return true;
      const bool list =
          words_.is(i, ",") ||
          words_.at(i).any(WordClass::joint, WordClass::between, WordClass::range_to, WordClass::count_lead) ||
          words_.at(i).has(WordClass::number) || meaning(i, NumberKind::unit);
      if (!list) return false;
    }
    return false;
  }

  /// "between the ages of 14 and [18]"
  bool ends_ages(std::uint32_t i) const {
    return i >= words_.first() + 4 && words_.at(i - 1).any(WordClass::between_to, WordClass::range_to) &&
           words_.at(i - 2).has(WordClass::number) && words_.is(i - 3, WordClass::of) &&
           words_.is(i - 4, WordClass::age);
  }

  bool excluded(std::uint32_t first, const Number& number) const {
    return is_date(first, number) || is_year(first, number) || is_compound(number) || is_age(first, number) ||
           is_clock_or_score(number) || names_something(first, number);
  }

  bool is_date(std::uint32_t first, const Number& number) const {
    if (number.value > 31 || !words_.at(first).has(WordClass::number)) return false;
    const bool may_is_verb = words_.is(number.last, WordClass::modal) && !words_.is_name(number.last);
    const std::uint32_t month = number.last + words_.is(number.last, WordClass::of);  // "23 de marzo"
    return (first > words_.first() && words_.at(first - 1).has(WordClass::month)) ||
           (words_.at(month).has(WordClass::month) && !may_is_verb);
  }

  bool is_year(std::uint32_t first, const Number& number) const {
    if (!number.plain_digits || number.value < 1900 || number.value > 2100) return false;
    const bool of_month = first > words_.first() + 1 && words_.is(first - 1, WordClass::of) &&
                          words_.at(first - 2).has(WordClass::month);  // "marzo de 2025"
    if (of_month) return true;
    const bool after_preposition =
        first > words_.first() &&
        (words_.at(first - 1).any(WordClass::month, WordClass::preposition) ||
         words_.is(first - 1, WordClass::year_lead) || words_.is_any(first - 1, {",", "(", "-", "–"}));
    if (after_preposition && !words_.is(first - 1, WordClass::count_lead)) return true;
    return !words_.at(number.last).any(WordClass::person, WordClass::armed, WordClass::collective) &&
           !words_.lexicon.triggers.match(words_.text, number.last, words_.last());
  }

  /// "26-year-old", "15-month", "12-member"; not the dash of a range, nor one that opens a clause.
  bool is_compound(const Number& number) const {
    const std::uint32_t dash = number.last;
    const bool opens = words_.inside(dash) && is_dash(words_.text.folded(dash)) && words_.glued(dash);
    if (!opens || !(words_.glued(dash + 1) || words_.is(dash + 1, WordClass::age_unit))) return false;
    return !words_.at(dash + 1).has(WordClass::number) && !meaning(dash + 1, NumberKind::fraction) &&
           !meaning(dash + 1, NumberKind::unit);
  }

  /// "Smith, 26, said", "Ri (26)", "a boy of eleven", "a man of about 70".
  bool is_age(std::uint32_t first, const Number& number) const {
    std::uint32_t of = first;
    while (of > words_.first() && words_.is(of - 1, WordClass::about)) --of;
    if (of >= words_.first() + 2 && words_.is(of - 1, WordClass::of) && number.value < 110 &&
        words_.is(of - 2, WordClass::aged) && !words_.at(number.last).any(WordClass::person, WordClass::armed))
      return true;
    if (first < words_.first() + 2 || number.value > 110 || !words_.at(first).has(WordClass::number)) return false;
    const bool opened = words_.is(first - 1, ",") || words_.is(first - 1, "(");
    const bool closed = words_.is_any(number.last, {",", ")", ";", "."}) || number.last >= words_.last();
    return opened && closed && !words_.at(first - 2).has(WordClass::number) &&
           (words_.is_name(first - 2) || words_.upper_case);
  }

  bool is_clock_or_score(const Number& number) const {
    return words_.inside(number.last) && words_.glued(number.last) && words_.is_any(number.last, {":", "/", "°"});
  }

  /// "Flight 370", "Article 5": a number behind a name, without people behind it.
  bool names_something(std::uint32_t first, const Number& number) const {
    if (first < words_.first() + 2 || !words_.at(first).has(WordClass::number) || !words_.is_name(first - 1))
      return false;
    if (words_.at(first - 1).any(WordClass::time, WordClass::preposition, WordClass::conjunction, WordClass::verb,
                                 WordClass::person, WordClass::armed, WordClass::be, WordClass::determiner))
      return false;
    return number.plain_digits &&
           !words_.at(number.last).any(WordClass::person, WordClass::armed, WordClass::collective) &&
           !words_.lexicon.triggers.match(words_.text, number.last, words_.last()) &&
           !words_.lexicon.triggers.match(words_.text, first - 1, words_.last()) && !words_.is_name(number.last);
  }

  // Qualifiers.
  void add_qualifiers(Quantity& quantity) const {
    quantity.begin = quantity.first;
    quantity.qualifier_first = quantity.qualifier_last = quantity.first;
    if (quantity.kind == Quantity::Kind::article && !quantity.numeral) return;  // "ran over a man"
    std::optional<Qualifier> before;
    for (std::uint32_t words; (words = qualifier_words_before(quantity.begin)); quantity.begin -= words) {
      const auto& meaning = *find_before(quantity.begin, words);
      if (before || !meaning.qualifier || (words == 1 && governs_people(quantity))) continue;
      before = meaning.qualifier;
      quantity.qualifier_first = quantity.begin - words;
      quantity.qualifier_last = quantity.begin;
    }
    if (!before && quantity.begin > words_.first() && words_.is(quantity.begin - 1, WordClass::exceeding))
      before = Qualifier::more_than;  // "the toll passed 100"
    if (before) apply(*before, quantity);
    if (quantity.qualifier == Qualifier::range && quantity.begin > words_.first() &&
        words_.is(quantity.begin - 1, WordClass::range_from))
      --quantity.begin;  // "de 600 a 700"
    const auto after = words_.lexicon.qualifiers_after.match(words_.text, quantity.last, words_.last());
    if (!after || quantity.kind == Quantity::Kind::share) return;
    quantity.end = quantity.last + after.words;
    if (const auto& meaning = after.meanings->front(); meaning.qualifier && !before) {
      apply(*meaning.qualifier, quantity);
      quantity.qualifier_first = quantity.last;
      quantity.qualifier_last = quantity.end;
    }
  }

  /// "talks over two captives": a small number behind a preposition is no bound.
  bool governs_people(const Quantity& quantity) const {
    return words_.at(quantity.begin - 1).has(WordClass::preposition) && quantity.low && *quantity.low < 10;
  }

  const QualifierWord* find_before(std::uint32_t end, std::uint32_t words) const {
    std::string phrase;
    for (std::uint32_t i = end - words; i < end; ++i) (phrase += phrase.empty() ? "" : "_") += words_.text.folded(i);
    const auto* meanings = words_.lexicon.qualifiers_before.find(phrase);
    return meanings ? &meanings->front() : nullptr;
  }

  /// How many words before token `end` are a qualifier: the longest one.
  std::uint32_t qualifier_words_before(std::uint32_t end) const {
    for (std::uint32_t words = std::min<std::uint32_t>(5, end - words_.first()); words; --words)
      if (find_before(end, words)) return words;
    return 0;
  }

  static void apply(Qualifier qualifier, Quantity& quantity) {
    if (quantity.kind == Quantity::Kind::vague) return;
    if (quantity.kind == Quantity::Kind::share) {
      if (quantity.qualifier != Qualifier::vague) quantity.qualifier = qualifier;
      return;
    }
    const bool range = quantity.qualifier == Qualifier::range;
    if (qualifier == Qualifier::at_least || qualifier == Qualifier::more_than) {
      if (!range) quantity.high.reset();
    } else if (qualifier == Qualifier::at_most || qualifier == Qualifier::less_than) {
      if (!range) quantity.low.reset();
    }
    if (!range || qualifier == Qualifier::approx) quantity.qualifier = qualifier;
    quantity.kind = Quantity::Kind::number;
  }

  const SentenceWords& words_;
  std::vector<Quantity> found_;
};

}  // namespace

std::optional<double> read_digits(std::string_view written, const Grammar& marks) {
  std::size_t point = std::string_view::npos;  // where the decimals begin
  const std::size_t last = written.find_last_not_of("0123456789");
  const bool decimals = last != written.npos && marks.decimal_marks.find(written[last]) != std::string::npos;
  if (decimals && !is_grouped(written, marks)) {
    point = last;
    if (!is_grouped(written.substr(0, point), marks)) return {};
  } else if (!is_grouped(written, marks)) {
    return {};
  }
  std::string digits;
  for (std::size_t i = 0; i < written.size(); ++i)
    if (i == point)
      digits += '.';
    else if (is_digit(written[i]))
      digits += written[i];
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  return value;
}

std::vector<Quantity> read_quantities(const SentenceWords& words) { return Reader(words).run(); }

}  // namespace averment
