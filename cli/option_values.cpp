// Values of options: text → number, size, format, fields.
#include "cli/option_values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace averment::cli {
namespace {

template <typename Value, std::size_t count>
using Choices = std::array<std::pair<std::string_view, Value>, count>;

template <typename Value, std::size_t count>
Value choose(const Choices<Value, count>& choices, std::string_view text) {
  std::vector<std::string_view> names;
  for (const auto& [name, value] : choices) {
    if (name == text) return value;
    names.push_back(name);
  }
  throw UsageError(fmt::format("'{}' is none of {}", text, fmt::join(names, ", ")));
}

std::string facet_names(Of of) {
  std::vector<std::string_view> names;
  for (const FieldInfo& row : all_fields())
    if (of == Of::claims ? row.counts_claims : row.counts_reports) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

/// "1.25"; empty: it is no finite number.
std::optional<double> decimal(std::string_view text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number)) return {};
  return number;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

std::uint64_t to_number(std::string_view text, std::uint64_t least, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size() || number < least || number > most)
    throw UsageError(fmt::format("'{}' is no whole number from {} to {}", text, least, most));
  return number;
}

void set_limit(QueryLimits& limits, std::string_view text) {
  struct Kind {
    std::string_view name;
    std::size_t QueryLimits::*limit;
    std::uint64_t most;  // Beyond it a query could take the stack, or hours.
  };
  static constexpr Kind kinds[] = {
      {"bytes", &QueryLimits::bytes, 16 << 20},       {"terms", &QueryLimits::terms, 100'000},
      {"depth", &QueryLimits::depth, 1'000},          {"phrase_words", &QueryLimits::phrase_words, 10'000},
      {"wildcards", &QueryLimits::wildcards, 10'000}, {"expansions", &QueryLimits::expansions, 1'000'000}};
  const std::size_t equals = std::min(text.find('='), text.size());
  for (const Kind& kind : kinds) {
    if (kind.name != text.substr(0, equals)) continue;
    limits.*kind.limit = to_number(text.substr(std::min(equals + 1, text.size())), 1, kind.most);
    return;
  }
  throw UsageError(
      fmt::format("'{}' names no limit: write one of bytes, terms, depth, phrase_words, wildcards and"
                  " expansions, with = and a number behind it",
                  text));
}

std::chrono::milliseconds to_time(std::string_view text, double least) {
  constexpr double most = 86'400;
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || !(seconds >= least && seconds <= most))
    throw UsageError(fmt::format("'{}' is no time from {} to {} seconds", text, least, most));
  return std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
}

std::uint64_t to_bytes(std::string_view text) {
  constexpr std::uint64_t most = 1ull << 40;
  unsigned shift = 0;
  if (!text.empty()) {
    const std::string_view suffixes = "KkMmGg";
    const std::size_t found = suffixes.find(text.back());
    if (found != std::string_view::npos) {
      shift = static_cast<unsigned>(10 * (found / 2 + 1));
      text.remove_suffix(1);
    }
  }
  return to_number(text, 1, most >> shift) << shift;
}

std::uint32_t to_limit(std::string_view text) {
  if (text == "all") return no_limit;
  return static_cast<std::uint32_t>(to_number(text, 0, no_limit - 1));
}

Format to_format(std::string_view text) {
  return choose(Choices<Format, 6>{{{"table", Format::table},
                                    {"text", Format::table},
                                    {"json", Format::json},
                                    {"jsonl", Format::jsonl},
                                    {"csv", Format::csv},
                                    {"tsv", Format::tsv}}},
                text);
}

Coloring to_coloring(std::string_view text) {
  return choose(
      Choices<Coloring, 3>{{{"auto", Coloring::automatic}, {"always", Coloring::always}, {"never", Coloring::never}}},
      text);
}

Match to_match(std::string_view text) {
  return choose(
      Choices<Match, 3>{{{"stated", Match::stated}, {"certain", Match::certain}, {"possible", Match::possible}}}, text);
}

SearchOptions::Sort to_sort(std::string_view text) {
  using Sort = SearchOptions::Sort;
  return choose(Choices<Sort, 2>{{{"relevance", Sort::relevance}, {"date", Sort::date}}}, text);
}

Of to_of(std::string_view text) {
  return choose(Choices<Of, 2>{{{"reports", Of::reports}, {"claims", Of::claims}}}, text);
}

ExportWhat to_export_what(std::string_view text) {
  return choose(
      Choices<ExportWhat, 3>{
          {{"reports", ExportWhat::reports}, {"claims", ExportWhat::claims}, {"mentions", ExportWhat::mentions}}},
      text);
}

std::vector<EntityType> to_entity_types(std::string_view text) {
  std::vector<EntityType> types;
  for (const std::string& name : split_list(text))
    types.push_back(choose(Choices<EntityType, 7>{{{"person", EntityType::person},
                                                   {"org", EntityType::organization},
                                                   {"place", EntityType::place},
                                                   {"unit", EntityType::unit},
                                                   {"nationality", EntityType::nationality},
                                                   {"event", EntityType::event},
                                                   {"date", EntityType::date}}},
                           name));
  return types;
}

std::vector<Relation> to_relations(std::string_view text) {
  std::vector<Relation> relations;
  for (const std::string& name : split_list(text)) {
    const std::optional<Relation> found = relation(name);
    if (!found)
      throw UsageError(
          fmt::format("'{}' is none of same, compatible, divergent, conflicting, updates, not_comparable", name));
    relations.push_back(*found);
  }
  return relations;
}

double to_share(std::string_view text) {
  const bool percent = text.ends_with('%');
  const std::optional<double> number = decimal(percent ? text.substr(0, text.size() - 1) : text);
  const double share = number.value_or(-1) / (percent ? 100 : 1);
  if (!number || share < 0 || share >= 1)
    throw UsageError(fmt::format("'{}' is no share from 0 to below 1: write 0.1 or 10%", text));
  return share;
}

double to_ratio(std::string_view text) {
  const std::optional<double> number = decimal(text);
  if (!number || *number < 1)
    throw UsageError(fmt::format("'{}' is no ratio: write a number from 1 on, like 1.25", text));
  return *number;
}

std::uint32_t to_days(std::string_view text) {
  constexpr std::uint64_t a_century = 36525;
  return static_cast<std::uint32_t>(to_number(text, 0, a_century));
}

std::optional<Modality> to_modality(std::string_view text) {
  return choose(Choices<std::optional<Modality>, 5>{{{"asserted", Modality::asserted},
                                                     {"denied", Modality::denied},
                                                     {"forecast", Modality::forecast},
                                                     {"hypothetical", Modality::hypothetical},
                                                     {"all", std::nullopt}}},
                text);
}

Field to_field(std::string_view text) {
  if (const std::optional<Field> found = field(text)) return *found;
  std::vector<std::string_view> names;
  for (const FieldInfo& row : all_fields()) names.push_back(row.name);
  throw UsageError(fmt::format("'{}' is no field; there are {}", text, fmt::join(names, ", ")));
}

std::vector<Field> to_fields(std::string_view text) {
  std::vector<Field> fields;
  for (const std::string& name : split_list(text)) fields.push_back(to_field(name));
  return fields;
}

std::vector<std::string> split_list(std::string_view text) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t comma = text.find(',');
    const std::string_view part = trimmed(text.substr(0, comma));
    if (part.empty()) throw UsageError("an empty name in a list; write names with single commas between them");
    parts.emplace_back(part);
    if (comma == std::string_view::npos) return parts;
    text.remove_prefix(comma + 1);
  }
}

void expect_facet(Field field, Of of) {
  const FieldInfo& row = info(field);
  if (of == Of::claims ? row.counts_claims : row.counts_reports) return;
  throw UsageError(fmt::format("'{}' cannot be counted over {}; these can: {}", row.name,
                               of == Of::claims ? "claims" : "reports", facet_names(of)));
}

void expect_no_facets_in_rows(const Options& options) {
  const Format format = options.format.value_or(Format::table);
  if (!options.facets.empty() && (format == Format::csv || format == Format::tsv))
    throw UsageError("--facet: csv and tsv hold one kind of row; ask 'averment facets FIELD' for the counts");
}

}  // namespace averment::cli
