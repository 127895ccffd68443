// Xapian as its guide shows it: TermGenerator, values, ValueCountMatchSpy, MSet::snippet.
#include <xapian.h>

#include "bench/engines/engine.hpp"
#include "bench/engines/xapian_folder.hpp"

namespace averment::bench {
namespace {

constexpr Xapian::valueno day_slot = 0, outlet_slot = 1, month_slot = 2;

std::uint64_t sum(const Xapian::ValueCountMatchSpy& spy) {
  std::uint64_t all = 0;
  for (auto value = spy.values_begin(); value != spy.values_end(); ++value) all += value.get_termfreq();
  return all;
}

class BareXapian : public Engine {
 public:
  void index(const IndexTask& task, Stages& stages) override {
    Xapian::WritableDatabase database(task.directory.string(), Xapian::DB_CREATE_OR_OPEN);
    Xapian::TermGenerator generator;
    generator.set_stemmer(stemmer_);
    each_report(task.reports, [&](const NewsReport& report) {
      Xapian::Document document;
      stages.time("tokens", [&] { add_words(generator, report, document); });
      document.add_boolean_term("Q" + report.id);
      document.add_value(day_slot, report.published);
      document.add_value(outlet_slot, report.outlet);
      document.add_value(month_slot, report.month());
      document.set_data(report.title + '\n' + report.text);
      stages.time("writing", [&] { database.add_document(document); });
      if (task.commit_each) stages.time("committing", [&] { database.commit(); });
    });
    stages.time("committing", [&] { database.commit(); });
  }

  void open(const std::filesystem::path& directory) override { database_ = Xapian::Database(directory.string()); }
  bool has(const std::string& report_id) override { return database_.term_exists("Q" + report_id); }

  Found search(const SearchTask& task) override {
    Xapian::Enquire enquire(database_);
    enquire.set_query(translate(task));
    if (task.by_date) enquire.set_sort_by_value_then_relevance(day_slot, true);
    Xapian::ValueCountMatchSpy outlets(outlet_slot), months(month_slot);
    if (task.facets) {
      enquire.add_matchspy(&outlets);
      enquire.add_matchspy(&months);
    }
    const Xapian::MSet hits = enquire.get_mset(0, task.limit, task.exact ? database_.get_doccount() : 0);
    Found found{hits.get_matches_estimated(), hits.size(), 0, 0, 0};
    for (auto hit = hits.begin(); hit != hits.end(); ++hit) {
      const std::string shown = hit.get_document().get_data();
      if (task.snippets) found.snippets += !hits.snippet(shown, 240, stemmer_).empty();
    }
    if (task.facets) {
      found.counted_outlets = sum(outlets);
      found.counted_months = sum(months);
    }
    return found;
  }

  void compact(const std::filesystem::path& directory) override { compact_folder(directory); }

 private:
  static void add_words(Xapian::TermGenerator& generator, const NewsReport& report, Xapian::Document& document) {
    generator.set_document(document);
    generator.set_termpos(0);
    generator.index_text(report.title);
    generator.increase_termpos();
    generator.index_text(report.text);
  }

  Xapian::Query translate(const SearchTask& task) const {
    Xapian::Query query = translate_words(task);
    if (task.first.empty()) return query;
    return {Xapian::Query::OP_FILTER, query,
            Xapian::Query(Xapian::Query::OP_VALUE_RANGE, day_slot, task.first, task.last)};
  }

  Xapian::Query translate_words(const SearchTask& task) const {
    using Query = Xapian::Query;
    if (task.kind == "phrase") return {Query::OP_PHRASE, task.words.begin(), task.words.end()};
    if (task.kind == "prefix") return {Query::OP_WILDCARD, task.words.front()};
    std::vector<Query> stems;
    for (const std::string& word : task.words) stems.emplace_back("Z" + stemmer_(word));
    return {task.kind == "any_of" ? Query::OP_OR : Query::OP_AND, stems.begin(), stems.end()};
  }

  Xapian::Stem stemmer_{"en"};
  Xapian::Database database_;
};

}  // namespace
}  // namespace averment::bench

int main(int argc, char** argv) {
  averment::bench::BareXapian engine;
  return averment::bench::run(engine, argc, argv);
}
