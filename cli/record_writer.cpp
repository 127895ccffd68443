// Writes records one after the other as JSON, JSON Lines, CSV or TSV.
#include "cli/record_writer.hpp"

#include <fmt/format.h>

namespace averment::cli {
namespace {

std::string keys_of(const Json& record) {
  std::string names;
  for (const auto& [key, value] : record.items())
    if (key != "schema") names += std::string(names.empty() ? "" : ", ") + key;
  return names;
}

}  // namespace

Json selected_fields(const Json& record, const std::vector<std::string>& fields) {
  if (fields.empty()) return record;
  Json selected{{"schema", record.at("schema")}};
  for (const std::string& field : fields) {
    const auto found = record.find(field);
    if (found == record.end())
      throw UsageError(fmt::format("--fields: '{}' is no key of these records; there are {}", field, keys_of(record)));
    selected[field] = *found;
  }
  return selected;
}

std::string cell_text(const Json& value) {
  if (value.is_null()) return {};
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return to_line(value);
  std::string joined;
  for (const Json& part : value) {
    if (!part.is_string()) return to_line(value);
    if (!joined.empty()) joined += "; ";
    joined += part.get<std::string>();
  }
  return joined;
}

std::string guarded(std::string text) {
  if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
    text.insert(0, 1, '\'');
  return text;
}

std::string csv_cell(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string cell = "\"";
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  return cell + '"';
}

std::string tsv_cell(std::string_view text) {
  std::string cell;
  for (const char c : text) {
    if (c == '\t')
      cell += "\\t";
    else if (c == '\n')
      cell += "\\n";
    else if (c == '\r')
      cell += "\\r";
    else if (c == '\\')
      cell += "\\\\";
    else
      cell += c;
  }
  return cell;
}

void write_one(std::ostream& out, Format format, const Json& record, const Options& options) {
  RecordWriter(out, format == Format::json ? Format::jsonl : format, "", options).write(record);
}

RecordWriter::RecordWriter(std::ostream& out, Format format, std::string_view what, const Options& options)
    : out_(out), format_(format), what_(what), fields_(options.fields), raw_(options.raw) {}

void RecordWriter::open(const Json& head) {
  if (format_ != Format::json) return;
  Json begin{{"schema", fmt::format("averment/{}/1", what_)}};
  begin.update(head);
  std::string text = to_line(begin);
  text.pop_back();
  out_ << text << ",\"" << what_ << "\":[";
}

void RecordWriter::write(const Json& record) {
  const Json selected = selected_fields(record, fields_);
  if (format_ == Format::json)
    out_ << (written_ == 0 ? "\n" : ",\n") << to_line(selected);
  else if (format_ == Format::jsonl)
    out_ << to_line(selected) << '\n';
  else
    write_row(selected);
  ++written_;
}

void RecordWriter::close(const Json& tail) {
  if (format_ != Format::json) return;
  std::string text = to_line(tail);
  out_ << (written_ == 0 ? "]" : "\n]");
  if (!tail.empty()) out_ << ',' << text.substr(1, text.size() - 2);
  out_ << "}\n";
}

void RecordWriter::write_row(const Json& record) {
  const bool csv = format_ == Format::csv;
  const auto print_line = [&](const auto& cell_at) {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      const std::string cell = cell_at(keys_[i]);
      if (i > 0) out_ << (csv ? ',' : '\t');
      out_ << (csv ? csv_cell(cell) : tsv_cell(cell));
    }
    out_ << (csv ? "\r\n" : "\n");
  };
  if (written_ == 0) {
    for (const auto& [key, value] : record.items())
      if (key != "schema") keys_.push_back(key);
    print_line([](const std::string& key) { return key; });
  }
  print_line([&](const std::string& key) {
    if (!record.contains(key)) return std::string();
    const Json& value = record.at(key);
    std::string cell = cell_text(value);
    return csv && !raw_ && !value.is_number() ? guarded(std::move(cell)) : cell;
  });
}

}  // namespace averment::cli
