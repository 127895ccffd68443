// Text → mentions: finds names and dates, then links them.
#include "language/entity_tagger.hpp"

#include <algorithm>

#include "language/date_finder.hpp"
#include "language/name_linker.hpp"

namespace averment {
namespace {

bool before(const Mention& a, const Mention& b) { return a.span < b.span; }

/// Without those that overlap an earlier, or else a longer one.
std::vector<EntityTag> disjoint(std::vector<EntityTag> tags) {
  std::sort(tags.begin(), tags.end(), [](const EntityTag& a, const EntityTag& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<EntityTag> kept;
  for (EntityTag& tag : tags)
    if (tag.span.size() && (kept.empty() || tag.span.begin >= kept.back().span.end)) kept.push_back(std::move(tag));
  return kept;
}

void add_dates(const Text& text, const TextWords& words, std::vector<Mention>& mentions) {
  std::vector<Mention> dates;
  for (FoundDate& date : find_dates(text, words)) {
    const Span span = text.span(date.first, date.last);
    const auto next = std::lower_bound(mentions.begin(), mentions.end(), Mention{span, {}, {}}, before);
    const bool taken = (next != mentions.end() && next->span.overlaps(span)) ||
                       (next != mentions.begin() && std::prev(next)->span.overlaps(span));
    if (!taken) dates.push_back({span, EntityType::date, std::move(date.name)});
  }
  const auto middle = static_cast<std::ptrdiff_t>(mentions.size());
  mentions.insert(mentions.end(), std::make_move_iterator(dates.begin()), std::make_move_iterator(dates.end()));
  std::inplace_merge(mentions.begin(), mentions.begin() + middle, mentions.end(), before);
}

}  // namespace

struct EntityTagger::State {
  State(const KnowledgeFiles& files, const Aliases& names)
      : words(files), aliases(names), finder(words, names.gazetteer()) {}

  NameWords words;
  const Aliases& aliases;
  NameFinder finder;
};

EntityTagger::EntityTagger(const KnowledgeFiles& files, const Aliases& aliases)
    : state_(std::make_unique<State>(files, aliases)) {}
EntityTagger::~EntityTagger() = default;

std::vector<Mention> EntityTagger::tag(const Text& text, const Report& report) const {
  const TextWords words(text, state_->words);
  std::vector<Mention> mentions =
      link_names(text, state_->finder.find(text, words), disjoint(report.entities), state_->aliases);
  add_dates(text, words, mentions);
  return mentions;
}

}  // namespace averment
