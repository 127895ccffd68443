// Makes the labels of different corpora follow one convention.
#include "language/training/label_repair.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <unordered_map>

#include "language/names.hpp"

namespace averment {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_upper(c) || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

bool begins_name(const std::string& word) {
  const auto first = static_cast<unsigned char>(word[0]);
  return is_upper(word[0]) || (first >= '0' && first <= '9') || first >= 0x80;
}

std::string joined(const LabeledSentence& sentence, std::uint32_t first, std::uint32_t last) {
  std::string text;
  for (std::uint32_t at = first; at < last; ++at) text += (at == first ? "" : " ") + sentence.words[at];
  return text;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Repair {
 public:
  Repair(LabeledSentence& sentence, const NameWords& words, const Gazetteer& gazetteer)
      : sentence_(sentence), words_(words), gazetteer_(gazetteer) {}

  void run() {
    std::vector<LabeledName> names;
    std::swap(names, sentence_.names);
    names_ = &sentence_.names;
    for (const LabeledName& name : names) split(name);
    split_compounds();
    mark_listed();
    join_parts();
  }

 private:
  std::string key(std::uint32_t first, std::uint32_t last) const { return words_key(joined(sentence_, first, last)); }
  std::string key(std::uint32_t at) const { return key(at, at + 1); }

  bool is_listed(const std::string& key, NameList list) const {
    for (const GazetteerName* name = gazetteer_.find(key); name; name = name->next)
      if (name->list == list) return true;
    return false;
  }

  /// A country, under any of its names: "U.S." is an alias.
  bool is_land(const std::string& key) const {
    if (is_listed(key, NameList::countries)) return true;
    const GazetteerName* name = gazetteer_.find(key);
    return name && name->list == NameList::aliases && name->type == EntityType::place && name->context.empty();
  }

  bool is_known_body(const std::string& key) const {
    const GazetteerName* name = gazetteer_.find(key);
    return name && name->as_mention && name->context.empty() && name->type == EntityType::organization &&
           (name->list == NameList::aliases || name->list == NameList::groups || name->list == NameList::media);
  }

  /// Places at commas: "Cibolo, Texas".
  void split(LabeledName name) {
    if (name.type == TaggedType::place)
      for (std::uint32_t at = name.first; at < name.last; ++at)
        if (sentence_.words[at] == "," || sentence_.words[at] == "-" || sentence_.words[at] == "and") {
          if (sentence_.words[at] == "and" && gazetteer_.find(key(name.first, name.last))) continue;
          trim({name.first, at, name.type});
          split({at + 1, name.last, name.type});
          return;
        }
    trim(name);
  }

  void trim(LabeledName name) {
    for (bool changed = true; changed && name.first < name.last;) {
      changed = trim_begin(name);
      if (name.first < name.last) changed |= trim_end(name);
    }
    if (name.first >= name.last) return;
    decide_type(name);
    if (!names_->empty() && names_->back().last > name.first) return;
    names_->push_back(name);
  }

  bool trim_begin(LabeledName& name) {
    const std::string& word = sentence_.words[name.first];
    const std::string lower = key(name.first);
    if (name.type == TaggedType::person)
      for (std::uint32_t last = std::min(name.last, name.first + 4); last > name.first; --last)
        if (words_.is_title(key(name.first, last))) {
          // A title alone is a name where nothing of a name is left: "King" of "Stephen King" is no first word.
          name.first = last;
          return true;
        }
    if (name.type == TaggedType::person && lower == "prime") {  // of "Prime|Minister"
      ++name.first;
      return true;
    }
    const bool particle = words_.classes(lower, "en") & kParticle;
    const bool keeps = name.type == TaggedType::other || name.type == TaggedType::event;
    if (lower == "the" && !(name.last == name.first + 2 && key(name.first + 1) == "hague")) {
      ++name.first;
      return true;
    }
    if (!keeps && !begins_name(word) && !particle && !word.starts_with("al-") && !word.starts_with("el-") &&
        !word.starts_with("bin") && !word.starts_with("'")) {
      if (std::none_of(word.begin(), word.end(), is_upper)) {
        ++name.first;
        return true;
      }
    }
    if (lower.empty() || word == "'s") {
      ++name.first;
      return true;
    }
    return false;
  }

  bool trim_end(LabeledName& name) {
    const std::string& word = sentence_.words[name.last - 1];
    const bool drop = word == "'s" || word == "," || word == "'" || word == "-" || word == "\"" || word == "and" ||
                      word == "of" || word == "the" || word == "in" || word == "(" || word == ")" || word == "--";
    if (drop) --name.last;
    return drop;
  }

  void decide_type(LabeledName& name) {
    const std::string whole = key(name.first, name.last);
    const bool one = name.last == name.first + 1;
    const std::string last = key(name.last - 1);
    if (is_one_of(whole, {"us", "united states", "uk", "united kingdom"})) {
      name.type = TaggedType::place;
    } else if (is_one_of(whole, {"un", "united nations", "eu", "european union"})) {
      name.type = TaggedType::organization;
    } else if (is_listed(whole, NameList::demonyms) ||
               is_one_of(whole, {"arab", "arabs", "african", "africans", "european", "europeans", "asian", "asians",
                                 "kurdish", "kurds", "kurd", "tibetan", "chechen", "latin american"})) {
      name.type = TaggedType::nationality;
    } else if (name.type != TaggedType::person && is_known_body(whole)) {
      name.type = TaggedType::organization;
    } else if (!one && name.type == TaggedType::organization &&
               (is_listed(whole, NameList::cities) || is_listed(whole, NameList::regions))) {
      name.type = TaggedType::place;
    } else if (name.type != TaggedType::person && is_listed(whole, NameList::countries)) {
      name.type = TaggedType::place;
    } else if (one && (words_.classes(whole, "en") & kGroup)) {
      name.type = TaggedType::nationality;
    } else if (name.type == TaggedType::organization && !one &&
               is_one_of(last, {"brigade", "division", "battalion", "regiment", "squadron", "platoon", "fleet"})) {
      name.type = TaggedType::unit;
    } else if (name.type == TaggedType::other || name.type == TaggedType::event) {
      const std::string first = key(name.first);
      if (is_one_of(first, {"hurricane", "typhoon", "cyclone", "hurricanes"}) ||
          whole.find("tropical storm") != whole.npos || is_one_of(whole, {"katrina", "wilma", "rita"}))
        name.type = TaggedType::event;
    } else if (name.type == TaggedType::nationality) {
      if (is_listed(whole, NameList::countries)) name.type = TaggedType::place;
    }
  }

  /// "U.S.-led" → "U.S.", "-led".
  void split_compounds() {
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < sentence_.words.size(); ++at) {
      while (next < names_->size() && (*names_)[next].last <= at) ++next;
      if (next < names_->size() && (*names_)[next].first <= at) continue;
      const std::size_t hyphen = sentence_.words[at].find('-');
      if (hyphen == std::string::npos || hyphen + 2 > sentence_.words[at].size() || !is_upper(sentence_.words[at][0]))
        continue;
      const char behind = sentence_.words[at][hyphen + 1];
      const std::string first = words_key(sentence_.words[at].substr(0, hyphen));
      if (behind < 'a' || behind > 'z' || !(is_land(first) || is_listed(first, NameList::demonyms))) continue;
      std::string rest = sentence_.words[at].substr(hyphen);
      sentence_.words[at].resize(hyphen);
      sentence_.words.insert(sentence_.words.begin() + at + 1, std::move(rest));
      for (std::size_t later = next; later < names_->size(); ++later) {
        ++(*names_)[later].first;
        ++(*names_)[later].last;
      }
      ++at;
    }
  }

  /// Countries and nationalities that no label marks.
  void mark_listed() {
    std::vector<LabeledName> all;
    std::size_t next = 0;
    for (std::uint32_t at = 0; at < sentence_.words.size();) {
      while (next < names_->size() && (*names_)[next].last <= at) all.push_back((*names_)[next++]);
      if (next < names_->size() && (*names_)[next].first <= at) {
        at = (*names_)[next].last;
        continue;
      }
      const std::uint32_t limit =
          next < names_->size() ? (*names_)[next].first : static_cast<std::uint32_t>(sentence_.words.size());
      const std::uint32_t last = mark(at, limit, all);
      at = last > at ? last : at + 1;
    }
    while (next < names_->size()) all.push_back((*names_)[next++]);
    *names_ = std::move(all);
  }

  std::uint32_t mark(std::uint32_t at, std::uint32_t limit, std::vector<LabeledName>& all) const {
    if (!is_upper(sentence_.words[at][0])) return 0;
    if (sentence_.words[at] == "US") return 0;
    for (std::uint32_t last = std::min(limit, at + 3); last > at; --last) {
      const std::string whole = key(at, last);
      if (whole.find(' ') == whole.npos && last > at + 1) continue;
      const GazetteerName* name = gazetteer_.find(whole);
      if (!name) continue;
      // Within a run of capitals it may be a part of something else: "Bank of China", "American Airlines".
      if (last < sentence_.words.size() && is_upper(sentence_.words[last][0])) continue;
      if (at > 0 && is_upper(sentence_.words[at - 1][0]) && at > 1) continue;
      if (is_land(whole) && whole != "georgia" && whole != "jordan" && whole != "chad")
        all.push_back({at, last, TaggedType::place});
      else if (is_listed(whole, NameList::demonyms))
        all.push_back({at, last, TaggedType::nationality});
      else
        continue;
      return last;
    }
    return 0;
  }

  /// "North|Korean", "South|Africa".
  void join_parts() {
    std::vector<LabeledName> joined_names;
    for (LabeledName name : *names_) {
      if (name.first > 0 &&
          is_one_of(sentence_.words[name.first - 1], {"North", "South", "East", "West", "New", "Saudi", "Sri", "Costa",
                                                      "Sierra", "Puerto", "El", "Ivory", "Papua"})) {
        const std::string whole = key(name.first - 1, name.last);
        const bool nationality = is_listed(whole, NameList::demonyms), country = is_listed(whole, NameList::countries);
        if (nationality || country) {
          --name.first;
          name.type = nationality ? TaggedType::nationality : TaggedType::place;
          while (!joined_names.empty() && joined_names.back().last > name.first) {
            joined_names.back().last = name.first;
            if (joined_names.back().first >= joined_names.back().last) joined_names.pop_back();
          }
        }
      }
      joined_names.push_back(name);
    }
    *names_ = std::move(joined_names);
  }

  LabeledSentence& sentence_;
  const NameWords& words_;
  const Gazetteer& gazetteer_;
  std::vector<LabeledName>* names_ = nullptr;
};

struct Usage {
  std::array<std::uint32_t, tagged_types> types{};
  std::uint32_t unmarked = 0;
  std::uint32_t marked() const {
    std::uint32_t sum = 0;
    for (const std::uint32_t count : types) sum += count;
    return sum;
  }
  TaggedType main() const {
    return static_cast<TaggedType>(std::max_element(types.begin(), types.end()) - types.begin());
  }
};

using Usages = std::unordered_map<std::string, Usage>;

constexpr std::uint32_t longest_name = 6;

/// Calls take(first, last, key) for each stretch of words without a name that is written as some name is.
template <typename Take>
void each_unmarked(const LabeledSentence& sentence, const Usages& usages, const Take& take) {
  std::size_t next = 0;
  const auto size = static_cast<std::uint32_t>(sentence.words.size());
  for (std::uint32_t at = 0; at < size;) {
    while (next < sentence.names.size() && sentence.names[next].last <= at) ++next;
    if (next < sentence.names.size() && sentence.names[next].first <= at) {
      at = sentence.names[next].last;
      continue;
    }
    const std::uint32_t limit = next < sentence.names.size() ? sentence.names[next].first : size;
    std::uint32_t found = 0;
    for (std::uint32_t last = std::min(limit, at + longest_name); last > at && !found; --last) {
      if (!is_letter(sentence.words[at][0])) break;
      const std::string text = joined(sentence, at, last);
      if (usages.count(text) && take(at, last, text)) found = last;
    }
    at = found ? found : at + 1;
  }
}

}  // namespace

