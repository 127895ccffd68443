// One article in one revision, as it comes in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "averment/entity.hpp"

namespace averment {

/// A name that arrives marked in the report. It is kept, and wins over what averment finds itself.
struct EntityTag {
  Span span;
  EntityType type = EntityType::person;
  std::string name;  ///< The entity's identity if the tag states one; empty: the text at span.
  bool operator==(const EntityTag&) const = default;
};

/// Where a report was read from. Not part of its content: moving a file does not change the report.
struct Origin {
  std::string path;        ///< Absolute; empty for standard input and for reports made by an embedder.
  std::uint64_t line = 0;  ///< From 1, the line of a JSON Lines file; 0: the file is the report.
  bool operator==(const Origin&) const = default;
};

/// Empty strings mean "not stated": nothing is guessed, but for the language where lang is empty.
struct Report {
  std::string id;      ///< Unique in an index: a report with the same id replaces this one.
  std::string text;    ///< UTF-8. All spans point into it.
  std::string title;   ///< Searched as text too. A plain text file's title is its first line.
  std::string outlet;  ///< Who published it.
  std::string url;
  std::string published;  ///< YYYY, YYYY-MM or YYYY-MM-DD, with or without a time behind it.
  std::string lang;       ///< ISO 639-1.
  std::vector<EntityTag> entities;
  std::vector<std::string> tags;
  Origin origin;
  bool operator==(const Report&) const = default;
};

}  // namespace averment
