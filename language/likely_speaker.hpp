// Who said something that is known to be somebody's words, where no cue says so.
#pragma once

#include <cstdint>

#include "language/claim_lexicon.hpp"
#include "language/source_phrase.hpp"

namespace averment {

/// The likeliest speaker in the sentence of what stands in its tokens [first, last): who heads it ("Poll: ..."), who
/// owns it ("Okello's claim that ..."), the subject of the verb before or behind it, who stands behind "by". Empty:
/// none.
Phrase likely_speaker(const SentenceWords& words, std::uint32_t first, std::uint32_t last);

}  // namespace averment
