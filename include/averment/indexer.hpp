// Writes an index: report by report, or whole files and folders.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "averment/error.hpp"
#include "averment/report.hpp"

namespace averment {

/// What became of one report.
enum class Change : std::uint8_t { added, replaced, unchanged };

/// A report that could not be taken. The others go on.
struct Rejection {
  std::string path;        ///< "-" for standard input; empty for a report that an embedder gave.
  std::uint64_t line = 0;  ///< From 1; 0: the whole file.
  std::string reason;
};

struct IndexerOptions {
  std::filesystem::path lexicons = {};  ///< A folder whose files extend or replace the built-in ones; empty: none.
  bool claims = true;                   ///< Read names and claims; false: nothing but words, much faster.
  std::size_t batch = 0;                ///< Commit after so many reports, or sooner: less memory, but slower; 0: 500
                                        ///< to 2,500, the more the larger the index.
  std::size_t most_mentions = 200'000;  ///< Of names in a report: one that has more is rejected.
  std::size_t most_claims = 20'000;     ///< Likewise.
  /// Bytes of memory that indexing keeps under: reports whose analysis may take too much of it are rejected.
  /// @throws InputError, when the index is opened, where it is less than 128 MiB.
  std::uint64_t memory_limit = 1ull << 30;
  /// How long to wait while another program writes the index.
  std::chrono::milliseconds wait{0};
  bool dry_run = false;  ///< Read and analyze, but write nothing: no index is made, no lock taken.
};

/// Writes one index, and holds its lock. A report and its claims change together or not at all.
class Indexer {
 public:
  /// Opens, or creates.
  /// @throws IndexError if another writer holds it, or it is damaged or of another schema version.
  explicit Indexer(const std::filesystem::path& directory, const IndexerOptions& options = {});
  ~Indexer();  ///< Discards what was not committed.
  Indexer(Indexer&&) noexcept;
  Indexer& operator=(Indexer&&) noexcept;

  /// Analyzes and stores the report, unless the index holds the same content under the same id already.
  /// Commits by itself every few megabytes, or every 500 to 2,500 reports. @throws InputError for a report without id
  /// or text, with bad UTF-8 or entity spans, or with a date or language in another form than Report promises; the
  /// index is as before then.
  /// @throws IndexError where writing failed, std::bad_alloc where there is no memory: what was not committed is lost,
  /// and can be put again.
  Change put(Report report);
  bool remove(std::string_view report_id);  ///< false: there was no such report.
  void commit();                            ///< Searchers see all of the batch, or none of it.
  /// Commits, and writes the index anew without the room that changes have left; commit does so by itself where it
  /// pays.
  /// @throws IndexError where there is no room for it; the index is as it was then.
  void compact();

  struct State;
  State& state() { return *state_; }  ///< For the library's own ingest.

 private:
  std::unique_ptr<State> state_;
};

struct IngestOptions {
  std::vector<std::string> paths;          ///< Files and folders; "-": JSON Lines on standard input.
  std::istream* standard_input = nullptr;  ///< What "-" reads.
  unsigned threads = 0;                    ///< That analyze and write; 0: as many as there are processors. One for
                                           ///< each 32 MiB of memory_limit at most.
  std::uint64_t size_limit = 64ull << 20;  ///< Bytes of one report, or of the line that it stands in.
  std::uint32_t nesting_limit = 64;        ///< Of objects and lists in a report's JSON.
  bool follow_links = false;               ///< Also symbolic links that lead out of the folder that was given.
  bool prune = false;                      ///< Remove reports that came from under `paths` and are there no more ...
  bool prune_whole_paths = false;          ///< ... also all of a path, which may be a disk that is not mounted now.
  std::set<std::string> again = {};  ///< Ids of reports that replace what is there though their content is the same.
  std::function<bool()> interrupted = {};  ///< Asked often; true: commit what is whole and stop.
};

struct IngestSummary {
  std::uint64_t indexed = 0, updated = 0, unchanged = 0, rejected = 0, removed = 0;
  std::uint64_t claims = 0;  ///< In the reports indexed or updated.
  std::uint64_t bytes = 0;   ///< Of text read.
  double seconds = 0;
  bool interrupted = false;
  std::uint64_t revision = 0;  ///< The last one that was committed, and is on the disk; 0: none was.
};

/// A report that a commit added or replaced.
struct CommittedReport {
  std::string id;
  std::vector<std::string> former_claims;  ///< claim_ids of the version before; empty: it is new, or made no claims.
};

/// What searchers see from now on.
struct Commit {
  std::uint64_t revision = 0;
  std::vector<CommittedReport> reports;  ///< Each once, in the order of ids.
};

/// Told about as ingest goes on, from the calling thread.
struct IngestObserver {
  std::function<void(const Commit&)> committed;  ///< After each commit in which reports were added or replaced.
  std::function<void(const Rejection&)> rejected;
  std::function<void(const std::string& warning)> warned;
  std::function<void(const IngestSummary& so_far)> progress;
};

/// Reads files and folders into an index: .txt, .jsonl, .jsonl.gz. The result does not depend on the number of
/// threads. @throws InputError if a path does not exist, IndexError if writing fails.
IngestSummary ingest(Indexer& indexer, const IngestOptions& options, const IngestObserver& observer = {});

}  // namespace averment
