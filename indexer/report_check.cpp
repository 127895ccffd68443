// What every report must be before it is analyzed, wherever it comes from.
#include "indexer/report_check.hpp"

#include <limits>

#include "averment/error.hpp"
#include "indexer/published_date.hpp"
#include "indexer/valid_utf8.hpp"
#include "language/utf8.hpp"
#include "store/codec.hpp"
#include "store/sha256.hpp"

namespace averment {
namespace {

constexpr std::size_t longest_id = 4096;

void check_text(std::string_view what, std::string_view text) {
  if (const std::optional<std::size_t> place = invalid_utf8(text))
    throw InputError("its " + std::string(what) + " is not UTF-8 at byte " + std::to_string(*place));
  if (text.find('\0') != text.npos)
    throw InputError("its " + std::string(what) + " is binary: it holds a NUL character");
}

bool is_control(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

void check_id(const std::string& id) {
  if (id.empty()) throw InputError("it has no id");
  if (id.size() > longest_id) throw InputError("its id is longer than " + std::to_string(longest_id) + " bytes");
  if (std::any_of(id.begin(), id.end(), is_control)) throw InputError("its id holds a control character");
}

void check_body(const std::string& text) {
  if (text.find_first_not_of(" \t\r\n\f\v") == text.npos) throw InputError("it has no text");
  if (text.size() > std::numeric_limits<std::uint32_t>::max()) throw InputError("its text is larger than 4 GiB");
}

bool splits_character(const std::string& text, std::uint32_t place) { return character_start(text, place) != place; }

void check_entity(const EntityTag& tag, const std::string& text) {
  const Span span = tag.span;
  if (span.begin >= span.end || span.end > text.size() || splits_character(text, span.begin) ||
      splits_character(text, span.end))
    throw InputError("the span " + std::to_string(span.begin) + ".." + std::to_string(span.end) +
                     " of an entity is not inside the text");
  check_text("entity name", tag.name);
}

void check_lang(const std::string& lang) {
  const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
  if (!lang.empty() && (lang.size() != 2 || !std::all_of(lang.begin(), lang.end(), is_lower)))
    throw InputError("its lang '" + shortened(lang) + "' is no ISO 639-1 code");
}

void add(Sha256& hash, std::string_view text) {
  std::string size;
  put_varint(size, text.size());
  hash.add(size);
  hash.add(text);
}

}  // namespace

std::string shortened(std::string_view text) {
  constexpr std::size_t most = 32;
  if (text.size() <= most) return std::string(text);
  return std::string(text.substr(0, character_start(text, most))) + "…";
}

void check_report(const Report& report) {
  check_id(report.id);
  check_body(report.text);
  check_text("id", report.id);
  check_text("text", report.text);
  check_text("title", report.title);
  check_text("outlet", report.outlet);
  check_text("url", report.url);
  check_lang(report.lang);
  for (const std::string& tag : report.tags) check_text("tag", tag);
  for (const EntityTag& tag : report.entities) check_entity(tag, report.text);
  if (report.published != normal_date(report.published))
    throw InputError("its date '" + shortened(report.published) + "' is not in the form YYYY[-MM[-DD]]");
}

std::string content_hash(const Report& report, std::string_view analysis_version) {
  Sha256 hash;
  add(hash, analysis_version);
  for (const std::string* text :
       {&report.text, &report.title, &report.outlet, &report.url, &report.published, &report.lang})
    add(hash, *text);
  std::string rest;
  put_varint(rest, report.entities.size());
  for (const EntityTag& tag : report.entities) {
    put_varint(rest, tag.span.begin);
    put_varint(rest, tag.span.end);
    rest += static_cast<char>(tag.type);
    put_string(rest, tag.name);
  }
  for (const std::string& tag : report.tags) put_string(rest, tag);
  hash.add(rest);
  return hash.digest().substr(0, 16);
}

}  // namespace averment
