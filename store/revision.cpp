// What the metadata keep of each commit: when it was, and which reports' claims it changed.
#include "store/revision.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>

#include "store/checked_metadata.hpp"
#include "store/codec.hpp"
#include "store/schema.hpp"

namespace averment {

std::uint64_t newest_revision_number(const Xapian::Database& database) {
  const std::string text = database.get_metadata(std::string(schema::metadata::revision));
  std::uint64_t number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string pack(const Revision& revision) {
  std::vector<const ReportChange*> without, with;
  for (const ReportChange& change : revision.changes) (change.before.empty() ? without : with).push_back(&change);
  std::sort(without.begin(), without.end(),
            [](const ReportChange* a, const ReportChange* b) { return a->number < b->number; });
  std::string out;
  put_varint(out, static_cast<std::uint64_t>(revision.time));
  put_varint(out, without.size());
  std::uint32_t last = 0;
  for (const ReportChange* change : without) {
    put_varint(out, change->number - last);
    last = change->number;
  }
  put_varint(out, with.size());
  for (const ReportChange* change : with) {
    put_varint(out, change->number);
    put_string(out, change->before);
    put_string(out, change->words);
  }
  return out;
}

Revision unpack_revision(std::uint64_t number, std::string_view bytes) {
  Revision revision{number, 0, {}};
  ByteReader in(bytes, "revisions");
  revision.time = static_cast<std::int64_t>(in.varint());
  std::uint32_t last = 0;
  for (std::size_t left = in.count(1); left > 0; --left) {
    last += in.varint32();
    revision.changes.push_back({last, {}, {}});
  }
  for (std::size_t left = in.count(3); left > 0; --left) {
    ReportChange& change = revision.changes.emplace_back();
    change.number = in.varint32();
    change.before = in.string();
    change.words = in.string();
  }
  in.expect_end();
  return revision;
}

void each_revision(const Xapian::Database& database, std::uint64_t first,
                   const std::function<bool(const Revision&)>& visit) {
  const std::string prefix(schema::metadata::revision_log);
  auto key = database.metadata_keys_begin(prefix);
  const auto end = database.metadata_keys_end(prefix);
  if (key != end) key.skip_to(schema::revision_key(first));
  for (; key != end; ++key) {
    const std::string digits = (*key).substr(prefix.size());
    std::uint64_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (!visit(unpack_revision(number, checked_metadata(database, *key)))) return;
  }
}

std::string utc_text(std::int64_t time) {
  const auto seconds = static_cast<std::time_t>(time);
  std::tm parts{};
  char text[32];
  if (!gmtime_r(&seconds, &parts)) return {};
  return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

}  // namespace averment
