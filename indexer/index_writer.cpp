// Changes → committed index: batches that are written as a whole or not at all.
#include "indexer/index_writer.hpp"

#include <algorithm>

#include "averment/error.hpp"
#include "store/checked_metadata.hpp"
#include "store/checksum.hpp"
#include "store/compaction.hpp"
#include "store/database.hpp"
#include "store/filed_claims.hpp"
#include "store/packing.hpp"
#include "store/revision.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

// Xapian's maps of pending changes outgrow the processor's cache soon: small batches are added faster than large ones.
// But each commit writes nearly every block of a frequent word's list anew, and the more there are, the longer it
// takes.
constexpr std::size_t fewest_operations = 500, most_operations = 2500;
constexpr std::size_t reports_an_operation = 32;  // in the index, for each change of a batch

std::string key(std::string_view name) { return std::string(name); }

}  // namespace

IndexWriter::IndexWriter(const std::filesystem::path& directory, std::string analysis_version, std::string own_names,
                         std::chrono::milliseconds wait)
    : directory_(std::filesystem::absolute(directory)),
      wait_(wait),
      analysis_version_(std::move(analysis_version)),
      own_names_(std::move(own_names)),
      database_(open_for_writing(directory, wait)),
      vocabulary_(database_),
      log_(database_) {}

IndexWriter::~IndexWriter() { cancel_quietly(); }

/// All that asks Xapian goes through here: see spoil.
template <typename Action>
auto IndexWriter::spoiling(Action&& action) {
  try {
    return action();
  } catch (const Error&) {
    throw;
  } catch (...) {
    spoil();
    throw;
  }
}

template <typename Action>
auto IndexWriter::reading(Action&& action) {
  recover();
  return spoiling([&] { return with_index_errors(directory_, "read", action); });
}

/// What cannot be written is discarded with the whole batch.
template <typename Action>
void IndexWriter::writing(Action&& action) {
  spoiling([&] {
    try {
      action();
    } catch (const Xapian::Error& error) {
      cancel_quietly();
      throw_index_error(directory_, "write", error);
    } catch (const Error&) {  // what the index knows of a word is damaged
      cancel_quietly();
      throw;
    }
  });
}

std::optional<StoredVersion> IndexWriter::find(std::string_view report_id) {
  return reading([&] { return find_version(database_, schema::report_term(report_id)); });
}

std::uint32_t IndexWriter::last_number() {
  return reading([&] { return database_.get_lastdocid(); });
}

void IndexWriter::put(BuiltDocument built) {
  const std::size_t bytes = built.bytes;
  change({0, std::move(built), {}}, bytes);
}

void IndexWriter::move(std::uint32_t number, const Origin& origin) {
  Xapian::Document moved = reading([&] {
    Xapian::Document document = database_.get_document(number);
    document.add_value(schema::slot::origin, pack(origin));
    document.add_value(schema::slot::checksum, checksum_of(document));
    return document;
  });
  change({number, {}, std::move(moved)}, 0);
}

void IndexWriter::remove(std::uint32_t number) { change({number, {}, {}}, 0); }

void IndexWriter::commit() {
  if (!batch_.empty()) commit_batch();
  if (!committed_ || cannot_compact_) return;
  committed_ = false;
  const bool pays = reading([&] { return compaction_pays(directory_, database_, newest_revision_number(database_)); });
  if (pays) cannot_compact_ = !try_compaction().empty();
}

void IndexWriter::compact() {
  if (!batch_.empty()) commit_batch();
  if (const std::string why = try_compaction(); !why.empty()) throw IndexError(IndexError::Reason::failed, why);
}

std::string IndexWriter::try_compaction() {
  recover();
  if (in_transaction_) cancel();
  // Before the new index is opened again, another writer may have been at it.
  vocabulary_.forget();
  known_labels_.clear();
  return spoiling([&] { return compact_index(directory_, database_); });
}

void IndexWriter::keep_to(const MemoryBudget& budget) {
  budget_ = budget;
  vocabulary_.remember(budget.words);
}

void IndexWriter::each_origin(const std::function<void(std::uint32_t, const Origin&)>& visit) {
  commit();
  reading([&] { visit_origins(database_, visit); });
}

void IndexWriter::change(Operation operation, std::size_t bytes) {
  recover();
  std::optional<std::string> refused;
  writing([&] {
    if (!in_transaction_) begin();
    try {
      apply(operation);
      batch_.push_back(std::move(operation));
    } catch (const Xapian::InvalidArgumentError& error) {
      refused = error.get_msg();
    }
  });
  if (refused) {  // Xapian has dropped the whole batch for this one
    replay();
    throw InputError("it cannot be stored: " + *refused);
  }
  batch_bytes_ += bytes;
  std::size_t full = std::clamp(database_.get_doccount() / reports_an_operation, fewest_operations, most_operations);
  if (most_operations_ != 0) full = std::min(full, most_operations_);
  if (batch_bytes_ + log_.bytes() >= budget_.batch || batch_.size() >= full) commit_batch();
}

