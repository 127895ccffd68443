// A query's text → a tree, which printed means the same.
#include "averment/query.hpp"
#include "property.hpp"

namespace averment {
namespace {

std::size_t count_leaves(const Query& query) {
  if (query.children.empty()) return 1;
  std::size_t leaves = 0;
  for (const Query& child : query.children) leaves += count_leaves(child);
  return leaves;
}

std::size_t depth(const Query& query) {
  std::size_t deepest = 0;
  for (const Query& child : query.children) deepest = std::max(deepest, depth(child));
  return 1 + deepest;
}

/// What is spelled out may be longer than what was written, and then over the limits.
void check(const Query& query, QueryLimits limits) {
  require(count_leaves(query) <= limits.terms, "no more conditions than the limit");
  require(depth(query) <= 3 * limits.depth, "no deeper than the limit");
  limits.bytes *= 4;
  limits.depth *= 2;
  const std::string spelled = to_string(query);
  const Query again = parse_query(spelled, limits);
  require(again == query, "a query that is printed is the same query");
  require(to_string(again) == spelled, "there is one spelling");
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  const std::string_view text = bytes_of(data, size);
  for (const QueryLimits& limits : {QueryLimits(), QueryLimits{40, 3, 2, 2, 1, 10}}) try {
      check(parse_query(text, limits), limits);
    } catch (const QueryError& error) {
      require(error.position() <= text.size(), "errors say where");
    }
  return 0;
}
