// Texts made to be slow: each is read, analyzed, indexed and asked for in time linear in its size, in bounded memory.
//   adversarial_texts_test [--long] [--part N/OF] [NAME]...
// Prints a table; exits with 1 where a text breaks a bound. Sizes are a quarter of a MB, 1 and, where that took less
// than half a second, 4 MB; --long: 1, 4 and 10 MB.
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

constexpr std::size_t kilobyte = 1 << 10, megabyte = 1 << 20;

// Linear time has the ratio of the sizes, quadratic time its square. A run may be half as fast as the one before it
// where other programs want the same caches.
constexpr double tolerance = 2;
constexpr double least_seconds = 0.05;  // Of less, other things take most than the text's size.
constexpr double enough_seconds = 0.5;  // After so many, the short form has seen enough of a text.
constexpr int tries = 3;
constexpr unsigned most_seconds = 120;  // a megabyte takes less than 4

// MB of memory for each MB of text, and beside it.
constexpr double memory_times = 250, memory_beside = 100;

struct Settings {
  std::vector<std::size_t> sizes = {256, 1024, 4096};  // kB
  bool is_long = false;
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
  searcher.corroborate({}, {.limit = 1, .figures = 1, .claims = 1});
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

/// The quickest of some tries, where one takes more than `most` seconds; of the first size, 0: no bound is known yet.
Cost quickest(ReportAnalyzer& analyzer, const std::string& text, double most) {
  Cost cost = cost_of_text(analyzer, text);
  for (int left = tries; most > 0 && cost.status == 0 && cost.total() > most && left > 1; --left) {
    const Cost again = cost_of_text(analyzer, text);
    if (again.status != 0 || again.total() < cost.total()) cost = again;
  }
  return cost;
}

std::string broken_bound(const Cost& cost, double most_time, double megabytes) {
  if (WIFSIGNALED(cost.status)) return "ended by signal " + std::to_string(WTERMSIG(cost.status));
  if (cost.status != 0) return "failed";
  if (cost.megabytes > memory_times * megabytes + memory_beside) return "takes too much memory";
  if (most_time > 0 && cost.total() > most_time) return "takes time that is not linear in its size";
  return {};
}

/// Each size compared with the one before. Empty: all is within bounds.
std::string broken_bound(ReportAnalyzer& analyzer, const AdversarialText& text, const Settings& settings) {
  double most = 0;
  for (std::size_t i = 0; i < settings.sizes.size(); ++i) {
    const std::size_t size = settings.sizes[i];
    const Cost cost = quickest(analyzer, text.make(size * kilobyte), most);
    std::printf("%-32.32s %5zu kB %s\n", text.name.c_str(), size, shown(cost).c_str());
    const std::string broken = broken_bound(cost, most, static_cast<double>(size) / kilobyte);
    if (!broken.empty()) return broken;
    if (i + 1 == settings.sizes.size() || (!settings.is_long && cost.total() > enough_seconds)) break;
    const double times = static_cast<double>(settings.sizes[i + 1]) / static_cast<double>(size);
    most = std::max(cost.total(), least_seconds) * times * tolerance;
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
    if (argument == "--long") {
      settings.sizes = {1024, 4096, 10240};
      settings.is_long = true;
    } else if (argument == "--part" && i + 1 < argc) {
      std::sscanf(argv[++i], "%u/%u", &settings.part, &settings.parts);
    } else {
      settings.names.push_back(argument);
    }
  }
  return settings;
}

int run(const Settings& settings) {
  ReportAnalyzer analyzer(load_knowledge());
  std::size_t number = 0, seen = 0, broken = 0;
  for (const AdversarialText& text : adversarial_texts()) {
    if (!wanted(settings, number++, text.name)) continue;
    ++seen;
    const std::string bound = broken_bound(analyzer, text, settings);
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
