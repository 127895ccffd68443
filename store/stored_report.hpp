// A report with its mentions and claims as the bytes of a Xapian document's data, checksum included.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "averment/claim.hpp"
#include "averment/report.hpp"
#include "store/codec.hpp"

namespace averment {

struct RecordedReport {
  Report report;
  std::string sha256;  ///< Of report.text: 64 hexadecimal digits.
  std::vector<Mention> mentions;
  std::vector<Claim> claims;
  bool operator==(const RecordedReport&) const = default;
};

/// A share, or that there is none, as records have it.
void put_share(std::string& out, const std::optional<Share>& share);
std::optional<Share> read_share(ByteReader& in);

/// How title and text write their words: store/spelling.
struct Spellings {
  std::string title, text;
};

/// What a document holds of its report.
struct StoredParts {
  std::string data;    ///< Expanded.
  std::string origin;  ///< slot::origin
  /// Of slot::words, and an empty one for the border. They are the reader's: store/word_texts.
  std::vector<std::string_view> words;
};

/// A document's data, not yet compressed: what its words, in slot::words, and slot::origin do not say.
std::string serialize(const RecordedReport& record, const Spellings& how);

/// Data with a checksum that is right, of a body that may be anything: what is read behind it is tested with such.
/// @throws IndexError where the body gives no texts.
std::string with_checksum(std::string body, const std::vector<std::string_view>& words);

/// @throws IndexError (damaged) where checksum or structure is wrong, whatever the bytes.
RecordedReport deserialize(const StoredParts& stored);

/// The report and its claims, without its mentions and its sha256: quicker. @throws IndexError (damaged) as deserialize
/// does.
RecordedReport deserialize_claims(const StoredParts& stored);

/// With its sha256, which claims' ids need.
RecordedReport deserialize_claims_and_hash(const StoredParts& stored);

/// 16 hexadecimal digits of SHA-256 over the report's sha256, the figure's start in code points and the category.
std::string claim_id(std::string_view report_sha256, std::uint32_t start, Category category);

/// claim_id of each claim, in their order.
std::vector<std::string> claim_ids(const RecordedReport& record);

}  // namespace averment
