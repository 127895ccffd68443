// Value slots as bytes: what questions over many reports read instead of whole reports.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/claim.hpp"
#include "averment/field.hpp"
#include "averment/report.hpp"
#include "language/knowledge_files.hpp"

namespace averment {

/// A name that a report has in a field: its outlet, its language, persons that it names ...
struct PackedFacet {
  Field field = Field::outlet;
  std::uint64_t name = 0;  ///< schema::name_id, never 0.
  auto operator<=>(const PackedFacet&) const = default;
};

/// Claim::counted.
struct PackedCounted {
  std::uint64_t kind = 0, part = 0, side = 0, place = 0, country = 0;
  bool operator==(const PackedCounted&) const = default;
};

/// What filters, facets and comparisons need of a claim. Names are ids, 0 where absent.
struct PackedClaim {
  Category category = Category::killed;
  Qualifier qualifier = Qualifier::exact;
  Modality modality = Modality::asserted;
  bool is_share = false;
  std::optional<std::uint64_t> low, high;
  std::optional<std::uint64_t> derived_low, derived_high;
  std::uint64_t source = 0;          ///< Attribution::name
  std::uint64_t source_written = 0;  ///< name_key of Attribution::source
  std::uint64_t group = 0;           ///< Claim::group_name
  std::uint64_t place = 0;
  std::uint64_t rule = 0;
  std::uint64_t event_date = 0;  ///< The string's id, for facets; event_day for ranges.
  std::uint32_t event_day = 0;   ///< YYYYMMDD, 00 for what is not stated; 0: unknown.
  std::vector<std::uint64_t> via;
  PackedCounted counted{};
  std::uint64_t source_party = 0;
  bool nameless_source = false;  ///< "officials", "police": nobody can tell who it is.
  Stake stake = Stake::unknown;
  bool operator==(const PackedClaim&) const = default;
};

/// In the order of field, then id, each once.
std::string pack(std::vector<PackedFacet> facets);
/// Appends the values of one field. Bytes that are no packing throw IndexError (damaged).
void unpack_values(std::string_view bytes, Field field, std::vector<std::uint64_t>& values);

/// In their order, which is that of RecordedReport::claims, with the day of their report's publication, YYYYMMDD or 0.
/// Empty if there are none.
std::string pack(const std::vector<PackedClaim>& claims, std::uint32_t day);
std::uint32_t unpack_day(std::string_view packed_claims);
std::vector<PackedClaim> unpack_claims(std::string_view bytes);
/// In place of what `claims` holds: quicker for many reports one after the other.
void unpack_claims(std::string_view bytes, std::vector<PackedClaim>& claims);

/// What a line of a table shows of a claim beyond PackedClaim and names behind ids.
struct ClaimLine {
  std::string group;   ///< Claim::group
  std::string source;  ///< Attribution::source, where it has no name.
  std::string figure;  ///< The words of the quantity, where neither bounds nor a share are stated.
  std::optional<Share> share;
  bool operator==(const ClaimLine&) const = default;
};

/// The lines of a report's claims in their order, and what they show of the report.
struct ClaimLines {
  std::string report;  ///< Its id.
  std::string published;
  std::uint64_t outlet = 0;  ///< schema::name_id
  std::vector<ClaimLine> lines;
  bool operator==(const ClaimLines&) const = default;
};

/// Empty if there are no lines.
std::string pack(const ClaimLines& lines);
ClaimLines unpack_lines(std::string_view bytes);

/// Empty if there are none.
std::string pack(const std::vector<OwnFile>& files);
std::vector<OwnFile> unpack_own_files(std::string_view bytes);

/// What lists of reports show of one, together, so that to show it takes one look at the index.
struct Heading {
  std::string report;  ///< Its id.
  std::string title;
  std::string published;     ///< As Report has it.
  std::uint64_t outlet = 0;  ///< schema::name_id
  std::uint64_t claims = 0;  ///< How many.
  bool operator==(const Heading&) const = default;
};

std::string pack(const Heading& heading);
Heading unpack_heading(std::string_view bytes);

std::string pack(const Origin& origin);
Origin unpack_origin(std::string_view bytes);

}  // namespace averment
