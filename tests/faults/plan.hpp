// The work that is disturbed: batches of reports, and what an index holds after each.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "averment/indexer.hpp"

namespace averment::faults {

/// Of each report its text and the figures of its claims.
using State = std::map<std::string, std::string>;

struct Plan {
  unsigned batches = 6;
  unsigned reports = 8;  ///< New ones in each batch; one of the batch before changes, and one goes.

  State after(unsigned batch) const;  ///< 0: nothing.
};

/// Does the work from the beginning, leaving alone what is there: indexing that was interrupted begins anew.
/// `committed` is told of each batch, from 1. Compacts after half of them.
void work(const Plan& plan, const std::filesystem::path& index, const std::function<void(unsigned batch)>& committed);

/// What an index holds. @throws IndexError
State state_of(const std::filesystem::path& index);

/// Which batch the index holds what it was after; empty: none, or not all of its parts are sound.
std::optional<unsigned> batch_of(const Plan& plan, const std::filesystem::path& index);

}  // namespace averment::faults
