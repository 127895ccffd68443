// Makes the labels of different corpora follow one convention, and mends what is wrong in them.
#pragma once

#include <vector>

#include "language/gazetteer.hpp"
#include "language/name_words.hpp"
#include "language/training/labeled_sentence.hpp"

namespace averment {

/// Titles stand outside of persons' names, directions outside of places ("southern Iraq"); lists decide what is a
/// country and what a nationality; "North|Korean" is one name; units are told from other bodies by their nouns.
void repair_labels(std::vector<LabeledSentence>& sentences, const NameWords& words, const Gazetteer& gazetteer);

/// For a corpus that machines labelled: the same name has the same type everywhere, and is marked everywhere.
void make_labels_agree(std::vector<LabeledSentence>& sentences, const NameWords& words);

}  // namespace averment
