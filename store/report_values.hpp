// What is packed of a report: its facets' names and its claims in brief. Indexing writes it, verify compares it.
#pragma once

#include <string>
#include <vector>

#include "averment/claim.hpp"
#include "averment/field.hpp"
#include "averment/report.hpp"
#include "store/packing.hpp"

namespace averment {

/// A name in a field.
struct FacetName {
  Field field = Field::outlet;
  std::string name;
  auto operator<=>(const FacetName&) const = default;
};

/// The report's outlet and language, for slot::facets. What it does not state is left out.
std::vector<FacetName> facet_names(const Report& report);

/// The persons, organizations, places and units that it names, for slot::names.
std::vector<FacetName> mentioned_names(const std::vector<Mention>& mentions);

/// The names that stand as ids in packed claims.
std::vector<FacetName> claim_names(const std::vector<Claim>& claims);

Heading heading_of(const Report& report, const std::vector<Claim>& claims);

std::vector<PackedFacet> packed_facets(const std::vector<FacetName>& names);
std::vector<PackedClaim> packed_claims(const std::vector<Claim>& claims);
ClaimLines lines_of(const Report& report, const std::vector<Claim>& claims);

}  // namespace averment
