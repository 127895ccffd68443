// Which claims the commits since a revision added, removed and altered.
#include "searcher/claim_diff.hpp"

#include <algorithm>
#include <charconv>
#include <ctime>
#include <map>
#include <optional>
#include <tuple>

#include "averment/error.hpp"
#include "searcher/calendar.hpp"
#include "searcher/match_walk.hpp"
#include "searcher/records.hpp"
#include "store/revision.hpp"
#include "store/schema.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

const Xapian::Database& only_one(const IndexView& index) {
  if (index.shards().size() != 1) throw InputError("what changed can be asked of one index only: give one --db");
  return index.shards().front().database;
}

// What a claim says, wherever in the report it stands now, and with whatever words around it.

Claim without_places(Claim claim) {
  claim.figure = claim.sentence = {};
  claim.share_of.reset();
  return claim;
}

bool say_the_same(const ClaimRecord& a, const ClaimRecord& b) {
  return a.figure == b.figure && without_places(a.claim) == without_places(b.claim);
}

std::string source_of(const ClaimRecord& record) {
  const std::optional<Attribution>& source = record.claim.source;
  return !source ? std::string() : source->called();
}

bool are_of_the_same(const ClaimRecord& a, const ClaimRecord& b) {
  return a.claim.category == b.claim.category && a.claim.group_name == b.claim.group_name &&
         source_of(a) == source_of(b);
}

bool stand_in_one_sentence(const ClaimRecord& a, const ClaimRecord& b) {
  return a.claim.category == b.claim.category && a.sentence == b.sentence;
}

/// Pairs what is left on both sides, in order; each claim once.
class Pairing {
 public:
  Pairing(const std::vector<ClaimRecord>& before, const std::vector<ClaimRecord>& after) {
    for (const ClaimRecord& record : before) before_.push_back(&record);
    for (const ClaimRecord& record : after) after_.push_back(&record);
  }

  using Alike = bool (*)(const ClaimRecord&, const ClaimRecord&);
  using Pairs = std::vector<std::pair<const ClaimRecord*, const ClaimRecord*>>;

  Pairs take(Alike alike) {
    Pairs pairs;
    std::erase_if(after_, [&](const ClaimRecord* record) {
      const auto partner = std::find_if(before_.begin(), before_.end(),
                                        [&](const ClaimRecord* other) { return alike(*other, *record); });
      if (partner == before_.end()) return false;
      pairs.emplace_back(*partner, record);
      before_.erase(partner);
      return true;
    });
    return pairs;
  }
  const std::vector<const ClaimRecord*>& before() const { return before_; }
  const std::vector<const ClaimRecord*>& after() const { return after_; }

 private:
  std::vector<const ClaimRecord*> before_, after_;
};

[[noreturn]] void throw_forgotten(const Revision& oldest, const std::string& since) {
  throw InputError("the index remembers what changed since revision " + std::to_string(oldest.number - 1) + ", which " +
                   utc_text(oldest.time) + " ended; not since " + since);
}

std::uint32_t place_of(const ClaimChange& change) { return (change.after ? change.after : change.before)->start; }

/// A report that was touched since: as it was before the first time, and when it was last.
struct Touched {
  ReportChange before;
  std::uint64_t revision = 0;
  std::int64_t time = 0;
  Xapian::docid now = 0;  // 0: it is not there any more.

  void note_last(const Touched& other) {
    if (other.revision > revision) std::tie(revision, time) = std::tie(other.revision, other.time);
  }
};

class ChangeReader {
 public:
  ChangeReader(IndexView& index, std::uint64_t since) : index_(index), database_(only_one(index)) {
    check(since);
    each_revision(database_, since + 1, [&](const Revision& revision) {
      for (const ReportChange& change : revision.changes) note(revision, change);
      return true;
    });
    ReportIds ids(index);
    for (auto& [number, touched] : of_numbers_) {
      std::string id = ids.of(number);
      touched.now = id.empty() ? 0 : number;
      if (id.empty() && touched.before.before.empty()) continue;  // it came and went
      if (id.empty()) id = records_before(touched).front().report;
      file(id, std::move(touched));
    }
  }

  std::vector<ClaimChange> changes() const {
    std::vector<ClaimChange> all;
    for (const auto& [id, touched] : of_reports_) {
      const std::vector<ClaimRecord> now =
          touched.now == 0 ? std::vector<ClaimRecord>() : records(index_.stored(touched.now));
      for (ClaimChange& change : changes_of(records_before(touched), now)) {
        change.report = id;
        change.revision = {touched.revision, utc_text(touched.time)};
        all.push_back(std::move(change));
      }
    }
    return all;
  }

 private:
  void check(std::uint64_t since) const {
    const std::uint64_t newest = newest_revision_number(database_);
    if (since > newest)
      throw InputError("there is no revision " + std::to_string(since) + " yet: the newest is " +
                       std::to_string(newest));
    std::optional<Revision> oldest;
    each_revision(database_, 0, [&](const Revision& revision) {
      oldest = {revision.number, revision.time, {}};
      return false;
    });
    if (oldest && since + 1 < oldest->number) throw_forgotten(*oldest, "revision " + std::to_string(since));
  }

