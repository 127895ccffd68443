// Which part of the files that were given an ingest concerns: all of them, or those that changed.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/input_files.hpp"

namespace averment {

struct IngestScope {
  std::optional<std::vector<InputFile>> files = {};  ///< Read in place of IngestOptions::paths; empty: those.
  std::vector<std::string> gone = {};                ///< Files and folders whose reports --prune removes.
  std::vector<std::string> kept = {};                ///< Files from which it removes nothing.
  bool growing = false;                              ///< Files may be being written: see Place::grows.
  /// Of JSON Lines among IngestOptions::paths, by their paths.
  std::map<std::string, std::shared_ptr<TailReading>> tails = {};
};

}  // namespace averment
