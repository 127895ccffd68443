// A plain text file in any charset → one report or one rejection.
#include "indexer/text_reader.hpp"
#include "memory_file.hpp"
#include "read_items.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  const MemoryFile file(bytes_of(data, size));
  ReadItems items;
  read_text_file(file.path(), "id", {.shown = "a.txt", .absolute = "/a.txt", .size_limit = 1 << 16}, items.sink());
  require(items.all<Report>().size() + items.all<Rejection>().size() == 1, "a file is one report or one rejection");
  for (const Report& report : items.all<Report>())
    require(!report.id.empty() && report.origin.path == "/a.txt", "a report of a file has an id and an origin");
  return 0;
}
