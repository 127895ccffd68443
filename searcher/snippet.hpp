// The piece of a report's text that shows best why it matched.
#pragma once

#include <string_view>

#include "averment/answer.hpp"
#include "language/search_analyzer.hpp"
#include "searcher/searched_text.hpp"

namespace averment {

/// About 200 characters with as many different words of those searched as any, cut between words, on one line; the
/// text's beginning if none is found. Reads the first 256 KiB of text only.
Snippet make_snippet(std::string_view text, std::string_view lang, const SearchedText& searched,
                     SearchAnalyzer& analyzer);

/// The same around one place of the text, which is marked.
Snippet make_snippet(std::string_view text, Span place);

}  // namespace averment
