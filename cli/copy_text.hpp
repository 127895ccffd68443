// How alike two reports are, in words.
#pragma once

#include <string>

namespace averment::cli {

/// Of CopyRecord::shared; 100 where nothing differs.
int shared_percent(double shared);

/// "93 % shared".
std::string shared_text(double shared);

}  // namespace averment::cli
