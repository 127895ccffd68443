// What stands in an index, once: the terms, value slots and metadata of schema version 5.
//
// One Xapian document is one report. Its data is the whole report as indexed, with mentions and claims, but for what
// slot::words and slot::origin say (store/stored_report, store/spelling), compressed (store/compression). Words:
//   stem            each word's stem, with its count (the ranking)
//   S + stem        stems of the title
// How words are written, and in which order, stands in slot::words; which stems a written word has, in the metadata.
// Boolean terms: the prefixes below. Names (languages too) are entered as the 8 digits of their id (name_id), labels
// stand in the metadata, so that indexes are searched together; words are numbered by each index for itself. A report
// without outlet or lang, and one with a claim without source, has the field's prefix + "0".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "averment/field.hpp"

namespace averment::schema {

inline constexpr std::uint32_t version = 5;

namespace slot {
inline constexpr unsigned date = 0;          ///< YYYYMMDD, 00 for what is not stated; empty: unknown.
inline constexpr unsigned report = 1;        ///< The report's id: breaks ties of rank.
inline constexpr unsigned facets = 2;        ///< Packed outlet and lang: store/packing.
inline constexpr unsigned claims = 3;        ///< Packed claims and their day: store/packing.
inline constexpr unsigned words = 4;         ///< The numbers of all written words, in order: store/vocabulary.
inline constexpr unsigned content = 5;       ///< Of SHA-256 of the report's content and the analysis version: 16 bytes.
inline constexpr unsigned origin = 6;        ///< Packed Origin: --prune.
inline constexpr unsigned names = 7;         ///< Packed names that the report names: store/packing.
inline constexpr unsigned heading = 8;       ///< What lists of reports show: store/packing.
inline constexpr unsigned lines = 9;         ///< What tables show of claims and slot::claims has not: store/packing.
inline constexpr unsigned fingerprint = 10;  ///< What copies of the report share: store/fingerprint.
inline constexpr unsigned checksum = 11;     ///< Of terms and the other slots: store/checksum.
inline constexpr unsigned count = 12;        ///< Of slots.
}  // namespace slot

namespace prefix {
inline constexpr std::string_view report = "Q";  ///< + 16 digits (96 bits) of SHA-256 of the id
inline constexpr std::string_view title = "S";
inline constexpr std::string_view has_claims = "K";  ///< alone: the report makes a claim
inline constexpr std::string_view untitled = "XU";   ///< alone: the report has no title
inline constexpr std::string_view outlet = "O";
inline constexpr std::string_view lang = "L";
inline constexpr std::string_view day = "D";    ///< + YYYYMMDD
inline constexpr std::string_view month = "M";  ///< + YYYYMM
inline constexpr std::string_view year = "Y";   ///< + YYYY
inline constexpr std::string_view person = "XPER";
inline constexpr std::string_view org = "XORG";
inline constexpr std::string_view place = "XLOC";
inline constexpr std::string_view unit = "XUNIT";
/// + id of a name_key: some name or source is written so, or some person, org, place or unit has such a name, but not
/// both: for asis:
inline constexpr std::string_view surface = "XA";
inline constexpr std::string_view claim = "XI";     ///< + claim_id
inline constexpr std::string_view category = "XC";  ///< + category's number: some claim of the report has it
inline constexpr std::string_view source = "XS";    ///< Some claim has this source; of absence: + "0"
}  // namespace prefix

namespace metadata {
inline constexpr std::string_view schema_version = "schema";
inline constexpr std::string_view analysis_version = "analysis";
inline constexpr std::string_view revision = "revision";  ///< Counts commits.
inline constexpr std::string_view revision_log = "R";     ///< + 16 digits: a Revision, packed
inline constexpr std::string_view compacted =
    "compacted";  ///< Bytes and reports at the last compaction, a blank between.
inline constexpr std::string_view dictionary = "dictionary";  ///< With which data are compressed: store/compression.
inline constexpr std::string_view own_names = "names";        ///< Packed OwnFiles of the last writer: store/packing.
inline constexpr std::string_view label = "N";                ///< + field's number, 2 digits, + id, 8: the name itself
inline constexpr std::string_view word = "W";                 ///< + a written word: its WordEntry, packed
inline constexpr std::string_view word_block = "V";           ///< + number of a block, 8 digits: words by their numbers
inline constexpr std::string_view saved = "Q";                ///< + name: a saved query: store/saved_queries
inline constexpr std::string_view seen = "F";                 ///< + name: the claim_ids that it found when it last ran
inline constexpr std::string_view vocabulary_size = "words";  ///< The greatest number of a word.
}  // namespace metadata

/// Where a report's names in the field are packed.
constexpr unsigned names_slot(Field field) {
  return field == Field::outlet || field == Field::lang ? slot::facets : slot::names;
}

/// The id under which a name is packed and made a term: the low 48 bits of its XXH64. Of a million names in a field,
/// two share an id with a chance of 0.2 %. 0 stands for absence: the empty name.
std::uint64_t name_id(std::string_view name);

/// An id as 8 digits of 6 bits, and back.
std::string digits(std::uint64_t id);
std::uint64_t from_digits(std::string_view digits);

/// prefix + digits(id); prefix + "0" for 0.
std::string term(std::string_view prefix, std::uint64_t id);
/// Of the name's id.
std::string term(std::string_view prefix, std::string_view name);

/// The one term that finds a report by its id.
std::string report_term(std::string_view report_id);

/// Where the metadata keep the name of which `id` is the id.
std::string label_key(Field field, std::uint64_t id);

/// Where the metadata keep what a commit changed.
std::string revision_key(std::uint64_t revision);

/// Where the metadata keep what is known of a written word.
std::string word_key(std::string_view word);

/// Where they keep words_in_block words by their numbers: store/word_texts.
std::string word_block_key(std::uint32_t block);

/// day_number as 8 digits; empty if it is no date.
std::string day_digits(std::string_view date);

/// YYYYMMDD of YYYY[-MM[-DD[...]]], with 00 for what is not stated; 0 if it is no date.
std::uint32_t day_number(std::string_view date);

}  // namespace averment::schema
