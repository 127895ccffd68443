// A query's comparison and its one canonical spelling.
#include "averment/query.hpp"

#include "searcher/query_syntax.hpp"

namespace averment {
namespace {

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t size = std::max<std::size_t>(1, syntax::quote_size(text, at));
    if (text[at] == '\\' || syntax::quote_size(text, at) > 0) out += '\\';
    out += text.substr(at, size);
    at += size;
  }
  return out += '"';
}

bool needs_quotes(std::string_view value) {
  return syntax::bare_end(value, 0) != value.size() || value.find('*') != value.npos || value.empty();
}

std::string value(const Query& query) {
  const std::string prefix = std::string(info(query.field).name) + ":";
  if (!query.prefix && syntax::is_absence(query.text)) return prefix + query.text;
  return prefix + (needs_quotes(query.text) ? in_quotes(query.text) : query.text) + (query.prefix ? "*" : "");
}

std::string dates(const Query& query) {
  const std::string prefix = std::string(info(query.field).name) + ":";
  return query.first == query.last ? prefix + query.first : prefix + query.first + ".." + query.last;
}

std::string number(const Query& query) {
  constexpr std::uint64_t unlimited = std::numeric_limits<std::uint64_t>::max();
  if (query.least == query.most) return "n=" + std::to_string(query.least);
  if (query.most == unlimited) return "n>=" + std::to_string(query.least);
  if (query.least == 0) return "n<=" + std::to_string(query.most);
  return "n:" + std::to_string(query.least) + ".." + std::to_string(query.most);
}

std::string spelled(const Query& query);

std::string joined(const Query& query, std::string_view separator) {
  std::string out;
  for (const Query& child : query.children) {
    if (!out.empty()) out += separator;
    out += spelled(child);
  }
  return out;
}

std::string near(const Query& query) { return joined(query, " near/" + std::to_string(query.distance) + " "); }

/// As a part of another query: what has several parts in brackets.
std::string spelled(const Query& query) {
  switch (query.kind) {
    case Query::Kind::all:
      return "*";
    case Query::Kind::word:
      return query.text;
    case Query::Kind::phrase:
      return in_quotes(query.text);
    case Query::Kind::wildcard:
      return query.text + "*";
    case Query::Kind::near:
      return "(" + near(query) + ")";
    case Query::Kind::value:
      return value(query);
    case Query::Kind::dates:
      return dates(query);
    case Query::Kind::number:
      return number(query);
    case Query::Kind::all_of:
      return "(" + joined(query, " ") + ")";
    case Query::Kind::any_of:
      return "(" + joined(query, " OR ") + ")";
    case Query::Kind::none_of:
      return "-" + joined(query, " ");
  }
  return {};
}

}  // namespace

bool Query::operator==(const Query& other) const {
  return kind == other.kind && text == other.text && field == other.field && prefix == other.prefix &&
         first == other.first && last == other.last && least == other.least && most == other.most &&
         distance == other.distance && children == other.children;
}

std::string to_string(const Query& query) {
  switch (query.kind) {
    case Query::Kind::all:
      return "";
    case Query::Kind::near:
      return near(query);
    case Query::Kind::all_of:
      return joined(query, " ");
    case Query::Kind::any_of:
      return joined(query, " OR ");
    default:
      return spelled(query);
  }
}

}  // namespace averment
