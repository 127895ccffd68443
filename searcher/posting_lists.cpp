// Posting lists kept in memory after they were read.
#include "searcher/posting_lists.hpp"

#include <algorithm>

#include "searcher/deadline.hpp"

namespace averment {
namespace {

constexpr unsigned postings_a_look = 4096;
constexpr std::size_t bytes_a_posting =
    sizeof(Xapian::docid) + sizeof(Xapian::termcount) + sizeof(double) + sizeof(Xapian::docid);  // with its bits

bool has_room_as_bits(Xapian::docid last, std::size_t size) {
  constexpr std::size_t bits = 8 * sizeof(Xapian::docid);
  return size * bits >= last;
}

/// Visits each document that has the term, and how often.
template <typename Visit>
void each_posting(const Xapian::Database& database, const std::string& term, const Visit& visit) {
  const Xapian::docid last = database.get_lastdocid();
  const auto end = database.postlist_end(term);
  Xapian::docid before = 0;
  unsigned read = 0;
  for (auto at = database.postlist_begin(term); at != end; ++at) {
    if (++read % postings_a_look == 0) check_time(steps_a_look);
    const Xapian::docid number = *at;
    if (number <= before || number > last)
      throw Xapian::DatabaseCorruptError("a list's documents are not in order, or above the greatest");
    visit(before = number, at.get_wdf());
  }
}

PostingLists::Pointer read_list(const Xapian::Database& database, const std::string& term) {
  auto list = std::make_shared<PostingList>();
  const std::size_t size = std::min(database.get_termfreq(term), database.get_lastdocid());  // if damaged, anything
  list->numbers.reserve(size);
  list->counts.reserve(size);
  each_posting(database, term, [&](Xapian::docid number, Xapian::termcount count) { list->add(number, count); });
  return list;
}

/// The counts of all the terms are added up.
PostingLists::Pointer read_joined(const Xapian::Database& database, const WeighedTerm& term) {
  const Xapian::docid last = database.get_lastdocid();
  MatchSet set(last);
  std::vector<Xapian::termcount> counts(MatchSet::room(last));
  for (const std::string& form : term)
    each_posting(database, form, [&](Xapian::docid number, Xapian::termcount count) {
      set.insert(number);
      counts[number] += count;
    });
  auto list = std::make_shared<PostingList>();
  list->numbers.reserve(set.count());
  list->counts.reserve(set.count());
  set.each([&](Xapian::docid number) { list->add(number, counts[number]); });
  return list;
}

std::string key_of(const WeighedTerm& term) {
  std::string key;
  for (const std::string& form : term) key.append(form) += '\0';
  return key;
}

}  // namespace

std::size_t PostingList::place_of(Xapian::docid number, std::size_t place) const {
  // Doubling steps, for the next one asked for is seldom far.
  std::size_t step = 1, end = place;
  while (end < numbers.size() && numbers[end] < number) {
    place = end + 1;
    end += step;
    step *= 2;
  }
  const auto at = [&](std::size_t offset) { return numbers.begin() + static_cast<std::ptrdiff_t>(offset); };
  return static_cast<std::size_t>(std::lower_bound(at(place), at(std::min(end, numbers.size())), number) -
                                  numbers.begin());
}

PostingLists::Pointer PostingLists::read(const Xapian::Database& database, const WeighedTerm& term) {
  const std::string key = key_of(term);
  if (Pointer known = find(key)) return known;
  Pointer list = term.size() == 1 ? read_list(database, term.front()) : read_joined(database, term);
  const Xapian::docid last = database.get_lastdocid();
  if (has_room_as_bits(last, list->numbers.size())) list->set.emplace(last, list->numbers);
  return keep(key, std::move(list));
}

PostingLists::Pointer PostingLists::read_to_look(const Xapian::Database& database, const WeighedTerm& term,
                                                 std::uint64_t documents) {
  const std::string key = key_of(term);
  if (Pointer known = find(key)) return known;
  // One document costs as much as reading so many postings. The whole is read once that would have been quicker.
  constexpr std::uint64_t skipping_costs = 8;
  constexpr std::size_t most_looked = 10'000;
  if (looked_.size() >= most_looked) looked_.clear();
  std::uint64_t& looked = looked_[key];
  looked += documents * term.size();
  return looked * skipping_costs < most(database, term) ? nullptr : read(database, term);
}

std::uint64_t PostingLists::most(const Xapian::Database& database, const WeighedTerm& term) const {
  if (const Pointer known = find(key_of(term))) return known->numbers.size();
  std::uint64_t sum = 0;
  for (const std::string& form : term) sum += database.get_termfreq(form);
  return sum;
}

void PostingLists::clear() {
  lists_.clear();
  looked_.clear();
  bytes_ = 0;
}

PostingLists::Pointer PostingLists::find(const std::string& key) const {
  const auto found = lists_.find(key);
  return found == lists_.end() ? nullptr : found->second;
}

PostingLists::Pointer PostingLists::keep(const std::string& key, Pointer list) {
  const std::size_t bytes = sizeof(PostingList) + key.size() + list->numbers.size() * bytes_a_posting;
  if (bytes > most_bytes_) return list;
  if (bytes_ + bytes > most_bytes_) clear();
  bytes_ += bytes;
  return lists_.emplace(key, std::move(list)).first->second;
}

}  // namespace averment
