// Reads inputs in a thread of its own: what comes out is checked, hashed and ready to be analyzed.
#include "indexer/report_source.hpp"

#include <algorithm>
#include <new>

#include "indexer/jsonl_reader.hpp"
#include "indexer/report_check.hpp"
#include "indexer/text_reader.hpp"

namespace averment {
namespace {

constexpr std::size_t overhead = 1024;  // bytes that an item takes beside its text

std::string absolute_path(const std::filesystem::path& path) {
  return std::filesystem::absolute(path).lexically_normal().string();
}

}  // namespace

ReportSource::ReportSource(const IngestOptions& options, const IngestScope& scope, const MemoryBudget& budget,
                           std::string analysis_version, Doorbell& doorbell)
    : options_(options),
      scope_(scope),
      budget_(budget),
      size_limit_(std::min<std::uint64_t>(options.size_limit, budget.line)),
      analysis_version_(std::move(analysis_version)),
      doorbell_(doorbell),
      queue_(budget.read),
      thread_([this] { read_all(); }) {}

ReportSource::~ReportSource() { stop(); }

void ReportSource::stop() {
  queue_.close();
  queue_.clear();
}

void ReportSource::read_all() {
  if (scope_.files) {
    for (const InputFile& file : *scope_.files)
      if (!read(file)) break;
  } else {
    each_input_file(
        options_.paths, options_.follow_links ? Links::all : Links::inside,
        [this](const InputFile& file) { return read(file); },
        [this](Rejection rejection) {
          std::string path = absolute_path(rejection.path);
          return push(FileRejection{std::move(rejection), std::move(path)}, overhead);
        });
  }
  queue_.close();
  doorbell_.ring();
}

/// What goes wrong with one file, memory included, is no reason to leave the others.
bool ReportSource::read(const InputFile& file) {
  const bool is_file = file.format != InputFormat::standard_input;
  const Place place{file.path.string(), is_file ? absolute_path(file.path) : "", size_limit_, scope_.growing,
                    options_.nesting_limit};
  bool wanted = true;
  const auto refuse = [&](const std::string& why) {
    wanted = push(FileRejection{{place.shown, 0, why}, place.absolute}, overhead);
  };
  try {
    read_as(file, place, [&](ReadItem item) { return wanted = hand_on(std::move(item), place); });
  } catch (const std::bad_alloc&) {
    refuse("there is not memory enough to read it");
  } catch (const std::exception& error) {
    refuse(std::string("it cannot be read: ") + error.what());
  }
  return wanted;
}

void ReportSource::read_as(const InputFile& file, const Place& place, const Sink& sink) {
  switch (file.format) {
    case InputFormat::text:
      return read_text_file(file.path, file.id, place, sink);
    case InputFormat::json_lines:
      return read_lines(file, place, sink);
    case InputFormat::json_lines_gzip:
      return read_json_lines(*open_gzip(file.path), place, sink);
    case InputFormat::standard_input:
      return read_json_lines(*open_stream(*options_.standard_input), place, sink);
  }
}

void ReportSource::read_lines(const InputFile& file, const Place& place, const Sink& sink) {
  const auto known = scope_.tails.find(file.path.string());
  TailReading* const tail = file.tail ? file.tail.get() : known == scope_.tails.end() ? nullptr : known->second.get();
  if (!tail) return read_json_lines(*open_file(file.path), place, sink);
  if (read_json_lines(*open_file(file.path), place, sink, *tail)) return;
  tail->from = {};
  read_json_lines(*open_file(file.path), place, sink, *tail);
}

bool ReportSource::hand_on(ReadItem item, const Place& place) {
  if (Warning* warning = std::get_if<Warning>(&item)) return push(std::move(*warning), overhead);
  if (PartlyRead* file = std::get_if<PartlyRead>(&item)) return push(std::move(*file), overhead);
  if (Rejection* rejection = std::get_if<Rejection>(&item))
    return push(FileRejection{std::move(*rejection), place.absolute}, overhead);
  Report& report = std::get<Report>(item);
  try {
    check_report(report);
  } catch (const InputError& error) {
    return push(FileRejection{{place.shown, report.origin.line, error.what()}, place.absolute}, overhead);
  }
  std::string content = content_hash(report, analysis_version_);
  const std::size_t bytes = bytes_as_read(report) + overhead, to_analyze = analysis_bytes(report, budget_);
  return push(CheckedReport{std::move(report), std::move(content), to_analyze, place.shown}, bytes);
}

bool ReportSource::push(SourceItem item, std::size_t bytes) {
  const bool wanted = queue_.push(std::move(item), bytes);
  doorbell_.ring();
  return wanted;
}

}  // namespace averment
