// A name as a query writes it → the ids of the names in the index that it stands for.
#include "searcher/name_resolver.hpp"

#include <algorithm>

#include "language/names.hpp"
#include "language/romanization.hpp"
#include "language/word_folding.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

std::optional<NameRole> role(Field field) {
  switch (field) {
    case Field::source:
    case Field::via:
    case Field::by:
      return NameRole::source;
    case Field::person:
    case Field::org:
    case Field::place:
    case Field::unit:
      return NameRole::mention;
    default:
      return {};
  }
}

NameIds sorted(NameIds ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

bool has_words(std::string_view key, std::string_view wanted, bool prefix) {
  const std::string all = " " + std::string(key) + " ";
  return all.find(" " + std::string(wanted) + (prefix ? "" : " ")) != all.npos;
}

}  // namespace

bool contains(const NameIds& ids, std::uint64_t id) { return std::binary_search(ids.begin(), ids.end(), id); }

NameIds NameResolver::resolve(Field field, std::string_view value, bool prefix) {
  if (field == Field::group) return groups(value, prefix);
  if (field == Field::lang && !prefix) return {schema::name_id(case_fold(value))};
  if (field == Field::rule && !prefix) return {schema::name_id(value)};
  const std::optional<NameRole> as = prefix ? std::nullopt : role(field);
  return as ? aliased(field, value, *as) : containing(field, value, prefix);
}

NameIds NameResolver::with_key(Field field, std::string_view key) {
  forget_former();
  auto known = keys_.find(field);
  if (known == keys_.end()) {  // without the aliases, which take long to load
    std::vector<KeyedName> all;
    index_.each_label(field, [&](std::uint64_t id, const std::string& name) {
      all.push_back({schema::name_id(name_key(name)), id});
    });
    std::sort(all.begin(), all.end());
    known = keys_.emplace(field, std::move(all)).first;
  }
  const std::vector<KeyedName>& names = known->second;
  const KeyedName first{schema::name_id(key), 0};
  NameIds ids;
  for (auto name = std::lower_bound(names.begin(), names.end(), first); name != names.end(); ++name) {
    if (name->key != first.key) break;
    ids.push_back(name->id);
  }
  return sorted(std::move(ids));
}

void NameResolver::forget_former() {
  if (revision_ == index_.revision()) return;
  labels_.clear();
  keys_.clear();
  revision_ = index_.revision();
}

NameIds NameResolver::aliased(Field field, std::string_view value, NameRole as) {
  const std::optional<CanonicalName> name = known(field, value, as);
  if (!name) return containing(field, value, false);
  // Some aliases hold only where certain words occur, or in one report: others keep the name as it is.
  const std::optional<CanonicalName> elsewhere = aliases_.table().resolve(value, as, NameContext{"-", {}});
  const bool everywhere = elsewhere && elsewhere->name == name->name;
  NameIds ids = everywhere ? NameIds{schema::name_id(value)} : containing(field, value, false);
  ids.push_back(schema::name_id(name->name));
  return sorted(std::move(ids));
}

std::optional<CanonicalName> NameResolver::known(Field field, std::string_view value, NameRole as) {
  const Aliases& table = aliases_.table();
  if (auto name = table.resolve(value, as)) return name;
  if (field == Field::person || as == NameRole::source)
    if (auto person = table.resolve_spelling(value, EntityType::person)) return person;
  const bool body = field == Field::org || as == NameRole::source;
  return body ? table.resolve_spelling(value, EntityType::organization) : std::nullopt;
}

NameIds NameResolver::containing(Field field, std::string_view value, bool prefix) {
  const std::string wanted = name_key(value);
  NameIds ids;
  if (wanted.empty()) return ids;
  const Romanization& romanization = aliases_.table().romanization();
  const std::string alike = romanization.alike(wanted), in_full = romanization.alike_in_full(wanted);
  const bool full = wanted.find(' ') != wanted.npos;
  NameIds otherwise;
  for (const Label& label : labels(field)) {
    if (has_words(label.key, wanted, prefix) ||
        (!prefix && (has_words(label.alike, alike, false) || (full && has_words(label.in_full, in_full, false)))))
      ids.push_back(label.id);
    else if (!prefix && has_words(label.in_full, in_full, false))
      otherwise.push_back(label.id);
  }
  return sorted(std::move(ids.empty() ? otherwise : ids));
}

NameIds NameResolver::groups(std::string_view value, bool prefix) {
  std::vector<std::set<std::string>> wanted;
  for (const SearchToken& token : analyzer_.analyze(value, "")) wanted.push_back(stems(token.word));
  const std::string beginning = wanted.empty() ? "" : analyzer_.analyze(value, "").back().word;
  if (prefix && !wanted.empty()) wanted.pop_back();
  const auto has = [](const Label& label, const std::set<std::string>& forms) {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) { return label.stems.contains(form); });
  };
  const auto begins = [&](const Label& label) {
    const auto form = label.stems.lower_bound(beginning);
    return form != label.stems.end() && form->starts_with(beginning);
  };
  NameIds ids;
  if (beginning.empty()) return ids;
  for (const Label& label : labels(Field::group))
    if (std::all_of(wanted.begin(), wanted.end(), [&](const auto& forms) { return has(label, forms); }) &&
        (!prefix || begins(label)))
      ids.push_back(label.id);
  return sorted(std::move(ids));
}

std::set<std::string> NameResolver::stems(std::string_view word) {
  std::set<std::string> forms = {std::string(word)};
  for (const std::string& lang : index_.languages()) forms.insert(analyzer_.stem(word, lang));
  return forms;
}

const std::vector<NameResolver::Label>& NameResolver::labels(Field field) {
  forget_former();
  if (const auto known = labels_.find(field); known != labels_.end()) return known->second;
  std::vector<Label> labels;
  index_.each_label(field,
                    [&](std::uint64_t id, const std::string& name) { labels.push_back(label(field, id, name)); });
  return labels_.emplace(field, std::move(labels)).first->second;
}

NameResolver::Label NameResolver::label(Field field, std::uint64_t id, const std::string& name) {
  Label label{.id = id, .key = field == Field::lang || field == Field::rule ? name : name_key(name)};
  if (role(field)) {
    label.alike = aliases_.table().romanization().alike(label.key);
    label.in_full = aliases_.table().romanization().alike_in_full(label.key);
  }
  if (field == Field::group)
    for (const SearchToken& token : analyzer_.analyze(name, "")) label.stems.merge(stems(token.word));
  return label;
}

}  // namespace averment
