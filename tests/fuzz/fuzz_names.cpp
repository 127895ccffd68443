// A user's aliases and lists of names, which may hold anything → an error with file and line, or names looked up.
#include <array>

#include "language/gazetteer.hpp"
#include "language/name_words.hpp"
#include "language/names.hpp"
#include "language/romanization.hpp"
#include "language/sides.hpp"
#include "own_files.hpp"

namespace averment {
namespace {

constexpr auto names = std::to_array<std::string_view>(
    {"aliases", "armed_forces", "armed_groups", "cities", "common_words", "countries", "first_names", "leaders",
     "media", "name_words", "newspapers", "organizations", "regions", "romanization", "sides", "titles"});

void look_up(const Aliases& aliases, std::string_view name) {
  for (const NameRole role : {NameRole::mention, NameRole::source})
    if (const auto found = aliases.resolve(name, role, {"folded text", "id"})) aliases.resolve(found->name, role);
  for (const EntityType type : {EntityType::person, EntityType::organization, EntityType::place})
    aliases.resolve_spelling(name, type);
  const std::string key = name_key(name);
  require(name_key(key).size() <= key.size(), "a key's key is no longer");
  require(key.ends_with(aliases.without_title(key)), "titles stand in front");
  aliases.romanization().alike(key);
  aliases.romanization().alike_in_full(key);
  aliases.romanization().respelled(name);
}

void read_names(const KnowledgeFiles& files, const std::string& text) {
  const Aliases aliases(files);
  const NameWords words(files);
  const Sides sides(files);
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view name = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    look_up(aliases, name);
    words.classes(name, "en");
    words.is_title(name);
    sides.stake(name, text.substr(0, text.find('\n')));
  }
  aliases.gazetteer().each([&](std::string_view key, const GazetteerName& name) {
    require(!key.empty() && !invalid_utf8(key), "names are found by keys");
    look_up(aliases, name.name);
  });
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  OwnFiles own = own_files(as_text(bytes_of(data, size)), "gazetteer/", names);
  accepted<InputError>([&] { read_names(KnowledgeFiles(std::move(own.files)), own.text); });
  return 0;
}
