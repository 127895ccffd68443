// Texts made to be slow: each is read, analyzed, indexed and asked for in time linear in its size, in bounded memory.
//   adversarial_texts_test [--long] [--part N/OF] [NAME]...
// Prints a table; exits with 1 where a text breaks a bound. Sizes are 1 and 4 MB; --long: 1, 4 and 10.
#include <sys/wait.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

#include "averment/searcher.hpp"
#include "cost.hpp"
#include "indexer/document_builder.hpp"
#include "indexer/index_writer.hpp"
#include "indexer/report_check.hpp"
#include "indexer/text_reader.hpp"
#include "language/report_analyzer.hpp"
#include "tests/temporary_folder.hpp"
#include "texts.hpp"

namespace averment {
namespace {

constexpr std::size_t megabyte = 1 << 20;

// Linear time has the ratio of the sizes, quadratic time its square. A run may be half as fast as the one before it
// where other programs want the same caches.
constexpr double tolerance = 2;
constexpr double least_seconds = 0.05;  // Of less, other things take most than the text's size.
constexpr int tries = 3;
constexpr unsigned most_seconds = 120;  // a megabyte takes less than 4

// Of memory a byte of text, and beside it.
constexpr double memory_times = 250, memory_beside = 100;

struct Settings {
  std::vector<std::size_t> sizes = {1, 4};  // MB
  unsigned part = 0, parts = 1;
  std::vector<std::string> names;
};

void read_and_ask(ReportAnalyzer& analyzer, const TemporaryFolder& folder, const std::string& text,
                  const StageDone& done) {
  const std::filesystem::path file = folder.write("text.txt", text), index = folder / "index";
  done(reading);
  std::vector<Report> reports;
  read_text_file(file, "id", {"text.txt", file, 64 * megabyte}, [&](ReadItem item) {
    if (Report* report = std::get_if<Report>(&item)) reports.push_back(std::move(*report));
    return true;
  });
  IndexWriter writer(index, "test");
  for (Report& report : reports) try {
      check_report(report);
      const std::string content = content_hash(report, "1");
      done(reading);
      AnalyzedReport analyzed = analyzer.analyze(std::move(report));
      done(analyzing);
      writer.put(build_document(std::move(analyzed), content));
    } catch (const InputError&) {
      done(reading);  // It is refused: that, too, is to take no longer.
    }
  writer.commit();
  done(writing);
  Searcher searcher(index);
  const Query query = parse_query("killed OR \"two hundred\" OR (river near/5 rose)");
  searcher.search(query);
  searcher.claims(query, {.limit = 10});
  searcher.count_claims(parse_query("n>=2 category:killed"));
  done(asking);
}

Cost cost_of_text(ReportAnalyzer& analyzer, const std::string& text) {
  const TemporaryFolder folder;
  return cost_of([&](const StageDone& done) { read_and_ask(analyzer, folder, text, done); }, most_seconds);
}

std::string shown(const Cost& cost) {
  char text[100];
  std::snprintf(text, sizeof text, "%6.2f s (%.2f %.2f %.2f %.2f) %5.0f MB", cost.total(), cost.seconds[reading],
                cost.seconds[analyzing], cost.seconds[writing], cost.seconds[asking], cost.megabytes);
  return text;
}

/// Empty: it is within all bounds. The quickest of some tries counts where one breaks a bound of time.
std::string broken_bound(ReportAnalyzer& analyzer, const AdversarialText& text, const std::vector<std::size_t>& sizes) {
  double first = 0;
  for (const std::size_t size : sizes) {
    const std::string made = text.make(size * megabyte);
    const double most = first * static_cast<double>(size) / static_cast<double>(sizes.front()) * tolerance;
    Cost cost = cost_of_text(analyzer, made);
    for (int left = tries; first > 0 && cost.status == 0 && cost.total() > most && left > 1; --left) {
      const Cost again = cost_of_text(analyzer, made);
      if (again.status != 0 || again.total() < cost.total()) cost = again;
    }
    std::printf("%-32.32s %3zu MB %s\n", text.name.c_str(), size, shown(cost).c_str());
    if (cost.status != 0)
      return WIFSIGNALED(cost.status) ? "ended by signal " + std::to_string(WTERMSIG(cost.status)) : "failed";
    if (cost.megabytes > memory_times * static_cast<double>(size) + memory_beside) return "takes too much memory";
    if (first > 0 && cost.total() > most) return "takes time that is not linear in its size";
    if (first == 0) first = std::max(cost.total(), least_seconds);
  }
  return {};
}

bool wanted(const Settings& settings, std::size_t number, const std::string& name) {
  if (settings.names.empty()) return number % settings.parts == settings.part;
  return std::find(settings.names.begin(), settings.names.end(), name) != settings.names.end();
}

Settings settings_of(int argc, char** argv) {
  Settings settings;
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--long")
      settings.sizes = {1, 4, 10};
    else if (argument == "--part" && i + 1 < argc)
      std::sscanf(argv[++i], "%u/%u", &settings.part, &settings.parts);
    else
      settings.names.push_back(argument);
  }
  return settings;
}

int run(const Settings& settings) {
  ReportAnalyzer analyzer(load_knowledge());
  std::size_t number = 0, seen = 0, broken = 0;
  for (const AdversarialText& text : adversarial_texts()) {
    if (!wanted(settings, number++, text.name)) continue;
    ++seen;
    const std::string bound = broken_bound(analyzer, text, settings.sizes);
    if (bound.empty()) continue;
    ++broken;
    std::printf("BROKEN: \"%s\" %s\n", text.name.c_str(), bound.c_str());
  }
  std::printf("%zu texts, %zu out of bounds\n", seen, broken);
  return seen > 0 && broken == 0 ? 0 : 1;
}

}  // namespace
}  // namespace averment

int main(int argc, char** argv) { return averment::run(averment::settings_of(argc, argv)); }
