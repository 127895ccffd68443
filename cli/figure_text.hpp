// A claim's quantity in a few characters: "≥ 300", "~ 2,700", "63-65", "2/3 share", "dozens".
#pragma once

#include <string>

#include "averment/answer.hpp"

namespace averment::cli {

/// With `derived`, a share shows the count derived from it too: "2/3 share = 1,800".
std::string figure_text(const ClaimRecord& record, bool derived = false);

}  // namespace averment::cli
