// A Xapian query for the reports whose value in a slot passes a test of our own.
#include "searcher/slot_filter.hpp"

#include <charconv>
#include <map>
#include <mutex>

namespace averment {
namespace {

/// Xapian gives no way back from a query to its posting source but the source's description: conditions are found under
/// the number that it tells.
class Conditions {
 public:
  std::uint64_t add(const std::shared_ptr<const SlotCondition>& condition) {
    const std::lock_guard lock(mutex_);
    std::erase_if(conditions_, [](const auto& known) { return known.second.expired(); });
    conditions_[++last_] = condition;
    return last_;
  }
  std::shared_ptr<const SlotCondition> find(std::uint64_t number) {
    const std::lock_guard lock(mutex_);
    const auto found = conditions_.find(number);
    return found == conditions_.end() ? nullptr : found->second.lock();
  }

 private:
  std::mutex mutex_;
  std::uint64_t last_ = 0;
  std::map<std::uint64_t, std::weak_ptr<const SlotCondition>> conditions_;
};

Conditions& conditions() {
  static Conditions all;
  return all;
}

constexpr std::string_view described_as = "averment slot condition ";

class SlotFilter : public Xapian::ValuePostingSource {
 public:
  SlotFilter(std::shared_ptr<const SlotCondition> condition, std::uint64_t number)
      : ValuePostingSource(condition->slot), condition_(std::move(condition)), number_(number) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(0);
    test_ = condition_->make(database);
  }
  void next(double least_weight) override {
    if (!test_) return;
    ValuePostingSource::next(least_weight);
    pass(least_weight);
  }
  void skip_to(Xapian::docid id, double least_weight) override {
    if (!test_) return;
    ValuePostingSource::skip_to(id, least_weight);
    pass(least_weight);
  }
  bool check(Xapian::docid id, double least_weight) override {
    if (!test_) return true;  // at the end
    if (!ValuePostingSource::check(id, least_weight)) return false;
    if (at_end() || test_(get_value())) return true;
    if (get_docid() == id) return false;
    pass(least_weight);
    return true;
  }
  bool at_end() const override { return !test_ || ValuePostingSource::at_end(); }
  // How many pass is not known before they are tested.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return test_ ? ValuePostingSource::get_termfreq_max() : 0; }
  SlotFilter* clone() const override { return new SlotFilter(condition_, number_); }
  std::string get_description() const override { return std::string(described_as) + std::to_string(number_); }

 private:
  void pass(double least_weight) {
    while (!at_end() && !test_(get_value())) ValuePostingSource::next(least_weight);
  }

  std::shared_ptr<const SlotCondition> condition_;
  std::uint64_t number_;
  SlotTest test_;
};

}  // namespace

Xapian::Query slot_filter(Xapian::valueno slot, MakeSlotTest make) {
  const auto condition = std::make_shared<const SlotCondition>(SlotCondition{slot, std::move(make)});
  return Xapian::Query((new SlotFilter(condition, conditions().add(condition)))->release());
}

std::shared_ptr<const SlotCondition> slot_condition(const Xapian::Query& query) {
  if (query.get_type() != Xapian::Query::LEAF_POSTING_SOURCE) return nullptr;
  const std::string description = query.get_description();
  const std::size_t at = description.find(described_as);
  if (at == description.npos) return nullptr;
  const char* digits = description.data() + at + described_as.size();
  std::uint64_t number = 0;
  std::from_chars(digits, description.data() + description.size(), number);
  return conditions().find(number);
}

}  // namespace averment
