// averment timeline: claims in order of date, their intervals on one axis.
#include <fmt/format.h>

#include <iostream>

#include "cli/command.hpp"
#include "cli/database.hpp"
#include "cli/option_values.hpp"
#include "cli/record_writer.hpp"
#include "cli/timeline_table.hpp"

namespace averment::cli {
namespace {

Field field_of(const Options& options) {
  if (options.by.size() > 1) throw UsageError("--by takes one field here");
  const Field by = options.by.empty() ? Field::source : options.by.front();
  expect_facet(by, Of::claims);
  return by;
}

Json lanes_json(const Timeline& timeline) {
  Json lanes = Json::array();
  for (const TimelineLane& lane : timeline.lanes)
    lanes.push_back({{"value", lane.value}, {"count", lane.count}, {"undated", lane.undated}});
  return lanes;
}

void print_records(const Timeline& timeline, Field by, const Options& options) {
  RecordWriter writer(std::cout, *options.format, "timeline", options);
  writer.open(
      {{"query", options.query}, {"field", info(by).name}, {"total", timeline.total}, {"lanes", lanes_json(timeline)}});
  for (const TimelineClaim& claim : timeline.claims) writer.write(to_json(claim, timeline.lanes.at(claim.lane).value));
  writer.close();
}

int run(const Options& options) {
  const Field by = field_of(options);
  const Query query = query_of(options);
  if (is_table(options) && !options.fields.empty()) throw UsageError("--fields: choose a --format other than table");
  GroupOptions wanted = groups_for_table(options);
  if (!is_table(options)) {
    wanted.groups = no_limit;
    wanted.claims = options.limit.value_or(no_limit);
  }
  const Timeline timeline = open_searcher(options).timeline(by, query, wanted);
  if (is_table(options)) {
    print_timeline(std::cout, timeline, by, options, page_for(options),
                   options.ascii || !is_utf8(process_environment()));
  } else {
    print_records(timeline, by, options);
  }
  return timeline.total == 0 ? exit_nothing_found : exit_done;
}

constexpr std::string_view description =
    R"(Shows claims in order of date, in a lane for each source (or another field,
--by), with the interval that each states drawn on an axis that all lanes share.
The date is the event's where the sentence states it (`event`), else the one on
which the report was published (`report`). Claims of neither have a lane of their
own, the last one. The axis is linear, or logarithmic where the greatest number
is at least 30 times the least; the second line says which.

A bound that is not stated is an arrow: "at least 300" reaches to the axis's end.
Shares draw nothing, unless --derived asks for the counts derived from them.

A table shows the first 50 lanes and 20 claims in each, and says how many it left
out; --limit all shows everything. The other formats have no cap; their records
are claims in order of date, with `lane`, `date` and `date_from` at the end.

  averment timeline category:killed Kursk
  averment timeline category:killed --by outlet --ascii
  averment timeline 'source:NIS' --by category --format csv)";

}  // namespace

Command timeline_command() {
  return {.name = "timeline",
          .usage = "[OPTION]... [QUERY]",
          .summary = "claims in order of date, their intervals drawn on one axis",
          .description = description,
          .options = {"db", "timeout", "query-limit", "by", "modality", "match", "derived", "limit", "format", "fields",
                      "raw", "ascii", "color", "lexicons"},
          .most_arguments = any_number,
          .run = run,
          .takes_query = true};
}

}  // namespace averment::cli
