// Notes what a batch changes, and writes it down with the commit.
#include "indexer/revision_log.hpp"

#include <chrono>

#include "store/revision.hpp"
#include "store/schema.hpp"

namespace averment {

void RevisionLog::note_before(Xapian::docid number) {
  if (before_.contains(number)) return;
  const Xapian::Document document = database_.get_document(number);
  const bool has_claims = !document.get_value(schema::slot::claims).empty();
  const auto noted = before_.emplace(number, has_claims ? document.get_data() : std::string()).first;
  bytes_ += noted->second.size();
}

void RevisionLog::forget() {
  before_.clear();
  bytes_ = 0;
}

void RevisionLog::note_new(Xapian::docid number) { before_.try_emplace(number); }

void RevisionLog::write(std::uint64_t number) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  Revision revision{number, std::chrono::duration_cast<std::chrono::seconds>(now).count(), {}};
  for (auto& [report, before] : before_) revision.changes.push_back({report, std::move(before)});
  forget();
  database_.set_metadata(schema::revision_key(number), pack(revision));
  if (number > revisions_kept) database_.set_metadata(schema::revision_key(number - revisions_kept), "");
}

}  // namespace averment
