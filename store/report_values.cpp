// What is packed of a report: its facets' names and its claims in brief. Indexing writes it, verify compares it.
#include "store/report_values.hpp"

#include "language/names.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

void sort_once(std::vector<FacetName>& names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
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

void add_claim(std::vector<FacetName>& names, const Claim& claim) {
  names.push_back({Field::category, std::string(name_of(claim.category))});
  names.push_back({Field::source, claim.source ? claim.source->name : ""});
  names.push_back({Field::group, claim.group_name});
  names.push_back({Field::event_date, claim.event_date});
  names.push_back({Field::rule, claim.rule});
  if (!claim.source || claim.source->via.empty()) names.push_back({Field::via, ""});
  if (claim.source)
    for (const std::string& via : claim.source->via) names.push_back({Field::via, via});
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
  if (!claim.source) return packed;
  packed.source = schema::name_id(claim.source->name);
  packed.source_written = schema::name_id(name_key(claim.source->source));
  for (const std::string& via : claim.source->via) packed.via.push_back(schema::name_id(via));
  return packed;
}

}  // namespace

std::vector<FacetName> facet_names(const Report& report, const std::vector<Mention>& mentions,
                                   const std::vector<Claim>& claims) {
  std::vector<FacetName> names = {{Field::outlet, report.outlet},
                                  {Field::lang, report.lang},
                                  {Field::date, report.published.substr(0, report.published.find('T'))},
                                  {Field::title, report.title}};
  for (const Mention& mention : mentions)
    if (const std::optional<Field> field = field_of(mention.type)) names.push_back({*field, mention.name});
  for (const Claim& claim : claims) add_claim(names, claim);
  sort_once(names);
  for (const FieldInfo& info : all_fields()) {
    const auto is_of_it = [&info](const FacetName& name) { return name.field == info.field; };
    if (info.counts_reports && std::none_of(names.begin(), names.end(), is_of_it)) names.push_back({info.field, ""});
  }
  std::sort(names.begin(), names.end());
  return names;
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

std::vector<FacetName> labelled_names(std::vector<FacetName> facets, const std::vector<Claim>& claims) {
  for (const Claim& claim : claims) facets.push_back({Field::place, claim.place});
  std::erase_if(facets, [](const FacetName& facet) { return facet.name.empty(); });
  sort_once(facets);
  return facets;
}

}  // namespace averment
