// A credited party as written → its one name, its type and the side it speaks for.
#include "language/source_names.hpp"

#include "language/names.hpp"

namespace averment {

ResolvedSource resolve_source(std::string_view phrase, Span, const Text&, const std::vector<Mention>&,
                              const Aliases& aliases) {
  if (const auto known = aliases.resolve(phrase, NameRole::source))
    return {known->name, known->type == EntityType::person ? "person" : "organization", known->party};
  std::string name(phrase);
  for (const std::string_view article : {"the ", "The ", "THE ", "a ", "A ", "an ", "An "})
    if (name.starts_with(article)) name.erase(0, article.size());
  return {std::move(name), "nominal", {}};
}

}  // namespace averment
