// Value slots as bytes: what questions over many reports read instead of whole reports.
#include "store/packing.hpp"

#include "store/codec.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

constexpr std::size_t id_bytes = 6;

// What follows in a packed claim.
enum Part : std::uint64_t {
  is_share = 1,
  low = 2,
  high = 4,
  derived_low = 8,
  derived_high = 16,
  source = 32,
  source_written = 64,
  group = 128,
  place = 256,
  rule = 512,
  event_date = 1024,
  event_day = 2048,
  via = 4096,
  kind = 8192,
  part = 16384,
  side = 32768,
  counted_place = 65536,
  country = 131072,
  source_party = 262144,
  nameless_source = 524288
};

std::uint64_t parts_of(const PackedClaim& claim) {
  std::uint64_t parts = 0;
  const auto note = [&parts](bool present, Part part) {
    if (present) parts |= part;
  };
  note(claim.is_share, Part::is_share);
  note(claim.low.has_value(), Part::low);
  note(claim.high.has_value(), Part::high);
  note(claim.derived_low.has_value(), Part::derived_low);
  note(claim.derived_high.has_value(), Part::derived_high);
  note(claim.source != 0, Part::source);
  note(claim.source_written != 0, Part::source_written);
  note(claim.group != 0, Part::group);
  note(claim.place != 0, Part::place);
  note(claim.rule != 0, Part::rule);
  note(claim.event_date != 0, Part::event_date);
  note(claim.event_day != 0, Part::event_day);
  note(!claim.via.empty(), Part::via);
  note(claim.counted.kind != 0, Part::kind);
  note(claim.counted.part != 0, Part::part);
  note(claim.counted.side != 0, Part::side);
  note(claim.counted.place != 0, Part::counted_place);
  note(claim.counted.country != 0, Part::country);
  note(claim.source_party != 0, Part::source_party);
  note(claim.nameless_source, Part::nameless_source);
  return parts;
}

void put_count(std::string& out, const std::optional<std::uint64_t>& count) {
  if (count) put_varint(out, *count);
}

void put_id(std::string& out, std::uint64_t id) {
  if (id != 0) put_fixed48(out, id);
}

void put_claim(std::string& out, const PackedClaim& claim) {
  put_varint(out, parts_of(claim));
  out += static_cast<char>(claim.category);
  out += static_cast<char>(claim.qualifier);
  out += static_cast<char>(claim.modality);
  out += static_cast<char>(claim.stake);
  put_count(out, claim.low);
  put_count(out, claim.high);
  put_count(out, claim.derived_low);
  put_count(out, claim.derived_high);
  put_id(out, claim.source);
  put_id(out, claim.source_written);
  put_id(out, claim.group);
  put_id(out, claim.place);
  put_id(out, claim.rule);
  put_id(out, claim.event_date);
  put_id(out, claim.counted.kind);
  put_id(out, claim.counted.part);
  put_id(out, claim.counted.side);
  put_id(out, claim.counted.place);
  put_id(out, claim.counted.country);
  put_id(out, claim.source_party);
  if (claim.event_day != 0) put_fixed32(out, claim.event_day);
  if (claim.via.empty()) return;
  put_varint(out, claim.via.size());
  for (const std::uint64_t id : claim.via) put_fixed48(out, id);
}

/// Whatever `claim` was.
void read_claim(ByteReader& in, PackedClaim& claim) {
  const std::uint64_t parts = in.varint();
  if (parts >= Part::nameless_source * 2) in.fail();
  const auto count = [&](Part part) { return parts & part ? std::optional(in.varint()) : std::nullopt; };
  const auto id = [&](Part part) { return parts & part ? in.fixed48() : 0; };
  claim.category = in.value(Category::survived);
  claim.qualifier = in.value(Qualifier::vague);
  claim.modality = in.value(Modality::hypothetical);
  claim.stake = in.value(Stake::unknown);
  claim.is_share = parts & Part::is_share;
  claim.low = count(Part::low);
  claim.high = count(Part::high);
  claim.derived_low = count(Part::derived_low);
  claim.derived_high = count(Part::derived_high);
  claim.source = id(Part::source);
  claim.source_written = id(Part::source_written);
  claim.group = id(Part::group);
  claim.place = id(Part::place);
  claim.rule = id(Part::rule);
  claim.event_date = id(Part::event_date);
  claim.counted = {id(Part::kind), id(Part::part), id(Part::side), id(Part::counted_place), id(Part::country)};
  claim.source_party = id(Part::source_party);
  claim.nameless_source = parts & Part::nameless_source;
  claim.event_day = parts & Part::event_day ? in.fixed32() : 0;
  claim.via.resize(parts & Part::via ? in.count(id_bytes) : 0);
  for (std::uint64_t& name : claim.via) name = in.fixed48();
}

}  // namespace

