// A Xapian query for the reports whose value in a slot passes a test of our own.
#include "searcher/slot_filter.hpp"

#include <memory>

namespace averment {
namespace {

class SlotFilter : public Xapian::ValuePostingSource {
 public:
  SlotFilter(Xapian::valueno number, std::shared_ptr<const MakeSlotTest> make)
      : ValuePostingSource(number), make_(std::move(make)) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(0);
    test_ = (*make_)(database);
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
  SlotFilter* clone() const override { return new SlotFilter(get_slot(), make_); }

 private:
  void pass(double least_weight) {
    while (!at_end() && !test_(get_value())) ValuePostingSource::next(least_weight);
  }

  std::shared_ptr<const MakeSlotTest> make_;
  SlotTest test_;
};

}  // namespace

Xapian::Query slot_filter(Xapian::valueno slot, MakeSlotTest make) {
  return Xapian::Query((new SlotFilter(slot, std::make_shared<const MakeSlotTest>(std::move(make))))->release());
}

}  // namespace averment
