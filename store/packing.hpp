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

/// A facet value of a report. A field without a value has id 0; so has one of a claim (source, group ...) where some
/// claim of the report has none, beside the values of the others, and where the report makes no claim.
struct PackedFacet {
  Field field = Field::outlet;
  std::uint64_t name = 0;  ///< schema::name_id
  auto operator<=>(const PackedFacet&) const = default;
};

/// What filters and facets need of a claim. Names are ids, 0 where absent.
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
  bool operator==(const PackedClaim&) const = default;
};

/// In the order of field, then id, each once. Bytes that are no packing throw IndexError (damaged).
std::string pack(std::vector<PackedFacet> facets);
std::vector<PackedFacet> unpack_facets(std::string_view bytes);

/// In their order, which is that of RecordedReport::claims.
std::string pack(const std::vector<PackedClaim>& claims);
std::vector<PackedClaim> unpack_claims(std::string_view bytes);

/// schema::word_hash of written words in order. One 0 stands between title and text: neither phrases nor near reach
/// across it. 4 bytes each, the low one first.
std::string pack_words(const std::vector<std::uint32_t>& hashes);
std::vector<std::uint32_t> unpack_words(std::string_view bytes);

/// Empty if there are none.
std::string pack(const std::vector<OwnFile>& files);
std::vector<OwnFile> unpack_own_files(std::string_view bytes);

std::string pack(const Origin& origin);
Origin unpack_origin(std::string_view bytes);

}  // namespace averment
