// A report with its mentions and claims as the bytes of a Xapian document's data, checksum included.
#include "store/stored_report.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "averment/error.hpp"
#include "store/code_points.hpp"
#include "store/codec.hpp"
#include "store/packing.hpp"
#include "store/sha256.hpp"
#include "store/spelling.hpp"

namespace averment {
namespace {

constexpr std::size_t checksum_size = 8;
constexpr std::size_t claim_size = 34;  // at least

// Writing. Optional parts are preceded by 0 or 1.

void put(std::string& out, Span span) {
  put_varint(out, span.begin);
  put_varint(out, span.size());
}

void put(std::string& out, const std::optional<std::uint64_t>& number) {
  out += static_cast<char>(number.has_value());
  if (number) put_varint(out, *number);
}

void put(std::string& out, double number) { put_fixed64(out, std::bit_cast<std::uint64_t>(number)); }

void put(std::string& out, const std::vector<std::string>& texts) {
  put_varint(out, texts.size());
  for (const std::string& text : texts) put_string(out, text);
}

void put(std::string& out, const Report& report) {
  for (const std::string* text : {&report.id, &report.outlet, &report.url, &report.published, &report.lang})
    put_string(out, *text);
  put(out, report.tags);
  put_varint(out, report.entities.size());
  for (const EntityTag& tag : report.entities) {
    put(out, tag.span);
    out += static_cast<char>(tag.type);
    put_string(out, tag.name);
  }
}

// A mention's name, most often, is what the text has there, or the name of an earlier mention.
constexpr std::uint64_t name_as_written = 0, other_name = 1, first_earlier = 2;

void put(std::string& out, const std::vector<Mention>& mentions, const std::string& text) {
  put_varint(out, mentions.size());
  std::unordered_map<std::string_view, std::uint64_t> earlier;
  std::uint32_t last = 0;
  for (const Mention& mention : mentions) {
    put_varint(out, mention.span.begin - last);
    put_varint(out, mention.span.size());
    last = mention.span.begin;
    out += static_cast<char>(mention.type);
    const auto known = earlier.find(mention.name);
    if (std::string_view(text).substr(mention.span.begin, mention.span.size()) == mention.name) {
      put_varint(out, name_as_written);
    } else if (known != earlier.end()) {
      put_varint(out, first_earlier + known->second);
    } else {
      put_varint(out, other_name);
      put_string(out, mention.name);
    }
    earlier.emplace(mention.name, earlier.size());
  }
}

void put(std::string& out, const std::optional<Derived>& derived) {
  out += static_cast<char>(derived.has_value());
  if (!derived) return;
  put(out, derived->low);
  put(out, derived->high);
  put_string(out, derived->rule);
}

void put(std::string& out, const std::optional<Attribution>& source) {
  out += static_cast<char>(source.has_value());
  if (!source) return;
  for (const std::string* text : {&source->source, &source->name, &source->type, &source->party, &source->cue})
    put_string(out, *text);
  out += static_cast<char>(source->direct);
  put(out, source->via);
}

void put(std::string& out, const Claim& claim) {
  out += static_cast<char>(claim.category);
  out += static_cast<char>(claim.qualifier);
  out += static_cast<char>(claim.modality);
  out += static_cast<char>(claim.stake);
  put(out, claim.figure);
  put(out, claim.sentence);
  put(out, claim.low);
  put(out, claim.high);
  put_share(out, claim.share);
  put(out, claim.share_of ? std::optional<std::uint64_t>(*claim.share_of) : std::nullopt);
  put(out, claim.derived);
  put(out, claim.source);
  put(out, claim.confidence);
  for (const std::string* text :
       {&claim.qualifier_text, &claim.group, &claim.group_name, &claim.group_party, &claim.event_date, &claim.place,
        &claim.rule, &claim.counted.kind, &claim.counted.part, &claim.counted.side, &claim.counted.place,
        &claim.counted.country})
    put_string(out, *text);
}

// Reading: the same order.

bool read_flag(ByteReader& in) {
  const std::uint8_t flag = in.byte();
  if (flag > 1) in.fail();
  return flag == 1;
}

/// `from`: from where its beginning is counted, modulo 2^32.
Span read_span(ByteReader& in, const std::string& text, std::uint32_t from = 0) {
  Span span;
  span.begin = in.varint32() + from;
  const std::uint32_t size = in.varint32();
  if (span.begin > text.size() || size > text.size() - span.begin) in.fail();
  span.end = span.begin + size;
  return span;
}

std::optional<std::uint64_t> read_optional(ByteReader& in) {
  return read_flag(in) ? std::optional(in.varint()) : std::nullopt;
}

double read_double(ByteReader& in) {
  const double number = std::bit_cast<double>(in.fixed64());
  if (!std::isfinite(number)) in.fail();
  return number;
}

std::vector<std::string> read_strings(ByteReader& in) {
  std::vector<std::string> texts(in.count(1));
  for (std::string& text : texts) text = in.string();
  return texts;
}

void read_report(ByteReader& in, Report& report) {
  for (std::string* text : {&report.id, &report.outlet, &report.url, &report.published, &report.lang})
    *text = in.string();
  report.tags = read_strings(in);
  report.entities.resize(in.count(4));
  for (EntityTag& tag : report.entities) {
    tag.span = read_span(in, report.text);
    tag.type = in.value(EntityType::date);
    tag.name = in.string();
  }
}

std::vector<Mention> read_mentions(ByteReader& in, const std::string& text) {
  std::vector<Mention> mentions(in.count(4));
  std::vector<std::string> names;  // each once, as they were first given
  std::unordered_set<std::string> seen;
  std::uint32_t last = 0;
  for (Mention& mention : mentions) {
    mention.span = read_span(in, text, last);
    last = mention.span.begin;
    mention.type = in.value(EntityType::date);
    const std::uint64_t how = in.varint();
    if (how == name_as_written)
      mention.name = text.substr(mention.span.begin, mention.span.size());
    else if (how == other_name)
      mention.name = in.string();
    else if (how - first_earlier < names.size())
      mention.name = names[how - first_earlier];
    else
      in.fail();
    if (seen.insert(mention.name).second) names.push_back(mention.name);
  }
  return mentions;
}

std::optional<Derived> read_derived(ByteReader& in) {
  if (!read_flag(in)) return {};
  Derived derived;
  derived.low = read_optional(in);
  derived.high = read_optional(in);
  derived.rule = in.string();
  return derived;
}

std::optional<Attribution> read_source(ByteReader& in) {
  if (!read_flag(in)) return {};
  Attribution source;
  for (std::string* text : {&source.source, &source.name, &source.type, &source.party, &source.cue})
    *text = in.string();
  source.direct = read_flag(in);
  source.via = read_strings(in);
  return source;
}

std::optional<std::uint32_t> read_share_of(ByteReader& in, std::size_t claims) {
  const std::optional<std::uint64_t> index = read_optional(in);
  if (!index) return {};
  if (*index >= claims) in.fail();
  return static_cast<std::uint32_t>(*index);
}

Claim read_claim(ByteReader& in, const std::string& report_text, std::size_t claims) {
  Claim claim;
  claim.category = in.value(Category::survived);
  claim.qualifier = in.value(Qualifier::vague);
  claim.modality = in.value(Modality::hypothetical);
  claim.stake = in.value(Stake::unknown);
  claim.figure = read_span(in, report_text);
  claim.sentence = read_span(in, report_text);
  claim.low = read_optional(in);
  claim.high = read_optional(in);
  claim.share = read_share(in);
  claim.share_of = read_share_of(in, claims);
  claim.derived = read_derived(in);
  claim.source = read_source(in);
  claim.confidence = read_double(in);
  for (std::string* text : {&claim.qualifier_text, &claim.group, &claim.group_name, &claim.group_party,
                            &claim.event_date, &claim.place, &claim.rule, &claim.counted.kind, &claim.counted.part,
                            &claim.counted.side, &claim.counted.place, &claim.counted.country})
    *text = in.string();
  return claim;
}

// A title that its text begins with is not written again.
constexpr std::uint8_t title_as_spelled = 0, title_as_in_text = 1;

std::string_view beginning(std::string_view text, std::size_t size) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f\v");
  return begin == text.npos ? std::string_view() : text.substr(begin, size);
}

void put_texts(std::string& out, const Report& report, const Spellings& how) {
  put_string(out, how.text);
  if (!report.title.empty() && beginning(report.text, report.title.size()) == report.title) {
    out += static_cast<char>(title_as_in_text);
    put_varint(out, report.title.size());
  } else {
    out += static_cast<char>(title_as_spelled);
    put_string(out, how.title);
  }
}

void read_texts(ByteReader& in, const std::vector<std::string_view>& words, Report& report) {
  const auto border = std::find(words.begin(), words.end(), std::string_view());
  const bool has_border = border != words.end();
  report.text = spelled(in.bytes(in.count(1)), {has_border ? border + 1 : words.begin(), words.end()});
  if (in.byte() == title_as_in_text)
    report.title = beginning(report.text, in.varint());
  else
    report.title = spelled(in.bytes(in.count(1)), {words.begin(), has_border ? border : words.begin()});
}

/// Of the bytes, and of the text that others than these give.
std::uint64_t checksum_of(std::string_view body, const Report& report) {
  const std::uint64_t of_title = XXH64(report.title.data(), report.title.size(), 0);
  return XXH64(body.data(), body.size(), XXH64(report.text.data(), report.text.size(), of_title));
}

/// Behind the claims; what is left in `in` are the mentions.
RecordedReport read_without_mentions(ByteReader& in, const StoredParts& stored) {
  const std::string_view bytes = stored.data;
  const std::string_view body = bytes.substr(0, bytes.size() - std::min(bytes.size(), checksum_size));
  in = ByteReader(body, "reports");
  RecordedReport record;
  read_texts(in, stored.words, record.report);
  ByteReader checksum(bytes.substr(body.size()), "reports");
  if (checksum.fixed64() != checksum_of(body, record.report)) in.fail();
  read_report(in, record.report);
  record.report.origin = unpack_origin(stored.origin);
  record.claims.resize(in.count(claim_size));
  for (Claim& claim : record.claims) claim = read_claim(in, record.report.text, record.claims.size());
  return record;
}

}  // namespace

