// A report's fields as an input format states them, before they are checked and put in their one form.
#include "indexer/raw_report.hpp"

#include <algorithm>

#include "averment/error.hpp"
#include "indexer/published_date.hpp"
#include "indexer/report_check.hpp"
#include "language/utf8.hpp"
#include "store/code_points.hpp"

namespace averment {
namespace {

using Part = RawReport::Part;

struct Key {
  std::string_view name;
  Part part;
  std::uint8_t rank;
};

constexpr Key keys[] = {{"id", Part::id, 1},         {"text", Part::text, 1},           {"body", Part::text, 2},
                        {"content", Part::text, 3},  {"title", Part::title, 1},         {"outlet", Part::outlet, 1},
                        {"source", Part::outlet, 2}, {"publisher", Part::outlet, 3},    {"site_name", Part::outlet, 4},
                        {"url", Part::url, 1},       {"published", Part::published, 1}, {"date", Part::published, 2},
                        {"lang", Part::lang, 1},     {"language", Part::lang, 2},       {"entities", Part::entities, 1},
                        {"ents", Part::entities, 2}, {"spans", Part::entities, 3},      {"tags", Part::tags, 1}};

const Key* find(std::string_view name) {
  const auto found = std::find_if(std::begin(keys), std::end(keys), [&](const Key& key) { return key.name == name; });
  return found == std::end(keys) ? nullptr : found;
}

/// No better key has stated the part; from now on this one has.
bool outranks(RawReport& raw, const Key& key) {
  std::uint8_t& rank = raw.ranks[static_cast<std::size_t>(key.part)];
  if (rank != 0 && rank <= key.rank) return false;
  rank = key.rank;
  return true;
}

std::string trimmed(std::string text) {
  constexpr std::string_view blanks = " \t\r\n\f\v";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == text.npos) return {};
  text.erase(text.find_last_not_of(blanks) + 1);
  return text.erase(0, begin);
}

std::string normal_published(const std::string& written, std::vector<LeftOut>& left_out) {
  std::string date = normal_date(written);
  if (date.empty() && !written.empty())
    left_out.push_back({"date", "its date '" + shortened(written) + "' cannot be read, or in more than one way"});
  return date;
}

/// "en" of "en", "EN", "en-US" and "en_US".
std::string normal_lang(const std::string& written, std::vector<LeftOut>& left_out) {
  std::string lang = written.substr(0, written.find_first_of("-_"));
  for (char& c : lang)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  const bool is_code =
      lang.size() == 2 && std::all_of(lang.begin(), lang.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (is_code || written.empty()) return lang;
  left_out.push_back({"lang", "its language '" + shortened(written) + "' is no ISO 639-1 code"});
  return {};
}

/// Turns places in code points into places in bytes: in one pass over the text, in whatever order they are asked for.
class Places {
 public:
  Places(const std::vector<RawEntity>& entities, std::string_view text) {
    for (const RawEntity& entity : entities)
      for (const auto& place : {entity.start, entity.end})
        if (place && *place >= 0 && *place <= static_cast<std::int64_t>(text.size()))
          places_.push_back({static_cast<std::uint32_t>(*place), {}});
    std::sort(places_.begin(), places_.end());
    CodePoints code_points(text);
    for (auto& [code_point, byte] : places_) byte = code_points.byte_of(code_point);
  }

  /// Empty: the text does not reach there.
  std::optional<std::uint32_t> byte_of(std::int64_t code_point) const {
    const auto found = std::lower_bound(places_.begin(), places_.end(), code_point,
                                        [](const auto& place, std::int64_t wanted) { return place.first < wanted; });
    if (found == places_.end() || found->first != code_point) return {};
    return found->second;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::optional<std::uint32_t>>> places_;
};

std::string described(const RawEntity& entity, std::size_t number) {
  const auto place = [](const std::optional<std::int64_t>& at) { return at ? std::to_string(*at) : "?"; };
  return "entity " + std::to_string(number) + " (" + place(entity.start) + ".." + place(entity.end) + ")";
}

/// Empty: it is of a type that averment does not know (numbers, sums of money ...).
std::optional<EntityTag> tag_of(const RawEntity& entity, std::size_t number, const Places& places,
                                const std::string& text) {
  const std::optional<EntityType> type = entity_type(entity.type);
  if (!type) return {};
  if (!entity.start || !entity.end) throw InputError(described(entity, number) + " has no start or no end");
  const auto begin = places.byte_of(*entity.start), end = places.byte_of(*entity.end);
  if (!begin || !end || *begin >= *end)
    throw InputError(described(entity, number) + " is not inside the text: give code points, the end exclusive");
  const std::string_view found = std::string_view(text).substr(*begin, *end - *begin);
  if (entity.text && *entity.text != found)
    throw InputError(described(entity, number) +
                     " is said to be another text than stands there: give code points, the end exclusive");
  return EntityTag{{*begin, *end}, *type, entity.id};
}

std::vector<EntityTag> tags_of(const std::vector<RawEntity>& entities, const std::string& text) {
  const Places places(entities, text);
  std::vector<EntityTag> tags;
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (auto tag = tag_of(entities[i], i + 1, places, text)) tags.push_back(std::move(*tag));
  return tags;
}

}  // namespace

std::optional<Part> RawReport::part_of(std::string_view key) {
  const Key* found = find(key);
  return found ? std::optional(found->part) : std::nullopt;
}

void RawReport::set(std::string_view name, std::string value) {
  const Key* key = find(name);
  if (key && !value.empty() && outranks(*this, *key)) (*this)[key->part] = std::move(value);
}

bool RawReport::begin_list(std::string_view name) {
  const Key* key = find(name);
  if (!key || !outranks(*this, *key)) return false;
  if (key->part == Part::entities) entities.clear();
  if (key->part == Part::tags) tags.clear();
  return true;
}

void RawReport::leave_out(const std::string& key) {
  if (left_out.empty() || left_out.back() != key) left_out.push_back(key);
}

Report finished(RawReport raw, std::vector<LeftOut>& left_out) {
  Report report;
  report.id = trimmed(std::move(raw[Part::id]));
  report.text = std::move(raw[Part::text]);
  report.title = trimmed(std::move(raw[Part::title]));
  report.outlet = trimmed(std::move(raw[Part::outlet]));
  report.url = trimmed(std::move(raw[Part::url]));
  report.published = normal_published(raw[Part::published], left_out);
  report.lang = normal_lang(trimmed(std::move(raw[Part::lang])), left_out);
  report.entities = tags_of(raw.entities, report.text);
  report.tags = std::move(raw.tags);
  for (const std::string& key : raw.left_out)
    left_out.push_back({"kind of value", "its " + shortened(key) + " is not of a kind that can be read"});
  return report;
}

}  // namespace averment
