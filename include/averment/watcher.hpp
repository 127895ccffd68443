// Keeps an index up to date with files and folders as they change.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "averment/indexer.hpp"

namespace averment {

struct WatchOptions {
  IndexerOptions indexer = {};  ///< Not a dry run.
  IngestOptions ingest = {};    ///< No "-". `interrupted` ends the watch.
  /// Look at all files this often; empty: let the system tell what changes, and look only where it cannot.
  std::optional<std::chrono::milliseconds> poll = {};
  std::chrono::milliseconds quiet{200};          ///< A batch waits until nothing has changed for so long ...
  std::chrono::milliseconds longest_wait{1000};  ///< ... but no longer than this since its first change.
  std::chrono::milliseconds retry{500};          ///< After a failure; doubled with each that follows, up to 64 times.
};

struct WatchObserver : IngestObserver {
  /// After each try, whatever came of it: the index's lock is free again, and what was `committed` may be acted upon.
  std::function<void()> unlocked;
  std::function<void(const IngestSummary&)> taken;   ///< The first pass, then each batch that was committed.
  std::function<void(const std::string&)> troubled;  ///< What failed, and that it is tried again.
};

/// Ingests, then goes on with what changes, is added or, with `prune`, vanishes, until it is interrupted. Reports have
/// the ids that ingesting all paths anew would give them. A file counts as changed once it is closed, moved there or at
/// rest; JSON Lines that grow are taken line by line. The index is open, and its lock held, only while a batch is
/// written. A path of `paths` that vanishes takes no report with it. A full disk or a lock held by others delays a
/// batch. @throws InputError if a path does not exist at first, IndexError if the index is damaged or of another
/// version.
IngestSummary watch(const std::filesystem::path& index, const WatchOptions& options,
                    const WatchObserver& observer = {});

}  // namespace averment
