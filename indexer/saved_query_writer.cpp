// Writes saved queries, and what they have seen, into an index's metadata.
#include <algorithm>

#include "averment/query.hpp"
#include "store/checked_metadata.hpp"
#include "store/database.hpp"
#include "store/saved_queries.hpp"

namespace averment {
namespace {

constexpr std::size_t longest_name = 100;  // bytes

void check_name(const std::string& name) {
  const bool is_word =
      std::all_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7f'; });
  if (!name.empty() && name.size() <= longest_name && is_word && !name.starts_with('-')) return;
  throw InputError("'" + name + "' is no name for a query: take one word of at most " + std::to_string(longest_name) +
                   " bytes that does not begin with a dash");
}

Xapian::WritableDatabase open_existing(const std::filesystem::path& index, std::chrono::milliseconds wait) {
  open_for_reading(index);  // or a new one would be made
  return open_for_writing(index, wait);
}

}  // namespace

struct SavedQueryWriter::State {
  State(const std::filesystem::path& index, std::chrono::milliseconds wait)
      : directory(index), database(open_existing(index, wait)) {}

  void write(const std::vector<std::pair<std::string, std::string>>& metadata) {
    with_index_errors(directory, "write", [&] {
      for (const auto& [key, value] : metadata) set_checked(database, key, value);
      database.commit();
    });
    settle_commit(directory);
  }
  std::string read(const std::string& key) {
    return with_index_errors(directory, "read", [&] { return checked_metadata(database, key); });
  }

  std::filesystem::path directory;
  Xapian::WritableDatabase database;
};

SavedQueryWriter::SavedQueryWriter(const std::filesystem::path& index, std::chrono::milliseconds wait)
    : state_(std::make_unique<State>(index, wait)) {}
SavedQueryWriter::~SavedQueryWriter() = default;
SavedQueryWriter::SavedQueryWriter(SavedQueryWriter&&) noexcept = default;
SavedQueryWriter& SavedQueryWriter::operator=(SavedQueryWriter&&) noexcept = default;

void SavedQueryWriter::add(const SavedQuery& query, const QueryLimits& limits) {
  check_name(query.name);
  parse_query(query.query, limits);
  const std::string packed = pack(query), present = state_->read(saved_key(query.name));
  if (present == packed) return;
  if (!present.empty())
    throw InputError("there is a saved query '" + query.name + "' already, and it is another one: remove it first");
  state_->write({{saved_key(query.name), packed}, {seen_key(query.name), ""}});
}

bool SavedQueryWriter::remove(std::string_view name) {
  if (state_->read(saved_key(name)).empty()) return false;
  state_->write({{saved_key(name), ""}, {seen_key(name), ""}});
  return true;
}

void SavedQueryWriter::note_seen(const SavedRun& run) {
  if (state_->read(saved_key(run.query.name)).empty()) return;
  std::vector<std::uint64_t> marks = run.seen;
  for (const ClaimRecord& claim : run.claims) marks.push_back(mark_of(claim.report, claim.claim_id));
  state_->write({{seen_key(run.query.name), pack_marks(std::move(marks))}});
}

}  // namespace averment
