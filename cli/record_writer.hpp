// Writes records one after the other as JSON, JSON Lines, CSV or TSV.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "cli/options.hpp"
#include "cli/records.hpp"

namespace averment::cli {

/// JSON is one document: {"schema": "averment/<what>/1", head..., "<what>": [records], tail...}. The other formats
/// are a line a record; CSV (RFC 4180) and TSV begin with a line of keys: those of the first record, schema left out.
class RecordWriter {
 public:
  /// `what` is the records' plural: "claims". Of the options: `fields`, print these keys alone (and schema in JSON),
  /// empty: all; `raw`, texts in CSV as they are, though a spreadsheet may run them.
  RecordWriter(std::ostream& out, Format format, std::string_view what, const Options& options);

  void open(const Json& head = Json::object());
  void write(const Json& record);  ///< @throws UsageError where it lacks a key that was asked for.
  void close(const Json& tail = Json::object());

 private:
  void write_row(const Json& record);

  std::ostream& out_;
  Format format_;
  std::string what_;
  std::vector<std::string> fields_;
  bool raw_;
  std::vector<std::string> keys_;  ///< Of CSV and TSV.
  std::uint64_t written_ = 0;
};

/// One record alone: an object, or a line of keys and one of values.
void write_one(std::ostream& out, Format format, const Json& record, const Options& options);

/// "schema" and the keys asked for, in that order; no keys: the whole record.
/// @throws UsageError that lists the record's keys where it has none of a name.
Json selected_fields(const Json& record, const std::vector<std::string>& fields);

/// A value as one cell: a list of texts with "; " between them, anything else that JSON nests as JSON; null is empty.
std::string cell_text(const Json& value);

/// Text that a spreadsheet would take for a formula, with an apostrophe before it, which makes it text.
std::string guarded(std::string text);

/// A value in CSV: text in quotation marks where it holds a comma, a quotation mark or a line's end.
std::string csv_cell(std::string_view text);

/// A value in TSV: \t, \n, \r and \\ stand for what they name.
std::string tsv_cell(std::string_view text);

}  // namespace averment::cli
