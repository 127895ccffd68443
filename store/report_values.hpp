// What is packed of a report: its facets' names and its claims in brief. Indexing writes it, verify compares it.
#pragma once

#include <string>
#include <vector>

#include "averment/claim.hpp"
#include "averment/field.hpp"
#include "averment/report.hpp"
#include "store/packing.hpp"

namespace averment {

/// A facet value by its name; empty: absence.
struct FacetName {
  Field field = Field::outlet;
  std::string name;
  auto operator<=>(const FacetName&) const = default;
};

/// Of every field that counts_reports, in order, each once. See PackedFacet for what is absent.
std::vector<FacetName> facet_names(const Report& report, const std::vector<Mention>& mentions,
                                   const std::vector<Claim>& claims);

std::vector<PackedFacet> packed_facets(const std::vector<FacetName>& names);
std::vector<PackedClaim> packed_claims(const std::vector<Claim>& claims);

/// The names behind the ids in facets and packed claims: what the metadata hold labels of.
std::vector<FacetName> labelled_names(std::vector<FacetName> facets, const std::vector<Claim>& claims);

}  // namespace averment
