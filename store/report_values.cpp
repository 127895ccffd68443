// What is packed of a report: its facets' names and its claims in brief. Indexing writes it, verify compares it.
#include "store/report_values.hpp"

#include "language/names.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

void add(std::vector<FacetName>& names, Field field, const std::string& name) {
  if (!name.empty()) names.push_back({field, name});
}

std::optional<Field> field_of(EntityType type) {
  switch (type) {
    case EntityType::person:
      return Field::person;
    case EntityType::organization:
      return Field::org;
    case EntityType::place:
      return Field::place;
    case EntityType::unit:
      return Field::unit;
    default:
      return {};
  }
}

PackedCounted packed_counted(const Counted& counted) {
  return {schema::name_id(counted.kind), schema::name_id(counted.part), schema::name_id(counted.side),
          schema::name_id(counted.place), schema::name_id(counted.country)};
}

PackedClaim packed(const Claim& claim) {
  PackedClaim packed;
  packed.category = claim.category;
  packed.qualifier = claim.qualifier;
  packed.modality = claim.modality;
  packed.is_share = claim.share.has_value();
  packed.low = claim.low;
  packed.high = claim.high;
  if (claim.derived) {
    packed.derived_low = claim.derived->low;
    packed.derived_high = claim.derived->high;
  }
  packed.group = schema::name_id(claim.group_name);
  packed.place = schema::name_id(claim.place);
  packed.rule = schema::name_id(claim.rule);
  packed.event_date = schema::name_id(claim.event_date);
  packed.event_day = schema::day_number(claim.event_date);
  packed.counted = packed_counted(claim.counted);
  packed.stake = claim.stake;
  if (!claim.source) return packed;
  packed.source = schema::name_id(claim.source->name);
  packed.source_written = schema::name_id(name_key(claim.source->source));
  packed.source_party = schema::name_id(claim.source->party);
  packed.nameless_source = origin_of(claim).empty();
  for (const std::string& via : claim.source->via) packed.via.push_back(schema::name_id(via));
  return packed;
}

}  // namespace

std::vector<FacetName> facet_names(const Report& report) {
  std::vector<FacetName> names;
  add(names, Field::outlet, report.outlet);
  add(names, Field::lang, report.lang);
  return names;
}

std::vector<FacetName> mentioned_names(const std::vector<Mention>& mentions) {
  std::vector<FacetName> names;
  for (const Mention& mention : mentions)
    if (const std::optional<Field> field = field_of(mention.type)) add(names, *field, mention.name);
  return names;
}

std::vector<FacetName> claim_names(const std::vector<Claim>& claims) {
  std::vector<FacetName> names;
  for (const Claim& claim : claims) {
    add(names, Field::group, claim.group_name);
    add(names, Field::place, claim.place);
    add(names, Field::rule, claim.rule);
    add(names, Field::event_date, claim.event_date);
    if (!claim.source) continue;
    add(names, Field::source, claim.source->name);
    for (const std::string& via : claim.source->via) add(names, Field::via, via);
  }
  return names;
}

Heading heading_of(const Report& report, const std::vector<Claim>& claims) {
  return {report.id, report.title, report.published, schema::name_id(report.outlet), claims.size()};
}

std::vector<PackedFacet> packed_facets(const std::vector<FacetName>& names) {
  std::vector<PackedFacet> facets;
  for (const FacetName& name : names) facets.push_back({name.field, schema::name_id(name.name)});
  return facets;
}

std::vector<PackedClaim> packed_claims(const std::vector<Claim>& claims) {
  std::vector<PackedClaim> all;
  for (const Claim& claim : claims) all.push_back(packed(claim));
  return all;
}

ClaimLines lines_of(const Report& report, const std::vector<Claim>& claims) {
  ClaimLines lines{report.id, report.published, schema::name_id(report.outlet), {}};
  for (const Claim& claim : claims) {
    ClaimLine& line = lines.lines.emplace_back();
    line.group = claim.group;
    if (claim.source && claim.source->name.empty()) line.source = claim.source->source;
    if (!claim.low && !claim.high && !claim.share)
      line.figure = report.text.substr(claim.figure.begin, claim.figure.size());
    line.share = claim.share;
  }
  return lines;
}

}  // namespace averment
