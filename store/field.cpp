// The table of fields: each one's name, meaning and what it counts. A new field starts with a row here.
#include "averment/field.hpp"

namespace averment {
namespace {

constexpr FieldInfo fields[] = {
    {Field::outlet, "outlet", "who published the report", true, true, false, "(unknown)"},
    {Field::source, "source", "whom the report credits with a claim", true, true, true, "(none)"},
    {Field::by, "by", "source or outlet, whichever it is", false, false, false, ""},
    {Field::via, "via", "who passed a claim on", true, true, true, "(none)"},
    {Field::person, "person", "a person whom the report names", true, false, false, "(none)"},
    {Field::org, "org", "an organization that the report names", true, false, false, "(none)"},
    {Field::place, "place", "a place that the report names; of a claim: where it happened", true, true, false,
     "(none)"},
    {Field::unit, "unit", "a military unit that the report names", true, false, false, "(none)"},
    {Field::category, "category", "what happened to the people counted: killed, wounded, captured ...", true, true,
     true, "(none)"},
    {Field::group, "group", "the people counted", true, true, true, "(none)"},
    {Field::lang, "lang", "the report's language, ISO 639-1", true, true, false, "(unknown)"},
    {Field::date, "date", "when the report was published: a date or a range first..last", true, true, false,
     "(unknown)"},
    {Field::month, "month", "the month in which the report was published, YYYY-MM", true, true, false, "(unknown)"},
    {Field::event_date, "event_date", "when the counted event happened", true, true, true, "(none)"},
    {Field::title, "title", "words of the report's title", true, true, false, "(none)"},
    {Field::rule, "rule", "the rule that found a claim", true, true, true, "(none)"},
    {Field::stake, "stake", "whose people a source counts: own_side, opposing_side, third_party, unknown", true, true,
     true, "(none)"},
    {Field::asis, "asis", "a name exactly as written, without aliases", false, false, false, ""},
};

}  // namespace

std::span<const FieldInfo> all_fields() { return fields; }

const FieldInfo& info(Field field) { return fields[static_cast<std::size_t>(field)]; }

std::optional<Field> field(std::string_view name) {
  for (const FieldInfo& row : fields)
    if (row.name == name) return row.field;
  return {};
}

}  // namespace averment
