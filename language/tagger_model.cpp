// The trained tagger's weights, in memory and as bytes.
#include "language/tagger_model.hpp"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <limits>

#include "averment/error.hpp"

#define XXH_INLINE_ALL
#include <xxhash.h>

namespace averment {
namespace {

constexpr std::string_view magic = "averment tagger 1\n";

/// What stands before the compressed bytes. Numbers are little-endian.
struct Header {
  std::uint64_t checksum = 0;  // of the bytes behind the header
  std::uint32_t size = 0;      // of the content, in bytes
  std::uint32_t buckets = 0;
};

template <typename Number>
void append(std::string& bytes, Number number) {
  for (std::size_t at = 0; at < sizeof(Number); ++at)
    bytes += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * at));
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  template <typename Number>
  Number take() {
    if (bytes_.size() < sizeof(Number)) throw InputError("the tagger's model ends too early");
    std::uint64_t number = 0;
    for (std::size_t at = 0; at < sizeof(Number); ++at)
      number |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes_[at])) << (8 * at);
    bytes_.remove_prefix(sizeof(Number));
    return static_cast<Number>(number);
  }
  std::string_view rest() const { return bytes_; }

 private:
  std::string_view bytes_;
};

std::string compressed(const std::string& content) {
  uLongf size = compressBound(content.size());
  std::string bytes(size, '\0');
  compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(content.data()),
            content.size(), Z_BEST_COMPRESSION);
  bytes.resize(size);
  return bytes;
}

std::string decompressed(std::string_view bytes, std::size_t size) {
  std::string content(size, '\0');
  uLongf length = size;
  const int result = uncompress(reinterpret_cast<Bytef*>(content.data()), &length,
                                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  if (result != Z_OK || length != size) throw InputError("the tagger's model cannot be decompressed");
  return content;
}

}  // namespace

bool TaggerModel::Row::set(const LabelScores<std::int32_t>& scores) {
  bool fits = true;
  std::int32_t most = 0;
  for (std::size_t label = 0; label < tagger_labels; ++label) {
    (*this)[label] = static_cast<std::int16_t>(scores[label]);
    fits &= (*this)[label] == scores[label];
    most = std::max(most, std::abs(scores[label]));
  }
  back() = static_cast<std::int16_t>(most);
  return fits;
}

// Eight labels at a time in 16 bits, which are emptied into the sums before they could overflow: a row takes four
// additions then, and its numbers need not be widened one by one.
void add_rows(const TaggerModel::Row* const* rows, std::size_t count, LabelScores<std::int32_t>& sums) {
  using Eight [[gnu::vector_size(16)]] = std::int16_t;
  constexpr std::size_t lanes = 8;
  constexpr std::int32_t most = std::numeric_limits<std::int16_t>::max();
  sums.fill(0);
  for (std::size_t row = 0; row < count;) {
    Eight a{}, b{}, c{}, d{};
    const auto add = [](Eight& part, const std::int16_t* weights) {
      Eight more;
      std::memcpy(&more, weights, sizeof more);
      part += more;
    };
    // The first one fits in any case.
    for (std::int32_t bound = 0; row < count && (!bound || bound + rows[row]->largest() <= most); ++row) {
      const std::int16_t* weights = rows[row]->data();
      bound += rows[row]->largest();
      add(a, weights);
      add(b, weights + lanes);
      add(c, weights + 2 * lanes);
      add(d, weights + 3 * lanes);
    }
    const std::array<Eight, padded_labels / lanes> parts{a, b, c, d};
    std::array<std::int16_t, padded_labels> part;
    std::memcpy(part.data(), parts.data(), sizeof part);
    for (std::size_t label = 0; label < padded_labels; ++label) sums[label] += part[label];
  }
}

void TaggerModel::make_room(std::size_t buckets) {
  bucket_mask_ = buckets - 1;
  tags_.assign(buckets * bucket_size, 0);
  rows_.assign(buckets * bucket_size, {});
}

TaggerModel::TaggerModel(const std::vector<FeatureWeights>& features, const Transitions<std::int32_t>& transitions)
    : transitions_(transitions) {
  std::size_t buckets = 1;
  while (buckets * bucket_size * 3 < features.size() * 4) buckets *= 2;
  make_room(buckets);
  for (const FeatureWeights& one : features) {
    const std::size_t first = (static_cast<std::size_t>(one.feature) & bucket_mask_) * bucket_size;
    std::size_t slot = first;
    while (slot < first + bucket_size && tags_[slot] && tags_[slot] != tag_of(one.feature)) ++slot;
    if (slot == first + bucket_size || tags_[slot]) continue;
    tags_[slot] = tag_of(one.feature);
    LabelScores<std::int32_t> weights{};
    std::copy(one.weights.begin(), one.weights.end(), weights.begin());
    rows_[slot].set(weights);
    ++size_;
  }
}

std::string TaggerModel::write() const {
  std::string tags, masks, numbers;
  for (const auto& row : transitions_)
    for (const std::int32_t number : row) append(numbers, number);
  for (std::size_t slot = 0; slot < tags_.size(); ++slot) {
    append(tags, tags_[slot]);
    if (!tags_[slot]) continue;
    std::uint32_t mask = 0;
    for (std::size_t label = 0; label < tagger_labels; ++label)
      if (rows_[slot][label]) {
        mask |= 1u << label;
        append(numbers, rows_[slot][label]);
      }
    append(masks, mask);
  }
  const std::string content = tags + masks + numbers;
  const std::string body = compressed(content);
  std::string bytes(magic);
  append(bytes, static_cast<std::uint64_t>(XXH3_64bits(body.data(), body.size())));
  append(bytes, static_cast<std::uint32_t>(content.size()));
  append(bytes, static_cast<std::uint32_t>(bucket_mask_ + 1));
  return bytes + body;
}

TaggerModel::TaggerModel(std::string_view bytes) {
  if (!bytes.starts_with(magic))
    throw InputError("this is no model of averment's tagger, or one of another version: train it anew");
  Reader header(bytes.substr(magic.size()));
  const auto checksum = header.take<std::uint64_t>();
  const auto size = header.take<std::uint32_t>(), buckets = header.take<std::uint32_t>();
  if (XXH3_64bits(header.rest().data(), header.rest().size()) != checksum)
    throw InputError("the tagger's model is damaged: its checksum differs");
  if (!buckets || (buckets & (buckets - 1)) || buckets > size) throw InputError("the tagger's model is damaged");
  const std::string content = decompressed(header.rest(), size);
  make_room(buckets);
  Reader reader(content);
  for (std::uint16_t& tag : tags_) size_ += (tag = reader.take<std::uint16_t>()) != 0;
  std::vector<std::uint32_t> masks(size_);
  for (std::uint32_t& mask : masks) mask = reader.take<std::uint32_t>();
  for (auto& row : transitions_)
    for (std::int32_t& number : row) number = reader.take<std::int32_t>();
  auto mask = masks.begin();
  for (std::size_t slot = 0; slot < tags_.size(); ++slot) {
    if (!tags_[slot]) continue;
    LabelScores<std::int32_t> weights{};
    for (std::uint32_t labels = *mask++; labels; labels &= labels - 1)
      weights[static_cast<std::size_t>(__builtin_ctz(labels))] = reader.take<std::int16_t>();
    rows_[slot].set(weights);
  }
}

}  // namespace averment
