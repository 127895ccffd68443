// Asks an index. Start here: open a Searcher, parse a Query, read an answer.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "averment/answer.hpp"
#include "averment/comparison.hpp"
#include "averment/error.hpp"
#include "averment/query.hpp"

namespace averment {

/// When a claim's bounds satisfy a condition on n.
enum class Match : std::uint8_t {
  stated,   ///< A bound that the text states does.
  certain,  ///< The whole interval does.
  possible  ///< Some part of the interval does.
};

/// Which claims count. By default what a report asserts, with numbers as stated.
struct ClaimFilter {
  std::optional<Modality> modality = Modality::asserted;  ///< Empty: all.
  Match match = Match::stated;
  bool derived = false;  ///< Shares answer conditions on n with the count derived from them.
};

struct SearchOptions {
  enum class Sort : std::uint8_t { relevance, date };
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;
  Sort sort = Sort::relevance;  ///< Ties by report id, whatever the order of indexing.
  std::vector<Field> facets{};
  ClaimFilter claims{};  ///< For conditions on claims in the query.
  bool snippets = true;  ///< false: hits have none, which spares reading their texts.
};

struct ClaimOptions {
  std::uint32_t offset = 0;
  std::uint32_t limit = std::numeric_limits<std::uint32_t>::max();
  std::vector<Field> facets{};
  ClaimFilter filter{};
  std::vector<std::string> reports{};  ///< Only claims of the reports with these ids; empty: of all.
};

struct GroupOptions {
  std::uint32_t groups = std::numeric_limits<std::uint32_t>::max();  ///< At most so many ...
  std::uint32_t claims = std::numeric_limits<std::uint32_t>::max();  ///< ... with so many claims each.
  /// true: claims come with what a line of a table shows alone, which spares reading their reports: report, outlet,
  /// published; category, bounds, qualifier, modality, share, derived counts, group, names of source and via, and
  /// figure where neither bounds nor a share are stated.
  bool lines = false;
  ClaimFilter filter{};
};

struct ConflictOptions {
  ComparisonOptions comparison{};
  std::vector<Relation> relations{};                                ///< Empty: all but not_comparable.
  std::uint32_t limit = std::numeric_limits<std::uint32_t>::max();  ///< Of pairs in the answer, over all groups ...
  std::uint32_t group_limit = std::numeric_limits<std::uint32_t>::max();  ///< ... and of each.
  ClaimFilter filter{};
};

struct CorroborationOptions {
  ComparisonOptions comparison{};
  std::uint32_t limit = std::numeric_limits<std::uint32_t>::max();    ///< Of clusters in the answer ...
  std::uint32_t figures = std::numeric_limits<std::uint32_t>::max();  ///< ... with so many figures each ...
  std::uint32_t claims = std::numeric_limits<std::uint32_t>::max();   ///< ... with so many claims each.
  ClaimFilter filter{};
};

/// Which entities count.
struct EntityFilter {
  std::vector<EntityType> types = {};  ///< Empty: all but dates.
  std::string named = {};              ///< Words that one of its spellings, or its name, holds; empty: any.
};

struct SearcherOptions {
  /// A folder whose files of names extend or replace the built-in ones where queries and suggestions look names up.
  /// Empty: as when the index was last written, which it remembers.
  std::filesystem::path lexicons = {};
  /// What was read of the index is kept for later questions, until a commit changes it: so many bytes at most, of all
  /// directories together. 0: three sixteenths of the machine's memory, and at least 192 MB.
  std::uint64_t cache_bytes = 0;
  /// A query beyond them is refused with QueryError, also one that was made by hand; the bytes of its texts count then.
  QueryLimits limits = {};
  /// A call that takes longer ends in TimeLimitError soon after that, unless it is nearly done; the visits of each_report
  /// and its like count as well. 0: none.
  std::chrono::milliseconds time_limit{0};
};

/// Reads one index, or several as one. Each question is answered from one committed state, the newest; commits
/// underneath are followed. Not for two threads at once: open one Searcher each, it is cheap.
/// Every call that reads may throw IndexError, and std::bad_alloc: the next one opens the indexes anew then.
class Searcher {
 public:
  /// @throws IndexError if an index is missing, damaged or of another schema version, InputError for lexicons that
  /// cannot be read or understood.
  explicit Searcher(const std::vector<std::filesystem::path>& directories, const SearcherOptions& options = {});
  explicit Searcher(const std::filesystem::path& directory, const SearcherOptions& options = {});
  ~Searcher();
  Searcher(Searcher&&) noexcept;
  Searcher& operator=(Searcher&&) noexcept;