// For each field that occurs: its number, how many values follow, the values.
std::string pack(std::vector<PackedFacet> facets) {
  std::sort(facets.begin(), facets.end());
  facets.erase(std::unique(facets.begin(), facets.end()), facets.end());
  std::string out;
  for (auto first = facets.begin(); first != facets.end();) {
    const Field field = first->field;
    const auto last = std::find_if(first, facets.end(), [&](const PackedFacet& facet) { return facet.field != field; });
    out += static_cast<char>(field);
    put_varint(out, static_cast<std::uint64_t>(last - first));
    for (; first != last; ++first) put_fixed48(out, first->name);
  }
  return out;
}

void unpack_values(std::string_view bytes, Field field, std::vector<std::uint64_t>& values) {
  ByteReader in(bytes, "facets");
  while (!in.at_end()) {
    const Field next = in.value(Field::asis);
    for (std::size_t left = in.count(id_bytes); left > 0; --left) {
      const std::uint64_t value = in.fixed48();
      if (next == field) values.push_back(value);
    }
  }
}

std::string pack(const std::vector<PackedClaim>& claims, std::uint32_t day) {
  std::string out;
  if (claims.empty()) return out;
  put_fixed32(out, day);
  put_varint(out, claims.size());
  for (const PackedClaim& claim : claims) put_claim(out, claim);
  return out;
}

void unpack_claims(std::string_view bytes, std::vector<PackedClaim>& claims) {
  if (bytes.empty()) return claims.clear();
  ByteReader in(bytes, "claims");
  in.fixed32();
  claims.resize(in.count(5));
  for (PackedClaim& claim : claims) read_claim(in, claim);
  in.expect_end();
}

std::uint32_t unpack_day(std::string_view packed_claims) {
  return packed_claims.empty() ? 0 : ByteReader(packed_claims, "claims").fixed32();
}

std::vector<PackedClaim> unpack_claims(std::string_view bytes) {
  std::vector<PackedClaim> claims;
  unpack_claims(bytes, claims);
  return claims;
}

std::string pack(const ClaimLines& lines) {
  std::string out;
  if (lines.lines.empty()) return out;
  put_string(out, lines.report);
  put_string(out, lines.published);
  put_fixed48(out, lines.outlet);
  put_varint(out, lines.lines.size());
  for (const ClaimLine& line : lines.lines) {
    for (const std::string* text : {&line.group, &line.source, &line.figure}) put_string(out, *text);
    put_share(out, line.share);
  }
  return out;
}

ClaimLines unpack_lines(std::string_view bytes) {
  ClaimLines lines;
  if (bytes.empty()) return lines;
  ByteReader in(bytes, "claims");
  lines.report = in.string();
  lines.published = in.string();
  lines.outlet = in.fixed48();
  lines.lines.resize(in.count(4));
  for (ClaimLine& line : lines.lines) {
    for (std::string* text : {&line.group, &line.source, &line.figure}) *text = in.string();
    line.share = read_share(in);
  }
  in.expect_end();
  return lines;
}

std::string pack(const std::vector<OwnFile>& files) {
  std::string out;
  for (const OwnFile& file : files) {
    put_string(out, file.name);
    put_string(out, file.content);
  }
  return out;
}

std::vector<OwnFile> unpack_own_files(std::string_view bytes) {
  ByteReader in(bytes, "files of names");
  std::vector<OwnFile> files;
  while (!in.at_end()) {
    OwnFile& file = files.emplace_back();
    file.name = in.string();
    file.content = in.string();
  }
  return files;
}

std::string pack(const Heading& heading) {
  std::string out;
  put_string(out, heading.report);
  put_string(out, heading.published);
  put_fixed48(out, heading.outlet);
  put_varint(out, heading.claims);
  return out += heading.title;
}

Heading unpack_heading(std::string_view bytes) {
  Heading heading;
  ByteReader in(bytes, "headings");
  heading.report = in.string();
  heading.published = in.string();
  heading.outlet = in.fixed48();
  heading.claims = in.varint();
  heading.title = in.rest();
  return heading;
}

std::string pack(const Origin& origin) {
  std::string out;
  if (origin == Origin{}) return out;
  put_varint(out, origin.line);
  return out += origin.path;
}

Origin unpack_origin(std::string_view bytes) {
  if (bytes.empty()) return {};
  Origin origin;
  ByteReader in(bytes, "origins");
  origin.line = in.varint();
  origin.path = in.rest();
  return origin;
}

}  // namespace averment