  void note(const Revision& revision, const ReportChange& change) {
    const auto [known, is_new] = of_numbers_.try_emplace(change.number);
    if (is_new) known->second.before = change;
    known->second.revision = revision.number;
    known->second.time = revision.time;
  }

  /// A report that was removed and came again has two numbers.
  void file(const std::string& id, Touched touched) {
    const auto [known, is_new] = of_reports_.try_emplace(id, std::move(touched));
    if (is_new) return;
    known->second.note_last(touched);
    if (touched.now != 0) known->second.now = touched.now;
    if (known->second.before.before.empty()) known->second.before = std::move(touched.before);
  }

  std::vector<ClaimRecord> records_before(const Touched& touched) const {
    return touched.before.before.empty() ? std::vector<ClaimRecord>() : records(index_.stored(touched.before));
  }
  static std::vector<ClaimRecord> records(const StoredParts& stored) {
    return claim_records(deserialize_claims_and_hash(stored));
  }

  IndexView& index_;
  const Xapian::Database& database_;
  std::map<Xapian::docid, Touched> of_numbers_;
  std::map<std::string, Touched> of_reports_;
};

/// Seconds since 1970 of YYYY-MM-DD[THH:MM[:SS]][Z].
std::int64_t time_of(std::string_view moment) {
  const auto part = [&](std::size_t begin, char before, int most) {
    int number = -1;
    const bool is_there = moment.size() >= begin + 2 && moment[begin - 1] == before;
    if (is_there) std::from_chars(moment.data() + begin, moment.data() + begin + 2, number);
    return number <= most ? number : -1;
  };
  std::string_view rest = moment.substr(std::min<std::size_t>(10, moment.size()));
  if (rest.ends_with('Z')) moment.remove_suffix(1), rest.remove_suffix(1);
  const bool has_time = rest.size() == 6 || rest.size() == 9, has_seconds = rest.size() == 9;
  const int hour = has_time ? part(11, 'T', 23) : 0, minute = has_time ? part(14, ':', 59) : 0;
  const int second = has_seconds ? part(17, ':', 59) : 0;
  const bool is_moment = (rest.empty() || has_time) && moment.size() >= 10 && is_date(moment.substr(0, 10));
  if (!is_moment || hour < 0 || minute < 0 || second < 0)
    throw InputError("'" + std::string(moment) +
                     "' is no moment: write a revision's number, or YYYY-MM-DD or YYYY-MM-DDTHH:MM:SS, in UTC");
  const std::uint32_t day = first_day(moment.substr(0, 10));
  std::tm parts{};
  parts.tm_year = static_cast<int>(day / 10000) - 1900;
  parts.tm_mon = static_cast<int>(day / 100 % 100) - 1;
  parts.tm_mday = static_cast<int>(day % 100);
  parts.tm_hour = hour;
  parts.tm_min = minute;
  parts.tm_sec = second;
  return timegm(&parts);
}

}  // namespace

RevisionInfo newest_revision(const IndexView& index) {
  const Xapian::Database& database = only_one(index);
  RevisionInfo newest{newest_revision_number(database), {}};
  each_revision(database, newest.number, [&](const Revision& revision) {
    newest.time = utc_text(revision.time);
    return true;
  });
  return newest;
}

std::uint64_t revision_before(const IndexView& index, std::string_view moment) {
  const std::int64_t time = time_of(moment);
  std::optional<std::uint64_t> first_after;
  bool is_oldest = true;
  const Xapian::Database& database = only_one(index);
  each_revision(database, 0, [&](const Revision& revision) {
    if (revision.time >= time) {
      first_after = revision.number;
      if (is_oldest && revision.number > 1) throw_forgotten(revision, std::string(moment));
    }
    is_oldest = false;
    return !first_after;
  });
  return first_after ? *first_after - 1 : newest_revision_number(database);
}

ClaimDiff claim_diff(IndexView& index, std::uint64_t since) {
  return {newest_revision(index), ChangeReader(index, since).changes()};
}

std::vector<ClaimChange> changes_of(const std::vector<ClaimRecord>& before, const std::vector<ClaimRecord>& after) {
  Pairing pairing(before, after);
  pairing.take(say_the_same);
  std::vector<ClaimChange> changes;
  for (const Pairing::Alike alike : {are_of_the_same, stand_in_one_sentence})
    for (const auto& [old, now] : pairing.take(alike))
      changes.push_back({ClaimChange::Kind::altered, {}, {}, *old, *now});
  for (const ClaimRecord* old : pairing.before()) changes.push_back({ClaimChange::Kind::removed, {}, {}, *old, {}});
  for (const ClaimRecord* now : pairing.after()) changes.push_back({ClaimChange::Kind::added, {}, {}, {}, *now});
  std::stable_sort(changes.begin(), changes.end(),
                   [](const ClaimChange& a, const ClaimChange& b) { return place_of(a) < place_of(b); });
  return changes;
}

}  // namespace averment