  const QueryLimits& limits() const;  ///< As it was opened with them.

  /// Reports by BM25. A condition on claims (source:, category:, n>=) holds where one claim satisfies all of them.
  ReportAnswer search(const Query& query, const SearchOptions& options = {});

  /// Claims. Words, outlet:, date: are conditions on the claim's report.
  ClaimAnswer claims(const Query& query, const ClaimOptions& options = {});

  std::uint64_t count_claims(const Query& query, const ClaimFilter& filter = {});

  /// Claims under the values of a field. @throws QueryError if it is no facet of claims.
  GroupedClaims grouped_claims(Field by, const Query& query, const GroupOptions& options = {});

  /// Claims in the order of their dates, each in the lane of its value of a field; `options.groups` counts lanes, the
  /// undated one apart. @throws QueryError if the field is no facet of claims.
  Timeline timeline(Field by, const Query& query, const GroupOptions& options = {});

  /// Counts of a field's values over all that matches. @throws QueryError if the field is no facet of `of`.
  Facet facet(Field field, Of of, const Query& query, const ClaimFilter& filter = {});

  /// Claims counted by two fields at once, in the order of row, column.
  std::vector<CrossCount> cross(Field row, Field column, const Query& query, const ClaimFilter& filter = {});

  std::optional<StoredReport> report(std::string_view id);
  std::optional<ClaimRecord> claim(std::string_view claim_id);

  /// Copies of the report, syndicated or lightly edited: those that share three fifths of their runs of four words with
  /// it, or more. The likest first, ties by id. Empty, too, where there is no such report.
  std::vector<CopyRecord> copies(std::string_view report_id);

  /// Near-duplicates among the reports that match: copies, and copies of copies. The largest cluster first, ties by the
  /// first report's id.
  std::vector<CopyCluster> duplicates(const Query& query, const ClaimFilter& filter = {});

  /// Pairs of claims about the same people, one of which matches at least: the query chooses whose partners are wanted.
  ConflictAnswer conflicts(const Query& query, const ConflictOptions& options = {});

  /// Claims about the same people together, where one of them matches at least: who says so, and who only repeats it.
  CorroborationAnswer corroborate(const Query& query, const CorroborationOptions& options = {});

  /// Empty: there is no such claim.
  std::optional<RelatedClaims> related(std::string_view claim_id, const ComparisonOptions& options = {});

  /// Everything that matches, in order of report id, without a cap and without holding it in memory: each report as it
  /// is when it is read, should there be commits meanwhile.
  void each_report(const Query& query, const ClaimFilter& filter,
                   const std::function<void(const StoredReport&)>& visit);
  void each_claim(const Query& query, const ClaimFilter& filter, const std::function<void(const ClaimRecord&)>& visit);
  void each_mention(const Query& query, const ClaimFilter& filter,
                    const std::function<void(const MentionRecord&)>& visit);

  /// Who and what the matching reports name, the one in most reports first; ties by mentions, then name.
  std::vector<EntityRecord> entities(const Query& query, const EntityFilter& filter = {});

  /// Pairs of persons, bodies, places and units of the matching reports that may be one, the likeliest first. What
  /// aliases.tsv rejects is not proposed.
  std::vector<MergeProposal> merges(const Query& query, const EntityFilter& filter = {});

  Status status();

  /// What the commits after the revision `since` changed in claims, compared with what the index holds now: in the
  /// order of report id, then place. Claims that say the same in another place or sentence are no change; one with
  /// another figure of the same category, group and source is altered. For one index only.
  /// @throws InputError if it does not remember what it held then: at least the last 1,000 commits are kept.
  ClaimDiff diff(std::uint64_t since);

  /// The last revision before that moment, YYYY-MM-DD[THH:MM[:SS]], UTC; 0: before the first one. @throws InputError
  std::uint64_t revision_before(std::string_view moment);

  /// Checks every report against its checksum, and re-reads the files that reports came from if `files`.
  std::vector<Damage> verify(bool files = true);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
