// An index in numbers.
#include "searcher/index_status.hpp"

#include <algorithm>
#include <cstdlib>

#include "language/knowledge_files.hpp"
#include "searcher/calendar.hpp"
#include "searcher/claim_diff.hpp"
#include "searcher/deadline.hpp"
#include "store/packing.hpp"
#include "store/revision.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

namespace fs = std::filesystem;

std::uint64_t bytes_in(const fs::path& directory) {
  std::uint64_t bytes = 0;
  std::error_code vanished;
  for (const auto& entry : fs::recursive_directory_iterator(directory, vanished))
    if (const std::uint64_t size = entry.is_regular_file(vanished) ? entry.file_size(vanished) : 0; !vanished)
      bytes += size;
  return bytes;
}

/// Of a value of slot::date; empty: there was none.
std::string text_of(const std::string& digits) {
  return digits.empty() ? std::string()
                        : date_text(static_cast<std::uint32_t>(std::strtoul(digits.c_str(), nullptr, 10)));
}

void add_dates(Status& status, const Xapian::Database& database) {
  std::string first, last;
  const auto end = database.valuestream_end(schema::slot::date);
  for (auto value = database.valuestream_begin(schema::slot::date); value != end; ++value) {
    check_time();
    if (const std::string date = *value; first.empty() || date < first) first = date;
    last = std::max(last, *value);
  }
  status.first_date = text_of(first);
  status.last_date = text_of(last);
}

void add_claims(Status& status, const Xapian::Database& database) {
  const auto end = database.valuestream_end(schema::slot::claims);
  for (auto value = database.valuestream_begin(schema::slot::claims); value != end; ++value) {
    check_time();
    status.claims += unpack_claims(*value).size();
  }
}

void add_languages(Status& status, const IndexView& index) {
  const KnowledgeFiles knowledge;
  for (const std::string& lang : index.languages()) {
    const std::uint64_t reports = index.database().get_termfreq(schema::term(schema::prefix::lang, lang));
    status.languages.emplace_back(lang, reports);
    if (lang.empty() || knowledge.names("lexicons/" + lang + "/").empty())
      status.languages_without_claims.push_back(lang);
  }
  std::sort(status.languages.begin(), status.languages.end(), [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
}

}  // namespace

Status status_of(IndexView& index) {
  Status status;
  status.directory = index.name().string();
  for (const Shard& shard : index.shards()) {
    const auto metadata = [&](std::string_view key) { return shard.database.get_metadata(std::string(key)); };
    status.schema_version = schema::version;
    status.analysis_version = metadata(schema::metadata::analysis_version);
    status.revision += newest_revision_number(shard.database);
    status.bytes_on_disk += bytes_in(shard.directory);
  }
  if (index.shards().size() == 1) status.committed = newest_revision(index).time;
  status.reports = index.database().get_doccount();
  add_dates(status, index.database());
  add_claims(status, index.database());
  add_languages(status, index);
  return status;
}

}  // namespace averment
