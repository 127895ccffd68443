// Changes → committed index: batches that are written as a whole or not at all.
#pragma once

#include <chrono>
#include <deque>
#include <filesystem>
#include <unordered_set>

#include "indexer/memory_budget.hpp"
#include "indexer/report_store.hpp"
#include "indexer/revision_log.hpp"
#include "indexer/vocabulary_writer.hpp"
#include "store/compression.hpp"

namespace averment {

class IndexWriter : public ReportStore {
 public:
  /// Holds the index's lock, for which it waits so long. `own_names`: the user's files of names, packed.
  /// @throws IndexError
  IndexWriter(const std::filesystem::path& directory, std::string analysis_version, std::string own_names = {},
              std::chrono::milliseconds wait = {});
  ~IndexWriter() override;  ///< Discards what was not committed.

  std::optional<StoredVersion> find(std::string_view report_id) override;
  std::uint32_t last_number() override;
  void put(BuiltDocument built) override;
  void move(std::uint32_t number, const Origin& origin) override;
  void remove(std::uint32_t number) override;
  void commit() override;  ///< Compacts, too, where that pays.
  void compact() override;
  void commit_after(std::size_t reports) { most_operations_ = reports; }  ///< Or sooner; 0: as the index's size says.
  void keep_to(const MemoryBudget& budget);
  void never_compact() { cannot_compact_ = true; }  ///< But where asked to; commits take no longer than they must.
  std::vector<std::string> claims_of(std::uint32_t number) override;
  void each_origin(const std::function<void(std::uint32_t, const Origin&)>& visit) override;

 private:
  /// One change of the batch, kept to be made again.
  struct Operation {
    std::uint32_t number = 0;  ///< 0: `built` goes where its term is.
    std::optional<BuiltDocument> built;
    std::optional<Xapian::Document> moved;  ///< Empty as `built` is: the number's document is removed.
  };

  template <typename Action>
  auto spoiling(Action&& action);
  template <typename Action>
  auto reading(Action&& action);
  template <typename Action>
  void writing(Action&& action);
  void change(Operation operation, std::size_t bytes);
  void apply(const Operation& operation);
  void store(const BuiltDocument& built);
  void write(const Label& label);
  void begin();
  void recover();
  void cancel();
  void cancel_quietly();
  void forget_batch();
  void spoil();
  void replay();
  Compression& compression();
  void commit_batch();
  std::string try_compaction();  ///< Returns why it could not be done.

  std::filesystem::path directory_;
  std::chrono::milliseconds wait_;
  std::string analysis_version_;
  std::string own_names_;
  Xapian::WritableDatabase database_;
  VocabularyWriter vocabulary_;
  std::optional<Compression> compression_;  ///< Read when it is needed first, and after a batch was discarded.
  RevisionLog log_;
  bool in_transaction_ = false;
  bool spoiled_ = false;    ///< See spoil.
  bool committed_ = false;  ///< Since it was last looked whether compaction pays.
  bool cannot_compact_ = false;
  std::size_t most_operations_ = 0;
  MemoryBudget budget_;
  std::deque<Operation> batch_;  ///< A vector would copy them to grow.
  std::size_t batch_bytes_ = 0;
  std::unordered_set<std::string> known_labels_;
};

/// What the value slots say of a document. `database` holds it.
StoredVersion stored_version(const Xapian::Database& database, Xapian::docid number);

/// The document with that term. Empty: there is none.
std::optional<StoredVersion> find_version(const Xapian::Database& database, const std::string& term);

/// See ReportStore::each_origin.
void visit_origins(const Xapian::Database& database, const std::function<void(std::uint32_t, const Origin&)>& visit);

}  // namespace averment
