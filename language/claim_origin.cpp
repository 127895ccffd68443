// Who a claim comes from: the head of its chain of attribution, where that is somebody.
#include <algorithm>

#include "averment/claim.hpp"

namespace averment {
namespace {

/// Written with a capital, or in letters that have none: "UN report", not "report".
bool is_name(std::string_view text) {
  const auto in = [text](char first, char last) {
    return std::any_of(text.begin(), text.end(), [=](char c) { return c >= first && c <= last; });
  };
  return in('A', 'Z') || !in('a', 'z');
}

}  // namespace

std::string_view origin_of(const Claim& claim) {
  if (!claim.source) return {};
  const Attribution& source = *claim.source;
  const bool described = source.type == "nominal" || source.type == "document";
  return described && !is_name(source.name) ? std::string_view() : std::string_view(source.name);
}

}  // namespace averment