void put_share(std::string& out, const std::optional<Share>& share) {
  out += static_cast<char>(share ? share->index() + 1 : 0);
  if (!share) return;
  if (const double* number = std::get_if<double>(&*share))
    put(out, *number);
  else
    out += static_cast<char>(std::get<ShareWord>(*share));
}

std::optional<Share> read_share(ByteReader& in) {
  switch (in.byte()) {
    case 0:
      return {};
    case 1:
      return read_double(in);
    case 2:
      return in.value(ShareWord::some);
    default:
      in.fail();
  }
}

std::string serialize(const RecordedReport& record, const Spellings& how) {
  std::string out;
  out.reserve(how.text.size() + 1024);
  put_texts(out, record.report, how);
  put(out, record.report);
  put_varint(out, record.claims.size());
  for (const Claim& claim : record.claims) put(out, claim);
  put(out, record.mentions, record.report.text);
  put_fixed64(out, checksum_of(out, record.report));
  return out;
}

std::string with_checksum(std::string body, const std::vector<std::string_view>& words) {
  ByteReader in(body, "reports");
  Report report;
  read_texts(in, words, report);
  put_fixed64(body, checksum_of(body, report));
  return body;
}

RecordedReport deserialize(const StoredParts& stored) {
  ByteReader in({}, "reports");
  RecordedReport record = read_without_mentions(in, stored);
  record.sha256 = sha256(record.report.text);
  record.mentions = read_mentions(in, record.report.text);
  in.expect_end();
  return record;
}

RecordedReport deserialize_claims(const StoredParts& stored) {
  ByteReader in({}, "reports");
  return read_without_mentions(in, stored);
}

RecordedReport deserialize_claims_and_hash(const StoredParts& stored) {
  RecordedReport record = deserialize_claims(stored);
  record.sha256 = sha256(record.report.text);
  return record;
}

std::string claim_id(std::string_view report_sha256, std::uint32_t start, Category category) {
  const std::string place = " " + std::to_string(start) + " ";
  return sha256(std::string(report_sha256) + place + std::string(name_of(category))).substr(0, 16);
}

std::vector<std::string> claim_ids(const RecordedReport& record) {
  CodePoints code_points(record.report.text);
  std::vector<std::string> ids;
  for (const Claim& claim : record.claims)
    ids.push_back(claim_id(record.sha256, code_points.before(claim.figure.begin), claim.category));
  return ids;
}

}  // namespace averment
