// The work that is disturbed: batches of reports, and what an index holds after each.
#include "tests/faults/plan.hpp"

#include "averment/searcher.hpp"

namespace averment::faults {
namespace {

std::string id(unsigned batch, unsigned report) {
  return "reports/" + std::to_string(batch) + "-" + std::to_string(report) + ".txt";
}

std::string figure(unsigned batch, unsigned report, unsigned version) {
  return std::to_string(1000 * batch + 10 * report + version + 2);
}

Report report_of(unsigned batch, unsigned report, unsigned version) {
  Report made;
  made.id = id(batch, report);
  made.outlet = "Outlet " + std::to_string(report % 3);
  made.published = "2025-02-1" + std::to_string(batch % 10);
  made.lang = "en";
  made.text = "Shelling in the valley\n\nPolice said " + figure(batch, report, version) +
              " people were killed in district " + std::to_string(report) + ", near the river, on Monday.";
  return made;
}

std::string written(const Report& report, const std::string& figure) { return report.text + " | " + figure; }

}  // namespace

State Plan::after(unsigned batch) const {
  State state;
  for (unsigned b = 1; b <= batch; ++b) {
    for (unsigned r = 0; r < reports; ++r) state[id(b, r)] = written(report_of(b, r, 0), figure(b, r, 0));
    if (b == 1) continue;
    state[id(b - 1, 0)] = written(report_of(b - 1, 0, 1), figure(b - 1, 0, 1));
    state.erase(id(b - 1, 1));
  }
  return state;
}

void work(const Plan& plan, const std::filesystem::path& index, const std::function<void(unsigned)>& committed) {
  Indexer indexer(index);
  for (unsigned b = 1; b <= plan.batches; ++b) {
    for (unsigned r = 0; r < plan.reports; ++r) indexer.put(report_of(b, r, 0));
    if (b > 1) {
      indexer.put(report_of(b - 1, 0, 1));
      indexer.remove(id(b - 1, 1));
    }
    indexer.commit();
    committed(b);
    if (b == plan.batches / 2) indexer.compact();
  }
}

State state_of(const std::filesystem::path& index) {
  State state, found;
  Searcher searcher(index);
  searcher.each_report({}, {}, [&](const StoredReport& report) {
    std::string& is = state[report.report.id] = report.report.text + " |";
    for (const ClaimRecord& claim : report.claims) is += " " + claim.figure;
    found[report.report.id] = report.report.text + " |";
  });
  searcher.each_claim({}, {}, [&](const ClaimRecord& claim) { found[claim.report] += " " + claim.figure; });
  if (found != state) state["claims that are found are not those of the reports"] = "";
  return state;
}

std::optional<unsigned> batch_of(const Plan& plan, const std::filesystem::path& index) {
  const State state = state_of(index);
  if (!Searcher(index).verify(/*files=*/false).empty()) return {};
  for (unsigned batch = 0; batch <= plan.batches; ++batch)
    if (state == plan.after(batch)) return batch;
  return {};
}

}  // namespace averment::faults
