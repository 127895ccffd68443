// A Xapian query for the reports whose value in a slot passes a test of our own.
#include "searcher/slot_filter.hpp"

#include <memory>

namespace averment {
namespace {

using Test = std::function<bool(std::string_view)>;

class SlotFilter : public Xapian::ValuePostingSource {
 public:
  SlotFilter(Xapian::valueno number, std::shared_ptr<const Test> test)
      : ValuePostingSource(number), test_(std::move(test)) {}

  void init(const Xapian::Database& database) override {
    ValuePostingSource::init(database);
    set_maxweight(0);
  }
  void next(double least_weight) override {
    ValuePostingSource::next(least_weight);
    pass(least_weight);
  }
  void skip_to(Xapian::docid id, double least_weight) override {
    ValuePostingSource::skip_to(id, least_weight);
    pass(least_weight);
  }
  bool check(Xapian::docid id, double least_weight) override {
    if (!ValuePostingSource::check(id, least_weight)) return false;
    if (at_end() || (*test_)(get_value())) return true;
    if (get_docid() == id) return false;
    pass(least_weight);
    return true;
  }
  // How many pass is not known before they are tested.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  SlotFilter* clone() const override { return new SlotFilter(get_slot(), test_); }

 private:
  void pass(double least_weight) {
    while (!at_end() && !(*test_)(get_value())) ValuePostingSource::next(least_weight);
  }

  std::shared_ptr<const Test> test_;
};

}  // namespace

Xapian::Query slot_filter(Xapian::valueno slot, Test test) {
  return Xapian::Query((new SlotFilter(slot, std::make_shared<const Test>(std::move(test))))->release());
}

}  // namespace averment
