// The names of the public enumerations' values, as records, lexicons and queries write them.
#include <array>
#include <utility>

#include "averment/claim.hpp"
#include "averment/entity.hpp"

namespace averment {
namespace {

template <typename Value, std::size_t count>
using Names = std::array<std::pair<Value, std::string_view>, count>;

constexpr Names<Category, 10> categories{{{Category::killed, "killed"},
                                          {Category::wounded, "wounded"},
                                          {Category::killed_or_wounded, "killed_or_wounded"},
                                          {Category::missing, "missing"},
                                          {Category::captured, "captured"},
                                          {Category::abducted, "abducted"},
                                          {Category::detained, "detained"},
                                          {Category::displaced, "displaced"},
                                          {Category::deployed, "deployed"},
                                          {Category::survived, "survived"}}};
constexpr Names<Qualifier, 8> qualifiers{{{Qualifier::exact, "exact"},
                                          {Qualifier::approx, "approx"},
                                          {Qualifier::at_least, "at_least"},
                                          {Qualifier::more_than, "more_than"},
                                          {Qualifier::at_most, "at_most"},
                                          {Qualifier::less_than, "less_than"},
                                          {Qualifier::range, "range"},
                                          {Qualifier::vague, "vague"}}};
constexpr Names<Modality, 4> modalities{{{Modality::asserted, "asserted"},
                                         {Modality::denied, "denied"},
                                         {Modality::forecast, "forecast"},
                                         {Modality::hypothetical, "hypothetical"}}};
constexpr Names<MergeEvidence, 7> merge_evidence{{{MergeEvidence::spelling, "spelling"},
                                                  {MergeEvidence::title, "title"},
                                                  {MergeEvidence::transliteration, "transliteration"},
                                                  {MergeEvidence::middle_name, "middle_name"},
                                                  {MergeEvidence::slip, "slip"},
                                                  {MergeEvidence::acronym, "acronym"},
                                                  {MergeEvidence::short_form, "short_form"}}};
constexpr Names<ShareWord, 3> share_words{
    {{ShareWord::nearly_all, "nearly_all"}, {ShareWord::most, "most"}, {ShareWord::some, "some"}}};
constexpr Names<Stake, 4> stakes{{{Stake::own_side, "own_side"},
                                  {Stake::opposing_side, "opposing_side"},
                                  {Stake::third_party, "third_party"},
                                  {Stake::unknown, "unknown"}}};
// The first name of a type is the one that is printed; the others are labels of taggers and treebanks.
constexpr Names<EntityType, 27> entity_types{{{EntityType::person, "person"},
                                              {EntityType::organization, "org"},
                                              {EntityType::place, "place"},
                                              {EntityType::unit, "unit"},
                                              {EntityType::nationality, "nationality"},
                                              {EntityType::event, "event"},
                                              {EntityType::date, "date"},
                                              {EntityType::person, "per"},
                                              {EntityType::person, "people"},
                                              {EntityType::organization, "organization"},
                                              {EntityType::organization, "organisation"},
                                              {EntityType::organization, "company"},
                                              {EntityType::organization, "corporation"},
                                              {EntityType::place, "loc"},
                                              {EntityType::place, "location"},
                                              {EntityType::place, "gpe"},
                                              {EntityType::place, "fac"},
                                              {EntityType::place, "facility"},
                                              {EntityType::place, "country"},
                                              {EntityType::place, "city"},
                                              {EntityType::unit, "military"},
                                              {EntityType::unit, "military_unit"},
                                              {EntityType::nationality, "norp"},
                                              {EntityType::nationality, "nat"},
                                              {EntityType::event, "evt"},
                                              {EntityType::event, "eve"},
                                              {EntityType::date, "time"}}};

template <typename Table, typename Value>
std::string_view find_name(const Table& table, Value value) {
  for (const auto& [candidate, name] : table)
    if (candidate == value) return name;
  return {};
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

template <typename Value, std::size_t count>
std::optional<Value> find_value(const Names<Value, count>& table, std::string_view wanted) {
  for (const auto& [value, name] : table)
    if (equal_ignoring_case(name, wanted)) return value;
  return {};
}

}  // namespace

std::string_view name_of(Category category) { return find_name(categories, category); }
std::string_view name_of(Qualifier qualifier) { return find_name(qualifiers, qualifier); }
std::string_view name_of(Modality modality) { return find_name(modalities, modality); }
std::string_view name_of(ShareWord word) { return find_name(share_words, word); }
std::string_view name_of(Stake stake) { return find_name(stakes, stake); }
std::string_view name_of(MergeEvidence evidence) { return find_name(merge_evidence, evidence); }
std::string_view name_of(EntityType type) { return find_name(entity_types, type); }
std::optional<Category> category(std::string_view name) { return find_value(categories, name); }
std::optional<Qualifier> qualifier(std::string_view name) { return find_value(qualifiers, name); }
std::optional<Modality> modality(std::string_view name) { return find_value(modalities, name); }
std::optional<ShareWord> share_word(std::string_view name) { return find_value(share_words, name); }
std::optional<Stake> stake(std::string_view name) { return find_value(stakes, name); }
std::optional<EntityType> entity_type(std::string_view name) { return find_value(entity_types, name); }

}  // namespace averment
