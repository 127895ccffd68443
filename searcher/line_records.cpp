// Claims as lines of tables, made of value slots alone: no report is read.
#include "searcher/line_records.hpp"

#include "averment/error.hpp"
#include "searcher/deadline.hpp"
#include "store/packing.hpp"

namespace averment {
namespace {

namespace slot = schema::slot;

[[noreturn]] void refuse(const IndexView& index) {
  throw IndexError(IndexError::Reason::damaged, "the index '" + index.name().string() +
                                                    "' is damaged: what tables show of claims is not what it holds; "
                                                    "run verify, and index the reports again");
}

}  // namespace

LineRecords::LineRecords(IndexView& index) : index_(index) {
  for (const Shard& shard : index.shards()) readers_.emplace_back(shard.database);
}

ClaimRecord LineRecords::of(const ClaimPlace& place) {
  check_time(steps_of_reading);
  ValueReader& values = readers_[index_.shard_of(place.report)];
  const Xapian::docid number = index_.number_in_shard(place.report);
  const std::vector<PackedClaim> claims = unpack_claims(values.value(slot::claims, number));
  ClaimLines lines = unpack_lines(values.value(slot::lines, number));
  if (place.place >= claims.size() || claims.size() != lines.lines.size()) refuse(index_);
  const PackedClaim& packed = claims[place.place];
  ClaimLine& line = lines.lines[place.place];
  ClaimRecord record;
  record.report = std::move(lines.report);
  record.published = std::move(lines.published);
  record.outlet = label(Field::outlet, lines.outlet);
  record.figure = std::move(line.figure);
  Claim& claim = record.claim;
  claim.category = packed.category;
  claim.qualifier = packed.qualifier;
  claim.modality = packed.modality;
  claim.low = packed.low;
  claim.high = packed.high;
  claim.share = line.share;
  if (packed.derived_low || packed.derived_high) claim.derived = {packed.derived_low, packed.derived_high, {}};
  claim.group = std::move(line.group);
  claim.group_name = label(Field::group, packed.group);
  if (packed.source != 0 || !line.source.empty()) {
    claim.source.emplace();
    claim.source->source = std::move(line.source);
    claim.source->name = label(Field::source, packed.source);
    for (const std::uint64_t via : packed.via) claim.source->via.push_back(label(Field::via, via));
  }
  return record;
}

}  // namespace averment
