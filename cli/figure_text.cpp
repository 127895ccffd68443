// A claim's quantity in a few characters: "≥ 300", "~ 2,700", "63-65", "2/3 share", "dozens".
#include "cli/figure_text.hpp"

#include <fmt/format.h>

#include <cmath>

#include "cli/display_text.hpp"

namespace averment::cli {
namespace {

/// Halves, thirds and quarters as people say them, all else in percent.
std::string number_share(double share) {
  if (share <= 0) return "none";
  if (share >= 1) return "all";
  constexpr double tolerance = 0.002;
  for (const int denominator : {2, 3, 4})
    for (int numerator = 1; numerator < denominator; ++numerator)
      if (std::abs(share - static_cast<double>(numerator) / denominator) < tolerance)
        return fmt::format("{}/{} share", numerator, denominator);
  return fmt::format("{:.3g}% share", share * 100);
}

std::string share_text(const Share& share) {
  if (const double* number = std::get_if<double>(&share)) return number_share(*number);
  std::string word(name_of(std::get<ShareWord>(share)));
  for (char& c : word)
    if (c == '_') c = ' ';
  return word;
}

std::string interval(std::uint64_t low, std::uint64_t high) {
  return low == high ? grouped(low) : fmt::format("{}-{}", grouped(low), grouped(high));
}

std::string count_text(const Claim& claim) {
  if (claim.low && claim.high)
    return (claim.qualifier == Qualifier::approx ? "~ " : "") + interval(*claim.low, *claim.high);
  if (claim.low) return (claim.qualifier == Qualifier::more_than ? "> " : "≥ ") + grouped(*claim.low);
  if (claim.high) return (claim.qualifier == Qualifier::less_than ? "< " : "≤ ") + grouped(*claim.high);
  return {};
}

std::string derived_text(const Derived& derived) {
  if (derived.low && derived.high) return interval(*derived.low, *derived.high);
  return derived.low ? "≥ " + grouped(*derived.low) : "≤ " + grouped(derived.high.value_or(0));
}

}  // namespace

std::string figure_text(const ClaimRecord& record, bool derived) {
  const Claim& claim = record.claim;
  std::string text = count_text(claim);
  if (claim.share) {
    const std::string share = share_text(*claim.share);
    text = text.empty() ? share : fmt::format("{} ({})", text, share);
    if (derived && claim.derived) text += " = " + derived_text(*claim.derived);
  }
  return text.empty() ? one_line(record.figure) : text;
}

}  // namespace averment::cli