void repair_labels(std::vector<LabeledSentence>& sentences, const NameWords& words, const Gazetteer& gazetteer) {
  for (LabeledSentence& sentence : sentences) Repair(sentence, words, gazetteer).run();
}

void make_labels_agree(std::vector<LabeledSentence>& sentences, const NameWords& words) {
  Usages usages;
  for (const LabeledSentence& sentence : sentences)
    for (const LabeledName& name : sentence.names)
      ++usages[joined(sentence, name.first, name.last)].types[static_cast<std::size_t>(name.type)];
  for (const LabeledSentence& sentence : sentences)
    each_unmarked(sentence, usages, [&](std::uint32_t, std::uint32_t, const std::string& text) {
      ++usages[text].unmarked;
      return true;
    });
  for (LabeledSentence& sentence : sentences) {
    for (LabeledName& name : sentence.names) {
      const Usage& usage = usages[joined(sentence, name.first, name.last)];
      const std::uint32_t marked = usage.marked(), most = usage.types[static_cast<std::size_t>(usage.main())];
      if (marked >= 4 && most * 4 >= marked * 3) name.type = usage.main();
    }
    std::vector<LabeledName> more;
    each_unmarked(sentence, usages, [&](std::uint32_t first, std::uint32_t last, const std::string& text) {
      const Usage& usage = usages[text];
      const std::uint32_t marked = usage.marked(), most = usage.types[static_cast<std::size_t>(usage.main())];
      const bool one = last == first + 1;
      if (!begins_name(text) || marked < (one ? 4 : 2) || most * 4 < marked * 3 || usage.unmarked > marked / 2)
        return false;
      if (one && first == 0 && (words.classes(words_key(text), "en") & kCommon)) return false;
      if (first > 0 && is_upper(sentence.words[first - 1][0]) && first > 1) return false;
      if (last < sentence.words.size() && is_upper(sentence.words[last][0])) return false;
      more.push_back({first, last, usage.main()});
      return true;
    });
    sentence.names.insert(sentence.names.end(), more.begin(), more.end());
    std::sort(sentence.names.begin(), sentence.names.end(),
              [](const LabeledName& a, const LabeledName& b) { return a.first < b.first; });
  }
}

}  // namespace averment
