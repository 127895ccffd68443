// Two claims side by side: whether they can be compared, and whether they agree.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "averment/answer.hpp"

namespace averment {

/// What one figure is to another. It is the same whichever stands first.
enum class Relation : std::uint8_t {
  same,           ///< They state the same bounds.
  compatible,     ///< What they allow overlaps, and what they state is not far apart.
  divergent,      ///< What they allow overlaps, but what they state is far apart: "at least 300" and 5,000.
  conflicting,    ///< No number satisfies both.
  updates,        ///< One source, in a later report, with another figure.
  not_comparable  ///< They are not about the same.
};

/// Why. The first five go with the relations in their order, the others say why two claims are not comparable.
enum class Reason : std::uint8_t {
  same_bounds,
  overlap,
  far_apart,
  disjoint,
  later_report,
  not_affirmed,        ///< One is denied, a forecast or a hypothesis.
  different_category,  ///< Killed and captured; killed, and killed or wounded.
  share,               ///< One is a part of a group without a number, or with one that was not asked for.
  no_number,           ///< "dozens".
  one_person,          ///< "a soldier": one of others' number, or somebody else.
  unknown_group,       ///< Nobody can tell which people: neither whose side nor where.
  different_group,
  part_of_group,  ///< "wounded soldiers" and "soldiers".
  different_place,
  different_time,
  unknown_time,  ///< Of people told by their place, who are others at another time.
  other_scale,   ///< Too far apart to be about the same: an attack's dead and a war's.
  one_statement  ///< One source in one report: its two figures are about two things.
};

std::string_view name_of(Relation relation);
std::string_view name_of(Reason reason);
std::optional<Relation> relation(std::string_view name);

struct ComparisonOptions {
  double tolerance = 0.1;        ///< An approximation may be off by this share of itself.
  double ratio = 1.25;           ///< Stated numbers further apart than this diverge.
  double scale = 100;            ///< Stated numbers further apart than this are about different things.
  std::uint32_t days = 90;       ///< A figure without a date speaks of so many days before its report ...
  std::uint32_t event_days = 7;  ///< ... and, of people of no side, who are told by their place, of so many.
  bool derived = false;          ///< Shares are compared by the counts derived from them.
  bool operator==(const ComparisonOptions&) const = default;
};

struct Comparison {
  Relation relation = Relation::not_comparable;
  Reason reason = Reason::unknown_group;
  double gap = 1;                  ///< The greater stated number by the smaller, from 1 on; infinite: the smaller is 0.
  std::optional<bool> same_party;  ///< Of their sources; empty: one is not known.
  std::optional<bool> same_origin;  ///< The heads of their chains of attribution; empty: one cannot be told.
  bool operator==(const Comparison&) const = default;
};

/// A claim; or one of people killed together with one of people wounded, whose sum is a claim of people killed or
/// wounded: see addable.
struct ComparedFigure {
  ComparedFigure(const ClaimRecord& one) : claim(one) {}  // NOLINT: a claim is a figure
  ComparedFigure(const ClaimRecord& killed, const ClaimRecord& wounded) : claim(killed), added(&wounded) {}

  const ClaimRecord& claim;
  const ClaimRecord* added = nullptr;
};

/// One source says of the same people, in one report, how many were killed and how many wounded.
bool addable(const ClaimRecord& killed, const ClaimRecord& wounded);

Comparison compare(const ComparedFigure& a, const ComparedFigure& b, const ComparisonOptions& options = {});

/// Two figures of an index: a is the earlier report's, then the one of the smaller id. A claim that is in many pairs is
/// held once.
struct ComparedPair {
  Comparison comparison;
  std::shared_ptr<const ClaimRecord> a, b;
  std::shared_ptr<const ClaimRecord> added_a, added_b;  ///< Of people wounded, added to a or b; null: none.
  bool copies = false;                                  ///< Their reports are near-duplicates.
};

/// Pairs that are about the same people: of one side, or at one place, or of one report.
struct PairGroup {
  Category category = Category::killed;
  Counted counted;                   ///< Whom they count; of people of a side without a place.
  std::uint64_t count = 0;           ///< Of pairs, exact.
  std::vector<ComparedPair> widest;  ///< The widest gap first, then the earlier.
};

struct ConflictAnswer {
  std::uint64_t total = 0;                                    ///< Of pairs, exact.
  std::vector<std::pair<Relation, std::uint64_t>> relations;  ///< Exact; those that do not occur are left out.
  std::uint64_t groups = 0;
  std::vector<PairGroup> widest;  ///< Those with the widest gap first.
};

/// How many say so, and how many of them can be told to be independent of each other.
struct Support {
  std::uint64_t mentions = 0, reports = 0;
  std::uint64_t clusters = 0;  ///< Reports, near-duplicates once.
  std::uint64_t outlets = 0;   ///< Known ones.
  /// The most claims that can be chosen such that any two of them have different origins and reports that are no
  /// near-duplicates. An unknown origin is never independent.
  std::uint64_t origins = 0;
  std::uint64_t parties = 0;  ///< Of the sources, known ones.
  bool operator==(const Support&) const = default;
};

/// Claims any two of which are the same or compatible, or one claim alone.
struct FigureSupport {
  Support support;
  std::vector<ClaimRecord> claims;  ///< The first ones, in the order of ClaimAnswer::hits.
};

/// All claims of one category about the same people at overlapping times, shares and "dozens" too.
struct Corroboration {
  Category category = Category::killed;
  Counted counted;                    ///< Whom they count; of people of a side without a place.
  std::string first_date, last_date;  ///< Published; empty: none is known.
  Support support;
  std::uint64_t figure_count = 0;
  std::vector<FigureSupport> figures;  ///< The best supported first.
};

struct CorroborationAnswer {
  std::uint64_t total = 0;              ///< Exact.
  std::vector<Corroboration> clusters;  ///< The one with the most independent origins first, then mentions.
};

/// What other reports have to one claim.
struct RelatedClaims {
  struct Related {
    Comparison comparison;
    ClaimRecord claim;
  };
  std::vector<Related> said_too;   ///< The same or compatible, by another origin, in no copy of its report.
  std::vector<Related> repeated;   ///< The same or compatible, of its origin or in a copy, or nobody can tell.
  std::vector<Related> differing;  ///< Divergent, conflicting, or updates.
};

}  // namespace averment
