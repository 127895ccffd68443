// Reports' bytes in few: zstd, with a dictionary of what the index's own reports say again and again.
#include "store/compression.hpp"

#include <zdict.h>
#include <zstd.h>

#include <vector>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include "averment/error.hpp"
#include "store/codec.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

// Measured on news reports of 2 kB, of which 606 bytes stand beside their words: 0.42 of these are left, without a
// dictionary 0.56, after 7 microseconds. Level 6 leaves 0.41 after 26, level 12 0.40 after 84.
constexpr int level = 3;
constexpr std::size_t dictionary_size = 112 << 10;  // zstd's own advice
constexpr Xapian::doccount fewest_samples = 500, most_samples = 1000;
constexpr std::size_t most_of_a_sample = 64 << 10, most_of_all = 16 << 20;  // bytes; zstd's advice is 100 dictionaries
constexpr std::size_t checksum_size = 8;
// Frames say how large they are when expanded, damaged ones may say anything: zstd's 128 kB blocks take 3 bytes at
// least.
constexpr unsigned long long most_times = (128 << 10) / 3;

std::string key() { return std::string(schema::metadata::dictionary); }

std::string with_checksum(std::string dictionary) {
  put_fixed64(dictionary, XXH64(dictionary.data(), dictionary.size(), 0));
  return dictionary;
}

std::string_view checked_dictionary(std::string_view stored) {
  if (stored.empty()) return {};
  const std::string_view dictionary = stored.substr(0, stored.size() - std::min(stored.size(), checksum_size));
  ByteReader checksum(stored.substr(dictionary.size()), "dictionary");
  if (checksum.fixed64() != XXH64(dictionary.data(), dictionary.size(), 0)) checksum.fail();
  return dictionary;
}

}  // namespace

struct Compression::Contexts {
  struct Free {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
    void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
  };

  std::string dictionary;  // Empty: none.
  bool in_vain =
      false;  // The reports have too little in common: an empty dictionary is kept, and none looked for again.
  std::unique_ptr<ZSTD_CCtx, Free> writing;
  std::unique_ptr<ZSTD_CDict, Free> to_write;  // Made when first needed, for readers never write.
  std::unique_ptr<ZSTD_DCtx, Free> reading{ZSTD_createDCtx()};
  std::unique_ptr<ZSTD_DDict, Free> to_read;
};

Compression::Compression(const Xapian::Database& database) : contexts_(std::make_unique<Contexts>()) {
  const std::string stored = database.get_metadata(key());
  use(checked_dictionary(stored));
  contexts_->in_vain = !stored.empty() && contexts_->dictionary.empty();
}

Compression::Compression(Compression&&) noexcept = default;
Compression& Compression::operator=(Compression&&) noexcept = default;
Compression::~Compression() = default;

void Compression::use(std::string_view dictionary) {
  contexts_->dictionary = dictionary;
  contexts_->to_write.reset();
  if (!dictionary.empty()) contexts_->to_read.reset(ZSTD_createDDict(dictionary.data(), dictionary.size()));
}

std::string Compression::compress(std::string_view bytes) const {
  Contexts& with = *contexts_;
  if (!with.writing) with.writing.reset(ZSTD_createCCtx());
  if (!with.to_write && !with.dictionary.empty())
    with.to_write.reset(ZSTD_createCDict(with.dictionary.data(), with.dictionary.size(), level));
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      with.to_write ? ZSTD_compress_usingCDict(with.writing.get(), out.data(), out.size(), bytes.data(), bytes.size(),
                                               with.to_write.get())
                    : ZSTD_compressCCtx(with.writing.get(), out.data(), out.size(), bytes.data(), bytes.size(), level);
  if (ZSTD_isError(size)) throw std::bad_alloc();  // the only error that is left where there is room
  out.resize(size);
  return out;
}

std::string Compression::expand(std::string_view bytes) const {
  const ByteReader damaged({}, "reports");
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR || size / most_times > bytes.size())
    damaged.fail();
  const Contexts& with = *contexts_;
  const bool by_dictionary = ZSTD_getDictID_fromFrame(bytes.data(), bytes.size()) != 0;
  if (by_dictionary && !with.to_read) damaged.fail();
  std::string out(size, '\0');
  const std::size_t expanded =
      by_dictionary ? ZSTD_decompress_usingDDict(with.reading.get(), out.data(), out.size(), bytes.data(), bytes.size(),
                                                 with.to_read.get())
                    : ZSTD_decompressDCtx(with.reading.get(), out.data(), out.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(expanded) || expanded != size) damaged.fail();
  return out;
}

bool Compression::can_learn(const Xapian::Database& database) const {
  return contexts_->dictionary.empty() && !contexts_->in_vain && database.get_doccount() >= fewest_samples;
}

void Compression::learn(Xapian::WritableDatabase& database) {
  const Xapian::doccount step = std::max<Xapian::doccount>(1, database.get_doccount() / most_samples);
  std::string samples;
  std::vector<std::size_t> sizes;
  Xapian::doccount place = 0;
  for (auto document = database.postlist_begin(""); document != database.postlist_end(""); ++document)
    if (place++ % step == 0 && samples.size() < most_of_all) {
      const std::string whole = expand(database.get_document(*document).get_data());
      const std::string_view sample = std::string_view(whole).substr(0, most_of_a_sample);
      samples += sample;
      sizes.push_back(sample.size());
    }
  std::string dictionary(dictionary_size, '\0');
  const std::size_t size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
                                                 static_cast<unsigned>(sizes.size()));
  contexts_->in_vain = ZDICT_isError(size);
  dictionary.resize(contexts_->in_vain ? 0 : size);
  database.set_metadata(key(), with_checksum(dictionary));
  use(dictionary);
}

}  // namespace averment
