// averment show: a report with its claims marked, or a claim with its evidence.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/comparison_records.hpp"
#include "cli/comparison_table.hpp"
#include "cli/copy_text.hpp"
#include "cli/database.hpp"
#include "cli/display_text.hpp"
#include "cli/figure_text.hpp"
#include "cli/record_writer.hpp"
#include "cli/terminal.hpp"

namespace averment::cli {
namespace {

void line(std::string_view name, const std::string& value) {
  if (!value.empty()) std::cout << fmt::format("{:<12}{}\n", name, one_line(value));
}

/// "killed ≥ 300 North Korean soldiers"
std::string in_short(const ClaimRecord& record) {
  const Claim& claim = record.claim;
  return one_line(fmt::format("{} {} {}", name_of(claim.category), figure_text(record, true), claim.group));
}

std::string credited(const ClaimRecord& record) {
  const std::optional<Attribution>& source = record.claim.source;
  if (!source) return "the report itself";
  std::string text = source->called();
  if (!source->via.empty()) text += fmt::format(", via {}", fmt::join(source->via, ", "));
  return text;
}

/// The text with [figure]^number where a claim's figure stands; claims that share a figure share the brackets.
std::string marked_text(const StoredReport& stored, const Style& style) {
  const std::string& text = stored.report.text;
  std::string out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < stored.claims.size(); ++i) {
    const Span figure = stored.claims[i].claim.figure;
    if (figure.begin < at) continue;
    std::string numbers = std::to_string(i + 1);
    for (std::size_t k = i + 1; k < stored.claims.size() && stored.claims[k].claim.figure == figure; ++k)
      numbers += fmt::format(",{}", k + 1);
    out += without_controls(text.substr(at, figure.begin - at));
    out += style.bold(fmt::format("[{}]", without_controls(text.substr(figure.begin, figure.size()))));
    out += style.dim("^" + numbers);
    at = figure.end;
  }
  return out + without_controls(text.substr(at));
}

void print_report(const StoredReport& stored, const std::vector<CopyRecord>& copies, const Style& style) {
  const Report& report = stored.report;
  line("report", report.id);
  line("title", report.title);
  line("outlet", report.outlet.empty() ? "(unknown)" : report.outlet);
  line("published", report.published);
  line("language", report.lang);
  line("url", report.url);
  line("file",
       report.origin.line > 0 ? fmt::format("{}:{}", report.origin.path, report.origin.line) : report.origin.path);
  line("tags", fmt::format("{}", fmt::join(report.tags, ", ")));
  line("sha256", stored.sha256);
  const std::string text = marked_text(stored, style);
  std::cout << '\n' << text << (text.ends_with('\n') ? "\n" : "\n\n");
  for (std::size_t i = 0; i < stored.claims.size(); ++i) {
    const ClaimRecord& record = stored.claims[i];
    std::cout << fmt::format("{:>3}. {}, {}: {} {}\n", i + 1, in_short(record), name_of(record.claim.modality),
                             one_line(credited(record)), style.dim(record.claim_id));
  }
  if (copies.empty()) return;
  std::cout << '\n';
  for (const CopyRecord& copy : copies)
    line("copy", fmt::format("{}, {}: {}", copy.report, copy.outlet.empty() ? "(unknown)" : copy.outlet,
                             shared_text(copy.shared)));
}

/// The sentence with the figure in brackets.
std::string evidence(const ClaimRecord& record, const Style& style) {
  const Span figure = record.claim.figure;
  const Span sentence = record.claim.sentence;
  if (!sentence.contains(figure)) return one_line(record.sentence);
  const std::size_t begin = figure.begin - sentence.begin;
  return without_controls(record.sentence.substr(0, begin)) +
         style.bold(fmt::format("[{}]", without_controls(record.figure))) +
         without_controls(record.sentence.substr(begin + figure.size()));
}

void print_source(const Claim& claim) {
  if (!claim.source) return line("source", "(none): the report says it in its own voice");
  const Attribution& source = *claim.source;
  line("source", source.called());
  line("as written", source.source);
  line("type", source.type);
  line("party", source.party);
  line("cue", source.cue);
  line("speech", source.direct ? "direct" : "indirect");
  line("via", fmt::format("{}", fmt::join(source.via, ", ")));
}

void print_claim(const ClaimRecord& record, const Style& style) {
  const Claim& claim = record.claim;
  line("claim", record.claim_id);
  line("says", in_short(record));
  line("modality", std::string(name_of(claim.modality)));
  print_source(claim);
  if (claim.stake != Stake::unknown) line("stake", std::string(name_of(claim.stake)));
  if (!claim.counted.kind.empty()) line("counted as", people_text(claim.category, claim.counted));
  line("event date", claim.event_date);
  line("place", claim.place);
  std::cout << "\n  " << evidence(record, style) << "\n\n";
  line("report", record.report);
  line("title", record.title);
  line("outlet", record.outlet.empty() ? "(unknown)" : record.outlet);
  line("published", record.published);
  line("url", record.url);
  line("figure at", fmt::format("{}-{} (code points)", record.start, record.end));
  line("sha256", record.report_sha256);
  line("share of", record.share_of);
  line("rule", fmt::format("{}, confidence {:.2f}", claim.rule, claim.confidence));
}

int run(const Options& options) {
  const std::string& id = options.arguments.front();
  const Format format = options.format.value_or(Format::table);
  Searcher searcher = open_searcher(options);
  if (const std::optional<StoredReport> report = searcher.report(id)) {
    if (format == Format::table)
      print_report(*report, searcher.copies(id), output_style(options));
    else
      write_one(std::cout, format, with_findings(*report, searcher.copies(id)), options);
    return exit_done;
  }
  if (const std::optional<ClaimRecord> claim = searcher.claim(id)) {
    const RelatedClaims related = searcher.related(id).value_or(RelatedClaims());
    if (format == Format::table) {
      print_claim(*claim, output_style(options));
      std::cout << '\n';
      print_related(std::cout, related, output_style(options));
    } else {
      Json json = to_json(*claim);
      json.update(to_json(related));
      write_one(std::cout, format, json, options);
    }
    return exit_done;
  }
  std::cerr << one_line(fmt::format("averment: there is no report and no claim '{}'", id)) << '\n';
  return exit_nothing_found;
}

constexpr std::string_view description =
    R"(Shows a report with its text, the figures of claims marked, the claims numbered
below, and copies of it; or a claim, by the claim_id that JSON has, in its
sentence with all that is needed to check it, and who else says so, who only
repeats it, and who differs.

  averment show reports/2025-02-19.txt
  averment show 3f1c09aa52d0b7e4 --format json)";

}  // namespace

Command show_command() {
  return {.name = "show",
          .usage = "[OPTION]... ID",
          .summary = "show a report with its claims, or a claim with its evidence",
          .description = description,
          .options = {"db", "format", "fields", "raw", "color"},
          .least_arguments = 1,
          .most_arguments = 1,
          .run = run};
}

}  // namespace averment::cli
