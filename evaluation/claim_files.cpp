// JSON Lines → gold claims, and claims that were exported.
#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>

#include "averment/evaluation.hpp"

namespace averment {
namespace {

using Json = nlohmann::json;

/// The line lacks something, or says what makes no sense; `each_line` says where.
[[noreturn]] void fail(const std::string& what) { throw InputError(what); }

/// Null where the key is absent too.
const Json& value(const Json& line, const char* key) {
  static const Json absent;
  const auto found = line.find(key);
  return found == line.end() ? absent : *found;
}

std::string text_of(const Json& json, const char* key) {
  if (json.is_null()) return {};
  if (!json.is_string()) fail(std::string(key) + " is no text");
  return json.get<std::string>();
}
std::string text(const Json& line, const char* key) { return text_of(value(line, key), key); }

std::optional<double> number_of(const Json& json, const char* key) {
  if (json.is_null()) return {};
  if (!json.is_number()) fail(std::string(key) + " is no number");
  constexpr double most = 1e15;  // every whole number up to it is one of floating point too
  const double number = json.get<double>();
  if (number < 0 || number > most) fail(std::string(key) + " is out of range");
  return number;
}

std::optional<std::uint32_t> place(const Json& line, const char* key) {
  const std::optional<double> number = number_of(value(line, key), key);
  if (!number) return {};
  if (*number != std::floor(*number) || *number > std::numeric_limits<std::uint32_t>::max())
    fail(std::string(key) + " is no place in a text");
  return static_cast<std::uint32_t>(*number);
}

template <typename Kind>
Kind kind_of(const Json& json, const char* key, std::optional<Kind> (*read)(std::string_view)) {
  const std::string name = text_of(json, key);
  if (name.empty()) fail(std::string("it has no ") + key);
  const std::optional<Kind> kind = read(name);
  if (!kind) fail(std::string("its ") + key + " '" + name + "' is not known");
  return *kind;
}

std::optional<Share> share(const Json& line) {
  const Json& json = value(line, "share");
  if (json.is_null()) return {};
  if (json.is_number()) return json.get<double>();
  if (json == "all") return 1.0;
  return kind_of(json, "share", share_word);
}

const Json& list(const Json& line, const char* key) {
  static const Json none = Json::array();
  const Json& json = value(line, key);
  if (json.is_null()) return none;
  if (!json.is_array()) fail(std::string(key) + " is no list");
  return json;
}

GoldBounds pair_of_bounds(const Json& json) {
  if (!json.is_array() || json.size() != 2) fail("accept_value is no list of [low, high]");
  return {number_of(json[0], "low"), number_of(json[1], "high")};
}

bool flag(const Json& line, const char* key) {
  const Json& json = value(line, key);
  if (!json.is_null() && !json.is_boolean()) fail(std::string(key) + " is neither true nor false");
  return json == true;
}

std::string report_of(const Json& line) {
  std::string id = text(line, "doc");
  if (id.empty()) id = text(line, "report");
  if (id.empty()) fail("it names no report: 'doc' is missing");
  return id;
}

Modality modality_of(const Json& line) {
  const Json& json = value(line, "modality");
  return json.is_null() ? Modality::asserted : kind_of(json, "modality", modality);
}

void read_place(const Json& line, GoldClaim& claim) {
  claim.start = place(line, "start");
  claim.end = place(line, "end");
  claim.nth = place(line, "nth").value_or(1);
  if (claim.start.has_value() != claim.end.has_value()) fail("it has only one of start and end");
  if (claim.start && *claim.start >= *claim.end) fail("its end is not behind its start");
  if (!claim.start && (claim.figure.empty() || claim.sentence.empty() || claim.nth == 0))
    fail("it has no place: give start and end, or sentence, figure and nth");
}

GoldClaim gold_claim(const Json& line) {
  GoldClaim claim;
  claim.report = report_of(line);
  claim.figure = text(line, "figure");
  claim.sentence = text(line, "sentence");
  read_place(line, claim);
  claim.category = kind_of(value(line, "category"), "category", category);
  for (const Json& one : list(line, "accept_category"))
    claim.accept_category.push_back(kind_of(one, "accept_category", category));
  claim.bounds = {number_of(value(line, "low"), "low"), number_of(value(line, "high"), "high")};
  for (const Json& one : list(line, "accept_value")) claim.accept_value.push_back(pair_of_bounds(one));
  claim.share = share(line);
  if (const Json& json = value(line, "qualifier"); !json.is_null())
    claim.qualifier = kind_of(json, "qualifier", qualifier);
  claim.group = text(line, "group");
  claim.source = text(line, "source");
  claim.source_name = text(line, "source_name");
  for (const Json& one : list(line, "accept_source")) claim.accept_source.push_back(text_of(one, "accept_source"));
  claim.modality = modality_of(line);
  claim.optional = flag(line, "optional");
  return claim;
}

std::optional<std::uint64_t> people(const Json& line, const char* key) {
  const std::optional<double> number = number_of(value(line, key), key);
  return number ? std::optional<std::uint64_t>(std::llround(*number)) : std::nullopt;
}

ClaimRecord claim_record(const Json& line) {
  ClaimRecord record;
  record.report = report_of(line);
  record.figure = text(line, "figure");
  record.sentence = text(line, "sentence");
  record.sentence_start = place(line, "sentence_start").value_or(0);
  record.lang = text(line, "lang");
  const auto start = place(line, "start"), end = place(line, "end");
  if (!start || !end) fail("it has no start or no end");
  if (*start >= *end) fail("its end is not behind its start");
  record.start = *start;
  record.end = *end;
  Claim& claim = record.claim;
  claim.category = kind_of(value(line, "category"), "category", category);
  claim.low = people(line, "low");
  claim.high = people(line, "high");
  claim.qualifier = kind_of(value(line, "qualifier"), "qualifier", qualifier);
  claim.share = share(line);
  claim.group = text(line, "group");
  claim.modality = modality_of(line);
  claim.rule = text(line, "rule");
  Attribution source;
  source.source = text(line, "source");
  source.name = text(line, "source_name");
  if (!source.source.empty() || !source.name.empty()) claim.source = std::move(source);
  return record;
}

template <typename Read>
auto each_line(const std::filesystem::path& path, Read read) {
  std::vector<decltype(read(Json()))> all;
  std::ifstream in(path);
  if (!in) throw InputError("cannot read " + path.string() + ": " + std::strerror(errno));
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    try {
      const Json json = Json::parse(line);
      if (!json.is_object()) fail("it is no JSON object");
      all.push_back(read(json));
    } catch (const Json::exception&) {
      throw InputError(path.string() + ":" + std::to_string(number) + ": it is not JSON");
    } catch (const InputError& error) {
      throw InputError(path.string() + ":" + std::to_string(number) + ": " + error.what());
    }
  }
  if (in.bad()) throw InputError("cannot read " + path.string() + ": " + std::strerror(errno));
  return all;
}

}  // namespace

std::vector<GoldClaim> read_gold_claims(const std::filesystem::path& path) { return each_line(path, gold_claim); }

std::vector<ClaimRecord> read_claim_records(const std::filesystem::path& path) { return each_line(path, claim_record); }

}  // namespace averment
