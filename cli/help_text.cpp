// What help says: of the program, a command, and topics.
#include "cli/help_text.hpp"

#include <fmt/format.h>

#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

constexpr std::size_t width = 80;

constexpr std::string_view query_help = R"help(A query is parsed whole: what cannot be understood is an error with its
position, never silently taken for text. The empty query matches everything.

  drone strike           both words, in any inflected form
  "drone strike"         the phrase, as written
  drone OR artillery     either; binds weaker than words side by side
  -denied, NOT denied    without it
  ( )                    groups; * alone is everything
  capt*                  words that begin so
  drone near/5 attack    within five words of each other, in either order
  category:killed        a field and its value
  source:"Red Cross"     a value of several words
  source:(none)          what has no value; of outlet, lang and date (unknown)
  date:2025-01..2025-02-19, date:2025, date:2025-03..
                         published then; event_date: the event's own date
  n>=300, n<50, n:100..500
                         a bound that the claim states satisfies it (--match)

Conditions on claims (source, via, by, category, group, place, event_date, rule,
stake and n) hold where one claim satisfies all of them: `category:killed
source:NIS` finds the claims in which the NIS gives a number of dead. Words and
outlet, lang, date, title, person, org and unit are conditions on the report.

A query that begins with a dash stands after --:
  averment search -- -denied drone
)help";

constexpr std::string_view formats_help = R"(--format table|json|jsonl|csv|tsv

  table  to be read; the default, on a terminal and in a pipe alike. It fits
         COLUMNS, else the terminal, else 110, and says what it left out;
         text means the same
  json   one document: {"schema": "averment/claims/1", ..., "claims": [...]}
  jsonl  one JSON object a line, each with its "schema"
  csv    RFC 4180, the first line names the columns
  tsv    the same with tabs; \t, \n, \r and \\ stand for what they name

`export` prints jsonl unless asked for csv or tsv. What is not stated is null in
JSON and empty in CSV and TSV. The keys of each record: docs/records.md.
Positions count code points, half-open.

Figures in tables: 300 exactly; ~ 300 about; ≥ 300 at least; > 300 more than;
≤ 300 at most; < 300 less than; 63-65 a range; 2/3 share a part of a group;
dozens: no number is stated.
)";

constexpr std::string_view settings_help =
    R"(The command line wins over the environment, which wins over the config file.

  AVERMENT_DB          the index where --db is not given
  NO_COLOR             no colour, unless --color always
  CLICOLOR_FORCE       colour also in a pipe
  COLUMNS              the width of tables

The config file is $XDG_CONFIG_HOME/averment/config, else
~/.config/averment/config. A line is `key = value`; the key is an option's long
name without dashes, a switch is `true` or `false`, # begins a comment:

  db = /home/me/reports.db
  format = jsonl
  threads = 2

Without any of these the index is $XDG_DATA_HOME/averment/default, else
~/.local/share/averment/default.
)";

constexpr std::string_view exit_help = R"(  0    done
  1    nothing found
  2    the command line, a query, or input and output failed
  3    done, but some reports were rejected, saved queries not asked, or alerts'
       programs failed; each is named on standard error
  4    the index is missing, locked, damaged, or of another schema version
  130  interrupted; what was committed stays
)";

/// Words of `text` in lines of at most `width` columns, the first one begun by `lead`, the others indented likewise.
std::string wrapped(const std::string& lead, std::size_t indent, std::string_view text) {
  std::string out;
  std::string line = padded_right(lead, indent);
  bool fresh = true;
  if (display_width(lead) + 2 > indent) {
    out = lead + '\n';
    line = std::string(indent, ' ');
  }
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
    if (!fresh && display_width(line) + 1 + display_width(word) > width) {
      out += line + '\n';
      line = std::string(indent, ' ');
      fresh = true;
    }
    if (!fresh) line += ' ';
    line += word;
    fresh = false;
  }
  return out + line + '\n';
}

std::string option_lead(const OptionRow& row) {
  std::string lead = row.letter ? fmt::format("  -{}, --{}", row.letter, row.name) : fmt::format("  --{}", row.name);
  if (!row.argument.empty()) lead += fmt::format(" {}", row.argument);
  return lead;
}

std::string fields_help() {
  std::string text = "A condition is FIELD:VALUE. Facets count a field over reports (r) or claims (c):\n\n";
  for (const FieldInfo& row : all_fields())
    text +=
        wrapped(fmt::format("  {:<11} {}{}", row.name, row.counts_reports ? 'r' : ' ', row.counts_claims ? 'c' : ' '),
                18, row.meaning);
  return text;
}

}  // namespace

std::string help_of_program() {
  std::string text =
      "averment searches news reports, and knows who said how many.\n\n"
      "usage: averment COMMAND [OPTION]... [ARGUMENT]...\n\n";
  for (const Command& command : all_commands()) text += wrapped(fmt::format("  {}", command.name), 12, command.summary);
  text +=
      "\n`averment help COMMAND` says more of each; `averment help query`, `fields`,\n"
      "`formats`, `settings` and `exit` explain what they share. `averment --version`.\n\n"
      "  averment index reports/\n"
      "  averment claims category:killed --by source\n";
  return text;
}

std::string help_of(const Command& command) {
  std::string text = fmt::format("usage: averment {} {}\n\n{}\n", command.name, command.usage, command.description);
  if (command.options.empty()) return text;
  text += "\noptions:\n";
  constexpr std::size_t indent = 26;
  for (const std::string_view name : command.options) {
    const OptionRow& row = option_row(name);
    text += wrapped(option_lead(row), indent, row.meaning);
  }
  return text + wrapped(option_lead(option_row("help")), indent, option_row("help").meaning);
}

std::string help_on(std::string_view topic) {
  if (topic == "query") return std::string(query_help);
  if (topic == "fields") return fields_help();
  if (topic == "formats") return std::string(formats_help);
  if (topic == "settings") return std::string(settings_help);
  if (topic == "exit") return std::string(exit_help);
  return {};
}

}  // namespace averment::cli
