// Notes what a batch changes, and writes it down with the commit.
#include "indexer/revision_log.hpp"

#include <chrono>

#include "store/checked_metadata.hpp"
#include "store/schema.hpp"

namespace averment {

void RevisionLog::note_before(Xapian::docid number) {
  const auto [known, is_new] = changes_.try_emplace(number);
  if (!is_new) return;
  known->second.number = number;
  const Xapian::Document document = database_.get_document(number);
  if (document.get_value(schema::slot::claims).empty()) return;
  ReportChange& change = known->second;
  change.before = document.get_data();
  change.words = document.get_value(schema::slot::words);
  bytes_ += change.before.size() + change.words.size();
}

void RevisionLog::forget() {
  changes_.clear();
  bytes_ = 0;
}

void RevisionLog::note_new(Xapian::docid number) { changes_.try_emplace(number, ReportChange{number, {}, {}}); }

void RevisionLog::write(std::uint64_t number) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  Revision revision{number, std::chrono::duration_cast<std::chrono::seconds>(now).count(), {}};
  for (auto& [report, change] : changes_) revision.changes.push_back(std::move(change));
  forget();
  set_checked(database_, schema::revision_key(number), pack(revision));
  if (number > revisions_kept) database_.set_metadata(schema::revision_key(number - revisions_kept), "");
}

}  // namespace averment
