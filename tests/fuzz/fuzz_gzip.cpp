// Compressed JSON Lines that may be damaged → reports or a rejection.
#include "indexer/jsonl_reader.hpp"
#include "memory_file.hpp"
#include "read_items.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  const MemoryFile file(bytes_of(data, size));
  const Place place{"a.jsonl.gz", "/a.jsonl.gz", 1 << 16};
  ReadItems items;
  read_json_lines(*open_gzip(file.path()), place, items.sink());
  for (const Rejection& rejection : items.all<Rejection>())
    require(rejection.path == place.shown, "rejections name the file");
  return 0;
}
