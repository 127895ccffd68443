// averment eval: claims that are found against claims that people read.
#include <fmt/format.h>

#include <iostream>

#include "averment/evaluation.hpp"
#include "cli/command.hpp"
#include "cli/display_text.hpp"
#include "cli/records.hpp"
#include "cli/rejection_printer.hpp"
#include "cli/score_table.hpp"
#include "cli/signals.hpp"
#include "cli/standard_input.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {
namespace {

struct Compared {
  std::vector<GoldClaim> gold;
  std::vector<ClaimRecord> found;
  ClaimComparison comparison;
  std::vector<Miss> misses;
};

ReadReports read(const Options& options, std::istream& standard_input) {
  IngestOptions reading;
  reading.paths.assign(options.arguments.begin() + 1, options.arguments.end());
  reading.standard_input = &standard_input;
  reading.size_limit = options.size_limit;
  reading.nesting_limit = options.nesting_limit;
  reading.interrupted = interrupted;
  return read_reports(reading, options.lexicons, print_rejection);
}

/// Gold of reports that were not given is missed; that is rarely meant.
void tell_of_absent_reports(const std::vector<GoldClaim>& gold, const ReadReports& reports) {
  const auto is_absent = [&](const GoldClaim& claim) { return !reports.texts.contains(claim.report); };
  const auto first = std::find_if(gold.begin(), gold.end(), is_absent);
  if (first == gold.end()) return;
  const auto absent = static_cast<std::uint64_t>(std::count_if(first, gold.end(), is_absent));
  std::cerr << one_line(fmt::format("averment: {} of reports that were not given, taken as missed; the first: {}",
                                    counted(absent, "gold claim"), first->report))
            << '\n';
}

/// Leaves what is of reports in one language.
void keep_language(Compared& compared, const std::string& language) {
  std::erase_if(compared.gold, [&](const GoldClaim& claim) { return claim.lang != language; });
  std::erase_if(compared.found, [&](const ClaimRecord& claim) { return claim.lang != language; });
}

std::string marked_sentence(const Miss& miss, const Style& style) {
  const std::string& text = miss.sentence;
  const Span figure = miss.figure;
  if (figure.size() == 0) return one_line(text);
  return one_line(text.substr(0, figure.begin) + "[") + style.bold(one_line(text.substr(figure.begin, figure.size()))) +
         one_line("]" + text.substr(figure.end));
}

std::string shown(const Json& value) {
  return value.is_null() ? "-" : value.is_string() ? value.get<std::string>() : value.dump();
}

/// Of a pair, what the gold says and what was read: of the keys that the kind is about.
std::string difference(const Compared& compared, const Miss& miss) {
  std::vector<const char*> keys;
  if (miss.kind == Miss::Kind::wrong_value) keys = {"low", "high", "share"};
  if (miss.kind == Miss::Kind::wrong_group) keys = {"group"};
  if (miss.kind == Miss::Kind::wrong_source) keys = {"source", "source_name"};
  if (keys.empty()) return {};
  const Json gold = compared_json(compared.gold[*miss.gold]), found = compared_json(compared.found[*miss.found]);
  std::string should, is;
  for (const char* key : keys) {
    should += fmt::format(" {}", shown(gold[key]));
    is += fmt::format(" {}", shown(found[key]));
  }
  return one_line(fmt::format("gold{}; found{}", should, is));
}

const std::string& report_of(const Compared& compared, const Miss& miss) {
  return miss.gold ? compared.gold[*miss.gold].report : compared.found[*miss.found].report;
}

/// Misses of one kind and detail, which stand together.
using Alike = std::span<const Miss>;

std::vector<Alike> alike(const std::vector<Miss>& misses) {
  std::vector<Alike> groups;
  for (auto first = misses.begin(); first != misses.end();) {
    const auto last = std::find_if(first, misses.end(), [&](const Miss& miss) {
      return miss.kind != first->kind || miss.detail != first->detail;
    });
    groups.emplace_back(first, last);
    first = last;
  }
  return groups;
}

Alike examples(Alike group, std::uint32_t most) { return group.first(std::min<std::size_t>(group.size(), most)); }

void print_misses(const Compared& compared, std::uint32_t most, const Style& style) {
  std::optional<Miss::Kind> kind;
  for (const Alike group : alike(compared.misses)) {
    const Miss& first = group.front();
    if (kind != first.kind) {
      kind = first.kind;
      const auto all = std::count_if(compared.misses.begin(), compared.misses.end(),
                                     [&](const Miss& miss) { return miss.kind == first.kind; });
      std::cout << fmt::format("\n{}: {}\n", name_of(first.kind), all);
    }
    std::cout << fmt::format("  {}: {}\n", one_line(first.detail.empty() ? "-" : first.detail), group.size());
    for (const Miss& miss : examples(group, most)) {
      std::cout << fmt::format("    {}: {}\n", one_line(report_of(compared, miss)), marked_sentence(miss, style));
      if (const std::string line = difference(compared, miss); !line.empty()) std::cout << "      " << line << '\n';
    }
  }
}

Json example_json(const Compared& compared, const Miss& miss) {
  Json json{{"report", report_of(compared, miss)}, {"sentence", miss.sentence}};
  json["gold"] = miss.gold ? compared_json(compared.gold[*miss.gold]) : Json(nullptr);
  json["found"] = miss.found ? compared_json(compared.found[*miss.found]) : Json(nullptr);
  return json;
}

void print_lines(const Compared& compared, std::uint32_t most) {
  std::cout << to_line(to_json(compared.comparison.scores)) << '\n';
  for (const Alike group : alike(compared.misses)) {
    Json json{{"schema", "averment/misses/1"}, {"kind", name_of(group.front().kind)}};
    json["detail"] = group.front().detail;
    json["count"] = group.size();
    json["examples"] = Json::array();
    for (const Miss& miss : examples(group, most)) json["examples"].push_back(example_json(compared, miss));
    std::cout << to_line(json) << '\n';
  }
}

void print(const Options& options, const Compared& compared) {
  if (options.format == Format::jsonl) return print_lines(compared, options.examples);
  std::cout << score_table(compared.comparison.scores);
  print_misses(compared, options.examples, output_style(options));
}

void expect_sense(const Options& options) {
  const Format format = options.format.value_or(Format::table);
  if (format != Format::table && format != Format::jsonl) throw UsageError("--format: eval prints text or jsonl");
  const bool reads_reports = options.arguments.size() > 1;
  if (reads_reports && !options.found.empty())
    throw UsageError("--found scores claims that were exported: name no reports with it");
  if (!reads_reports && !options.language.empty())
    throw UsageError("--lang asks for the reports' language: name the reports behind the gold");
  if (!reads_reports && options.found.empty())
    throw UsageError("nothing to score: name the reports behind the gold, or claims with --found FILE");
}

int run(const Options& options) {
  expect_sense(options);
  watch_for_interruption();
  StandardInput buffer;
  std::istream standard_input(&buffer);
  Compared compared;
  compared.gold = read_gold_claims(options.arguments.front());
  ReadReports reports;
  if (options.found.empty()) {
    reports = read(options, standard_input);
    if (reports.interrupted) return exit_interrupted;
    compared.found = std::move(reports.claims);
  } else {
    compared.found = read_claim_records(options.found);
  }
  locate(compared.gold, reports);
  if (!options.language.empty()) keep_language(compared, options.language);
  if (options.found.empty()) tell_of_absent_reports(compared.gold, reports);
  compared.comparison = compare_claims(compared.gold, compared.found);
  compared.misses = misses(compared.comparison, compared.gold, compared.found, options.lexicons);
  print(options, compared);
  return reports.rejected > 0 ? exit_some_rejected : exit_done;
}

constexpr std::string_view description =
    R"(Reads reports, without an index, and compares the claims found in them with
claims that people read in them: GOLD, JSON Lines as docs/evaluation.md
describes. PATH is what `averment index` takes; each report's id must be the
one that GOLD gives it. --found scores an export instead.

Prints precision, recall and F1 of the claims that are detected (right place
and category), valued (and the gold's bounds) and attributed (and its source),
then what was read wrongly, by kind and cause: whoever extends the lexicons
sees what is missing. --format is text or jsonl (docs/records.md).

  averment eval corpus/gold/claims.jsonl corpus/reports
  averment eval --lang es corpus/gold/claims.jsonl corpus/reports
  averment eval --lexicons mine --examples 10 gold.jsonl reports.jsonl
  averment export --modality all > found.jsonl
  averment eval --found found.jsonl gold.jsonl)";

}  // namespace

Command eval_command() {
  return {.name = "eval",
          .usage = "[OPTION]... GOLD [PATH...]",
          .summary = "measure how well reports are read, against claims read by people",
          .description = description,
          .options = {"found", "examples", "lang", "lexicons", "size-limit", "nesting-limit", "format", "color"},
          .least_arguments = 1,
          .most_arguments = any_number,
          .run = run};
}

}  // namespace averment::cli