void IndexWriter::apply(const Operation& operation) {
  if (operation.built) return store(*operation.built);
  if (operation.moved) return database_.replace_document(operation.number, *operation.moved);  // with the same claims
  log_.note_before(operation.number);
  database_.delete_document(operation.number);
}

/// The document lives no longer than this: a batch of them takes the processor's cache from all that is done beside.
void IndexWriter::store(const BuiltDocument& built) {
  Xapian::Document document = document_of(built);
  document.set_data(compression().compress(built.data));
  if (!built.words.forms.empty()) document.add_value(schema::slot::words, vocabulary_.numbered(built.words));
  for (const Label& label : built.labels) write(label);
  std::uint32_t number = built.is_new ? 0 : document_with(database_, built.term);
  if (number != 0) {
    log_.note_before(number);
    database_.replace_document(number, document);
  } else {
    number = database_.add_document(document);
    if (built.claims > 0) log_.note_new(number);
  }
}

void IndexWriter::write(const Label& label) {
  if (known_labels_.size() >= budget_.labels) known_labels_.clear();
  if (!known_labels_.insert(label.key).second) return;
  if (database_.get_metadata(label.key).empty()) database_.set_metadata(label.key, label.name);
}

void IndexWriter::begin() {
  database_.begin_transaction();
  in_transaction_ = true;
  if (compression().can_learn(database_)) compression().learn(database_);
}

/// Also after a commit that failed: its transaction is over, but its changes wait for the next commit.
void IndexWriter::cancel() {
  forget_batch();
  if (!in_transaction_) database_.begin_transaction(false);
  in_transaction_ = false;
  database_.cancel_transaction();
}

/// Where another error is reported already, or nobody waits for one.
void IndexWriter::cancel_quietly() {
  try {
    cancel();
  } catch (...) {
    spoil();
  }
}

/// And all that was learned of what it would have written.
void IndexWriter::forget_batch() {
  known_labels_.clear();
  vocabulary_.forget();
  log_.forget();
  compression_.reset();
  batch_.clear();
  batch_bytes_ = 0;
}

/// After an exception that is not Xapian's own, a lack of memory for one, or where it cannot cancel, its tables may be
/// half of what they were: nothing more is asked of them, and nothing committed. In a transaction its destructor
/// discards what is there.
void IndexWriter::spoil() {
  forget_batch();
  spoiled_ = true;
  try {
    if (!in_transaction_) database_.begin_transaction(false);
  } catch (const Xapian::Error&) {  // it is in one, or closed
  }
  in_transaction_ = true;
}

/// Opens the index anew if it was spoiled.
void IndexWriter::recover() {
  if (!spoiled_) return;
  database_ = Xapian::WritableDatabase();
  in_transaction_ = false;
  database_ = open_for_writing(directory_, wait_);
  spoiled_ = false;
}

Compression& IndexWriter::compression() {
  if (!compression_) compression_.emplace(database_);
  return *compression_;
}

void IndexWriter::replay() {
  std::deque<Operation> batch = std::exchange(batch_, {});
  const std::size_t bytes = batch_bytes_;
  forget_batch();
  writing([&] {
    database_.cancel_transaction();
    begin();
    for (const Operation& operation : batch) apply(operation);
  });
  batch_ = std::move(batch);
  batch_bytes_ = bytes;
}

void IndexWriter::commit_batch() {
  std::uint64_t next = 0;
  writing([&] {
    vocabulary_.write_new();
    next = newest_revision_number(database_) + 1;
    database_.set_metadata(key(schema::metadata::revision), std::to_string(next));
    log_.write(next);
    database_.set_metadata(key(schema::metadata::analysis_version), analysis_version_);
    set_checked(database_, key(schema::metadata::own_names), own_names_);
    in_transaction_ = false;
    database_.commit_transaction();
  });
  batch_.clear();
  batch_bytes_ = 0;
  committed_ = true;
  if (when_committed_) when_committed_(next);  // searchers see it, whatever becomes of the folder
  settle_commit(directory_);
}

std::vector<std::string> IndexWriter::claims_of(std::uint32_t number) {
  return reading([&] { return filed_claims(database_, number); });
}

StoredVersion stored_version(const Xapian::Database& database, Xapian::docid number) {
  const Xapian::Document document = database.get_document(number);
  return {number, document.get_value(schema::slot::content), unpack_origin(document.get_value(schema::slot::origin))};
}

std::optional<StoredVersion> find_version(const Xapian::Database& database, const std::string& term) {
  const Xapian::docid number = document_with(database, term);
  return number == 0 ? std::nullopt : std::optional(stored_version(database, number));
}

void visit_origins(const Xapian::Database& database, const std::function<void(std::uint32_t, const Origin&)>& visit) {
  const auto end = database.valuestream_end(schema::slot::origin);
  for (auto value = database.valuestream_begin(schema::slot::origin); value != end; ++value)
    visit(value.get_docid(), unpack_origin(*value));
}

}  // namespace averment
