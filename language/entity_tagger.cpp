// Text → mentions: finds names and dates, then links them.
#include "language/entity_tagger.hpp"

#include <algorithm>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "language/date_finder.hpp"
#include "language/knowledge_files.hpp"
#include "language/name_linker.hpp"
#include "language/name_merger.hpp"

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

/// The names that tags mark, wherever else the text writes them alike.
class TagFinder {
 public:
  TagFinder(const Text& text, const TextWords& words, const std::vector<EntityTag>& tags) : words_(words) {
    for (const EntityTag& tag : tags) {
      std::string key = words_key(text.written(tag.span));
      if (key.empty() || tag.type == EntityType::date) continue;
      std::string first = key.substr(0, key.find(' '));
      by_first_word_.emplace(std::move(first), std::pair(std::move(key), tag.type));
    }
  }

  std::vector<FoundName> run() const {
    std::vector<FoundName> found;
    if (by_first_word_.empty()) return found;
    for (std::size_t at = 0; at < words_.size(); ++at)
      if (words_[at].cased)
        if (const FoundName name = match(at); name.last > name.first) {
          found.push_back(name);
          at = name.last - 1;
        }
    return found;
  }

 private:
  FoundName match(std::size_t at) const {
    FoundName longest;
    const auto [begin, end] = by_first_word_.equal_range(std::string(words_[at].key));
    for (auto tag = begin; tag != end; ++tag)
      if (const std::size_t last = end_of(at, tag->second.first); last > longest.last)
        longest = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(last), tag->second.second,
                   NameEvidence::tagged};
    return longest;
  }

  /// 0: the words are not there.
  std::size_t end_of(std::size_t at, std::string_view key) const {
    std::size_t last = 0;
    while (!key.empty()) {
      while (at < words_.size() && words_[at].key.empty()) ++at;
      if (at == words_.size() || words_[at].key.empty() || !key.starts_with(words_[at].key)) return 0;
      key.remove_prefix(words_[at].key.size());
      if (!key.empty() && key[0] != ' ') return 0;
      if (!key.empty()) key.remove_prefix(1);
      last = ++at;
    }
    return last;
  }

  const TextWords& words_;
  std::unordered_multimap<std::string, std::pair<std::string, EntityType>> by_first_word_;
};

/// What was found, but where it overlaps `better`; all ascending.
std::vector<FoundName> merged(std::vector<FoundName> better, const std::vector<FoundName>& found) {
  std::size_t next = 0;
  const std::size_t count = better.size();
  for (const FoundName& name : found) {
    while (next < count && better[next].last <= name.first) ++next;
    if (next == count || better[next].first >= name.last) better.push_back(name);
  }
  std::sort(better.begin(), better.end(), [](const FoundName& a, const FoundName& b) { return a.first < b.first; });
  return better;
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
      : words(files),
        aliases(names),
        finder(words, names.gazetteer()),
        model_bytes(files.built_in("tagger/names.model")) {}

  /// Read when the first text comes: it takes longer than all the lists.
  const TaggerModel& model() {
    std::call_once(model_read, [this] { read_model.emplace(model_bytes); });
    return *read_model;
  }

  std::vector<FoundName> find(const Text& text, const TextWords& text_words) {
    const std::vector<FoundName> rules = finder.find(text, text_words);
    std::unique_ptr<TaggerMemory> memory = take_memory();
    const TokenFeatures features(text, text_words, rules, aliases.gazetteer(), memory->forms);
    const std::vector<TaggedName> tagged = tag_names(features, model(), *memory);
    give_back(std::move(memory));
    return merge_names(text, text_words, rules, tagged);
  }

  /// One for each thread that is at work.
  std::unique_ptr<TaggerMemory> take_memory() {
    const std::lock_guard lock(memories_lock);
    if (memories.empty()) return std::make_unique<TaggerMemory>();
    std::unique_ptr<TaggerMemory> memory = std::move(memories.back());
    memories.pop_back();
    return memory;
  }
  void give_back(std::unique_ptr<TaggerMemory> memory) {
    const std::lock_guard lock(memories_lock);
    memories.push_back(std::move(memory));
  }

  NameWords words;
  const Aliases& aliases;
  NameFinder finder;
  std::string_view model_bytes;
  std::once_flag model_read;
  std::optional<TaggerModel> read_model;
  std::mutex memories_lock;
  std::vector<std::unique_ptr<TaggerMemory>> memories;
};

EntityTagger::EntityTagger(const KnowledgeFiles& files, const Aliases& aliases)
    : state_(std::make_unique<State>(files, aliases)) {}
EntityTagger::~EntityTagger() = default;

std::vector<Mention> EntityTagger::tag(const Text& text, const Report& report) const {
  const TextWords words(text, state_->words, report.lang);
  const std::vector<EntityTag> tags = disjoint(report.entities);
  const auto found = merged(TagFinder(text, words, tags).run(), state_->find(text, words));
  std::vector<Mention> mentions = link_names(text, found, tags, state_->aliases);
  add_dates(text, words, mentions);
  return mentions;
}

}  // namespace averment
