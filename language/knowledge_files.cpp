// The data files of corpus/lexicons and corpus/gazetteer: built into the library, or from a user's folder.
#include "language/knowledge_files.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "averment/error.hpp"
#include "language/embedded_files.hpp"

namespace averment {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw InputError("cannot read the lexicon file " + path.string() + ": check that it exists and is readable");
  return {std::istreambuf_iterator<char>(in), {}};
}

Row split(std::string_view line) {
  Row row;
  for (std::size_t tab; (tab = line.find('\t')) != line.npos; line.remove_prefix(tab + 1))
    row.push_back(line.substr(0, tab));
  row.push_back(line);
  return row;
}

void read_rows(std::string_view content, const std::string& path, std::size_t columns,
               const std::function<void(const Row&)>& read) {
  for (std::size_t number = 1; !content.empty(); ++number) {
    const std::size_t end = content.find('\n');
    std::string_view line = content.substr(0, end);
    content.remove_prefix(end == content.npos ? content.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const Row row = split(line);
    const std::string where = path + ":" + std::to_string(number) + ": ";
    if (row.size() < columns)
      throw InputError(where + "a row of " + std::to_string(row.size()) + " columns where " + std::to_string(columns) +
                       " are needed; separate them with tabs");
    try {
      read(row);
    } catch (const InputError& error) {
      throw InputError(where + error.what());
    }
  }
}

bool before(const OwnFile& a, const OwnFile& b) { return a.name < b.name; }

}  // namespace

KnowledgeFiles::KnowledgeFiles(std::filesystem::path folder) : folder_(std::move(folder)) {
  if (folder_.empty()) return;
  if (!std::filesystem::is_directory(folder_)) throw InputError("no such folder of lexicons: " + folder_.string());
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder_))
    if (entry.is_regular_file() && entry.path().extension() == ".tsv")
      own_.push_back({entry.path().lexically_relative(folder_).generic_string(), read_file(entry.path())});
  std::sort(own_.begin(), own_.end(), before);
}

KnowledgeFiles::KnowledgeFiles(std::vector<OwnFile> own) : own_(std::move(own)) {
  std::sort(own_.begin(), own_.end(), before);
}

const OwnFile* KnowledgeFiles::find(std::string_view name) const {
  const auto found = std::find_if(own_.begin(), own_.end(), [&](const OwnFile& file) { return file.name == name; });
  return found == own_.end() ? nullptr : &*found;
}

std::string_view KnowledgeFiles::built_in(std::string_view name) const {
  for (const EmbeddedFile& file : embedded_files())
    if (file.name == name) return file.content;
  return {};
}

void KnowledgeFiles::each_row(std::string_view name, std::size_t columns,
                              const std::function<void(const Row&)>& read) const {
  const OwnFile* const own = find(name);
  if (!own || !own->content.starts_with("#replace")) read_rows(built_in(name), std::string(name), columns, read);
  if (own) read_rows(own->content, (folder_ / own->name).string(), columns, read);
}

std::vector<OwnFile> KnowledgeFiles::own(std::string_view prefix) const {
  std::vector<OwnFile> files;
  for (const OwnFile& file : own_)
    if (file.name.starts_with(prefix)) files.push_back(file);
  return files;
}

std::uint64_t KnowledgeFiles::fingerprint() const {
  XXH64_state_t state;
  XXH64_reset(&state, 0);
  const auto add = [&state](std::string_view bytes) { XXH64_update(&state, bytes.data(), bytes.size()); };
  for (const std::string& name : names("")) {
    add(name);
    add(built_in(name));
    if (const OwnFile* own = find(name)) add(own->content);
  }
  return XXH64_digest(&state);
}

std::vector<std::string> KnowledgeFiles::names(std::string_view prefix) const {
  std::set<std::string> names;
  for (const EmbeddedFile& file : embedded_files())
    if (file.name.starts_with(prefix)) names.emplace(file.name);
  for (const OwnFile& file : own_)
    if (file.name.starts_with(prefix)) names.insert(file.name);
  return {names.begin(), names.end()};
}

}  // namespace averment
