// Who holds an index's lock.
#pragma once

#include <filesystem>
#include <string>

namespace averment {

/// "process 1234 (averment)", "this process", or "another process" where the system does not tell.
std::string holder_of_lock(const std::filesystem::path& index);

}  // namespace averment
