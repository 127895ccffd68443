// The head of a text file → raw fields, then a report. A head says nothing about the text behind it.
#include "indexer/front_matter.hpp"
#include "read_items.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  const std::string file(as_text(bytes_of(data, size)));
  accepted<InputError>([&] {
    RawReport raw = split_front_matter(file, 64);
    const std::string text = raw[RawReport::Part::text];
    require(file.ends_with(text), "the text is the file's end");
    std::vector<LeftOut> left_out;
    const Report report = finished(std::move(raw), left_out);
    require(report.text == text, "the text stays as it is");
    require_sound(report);
  });
  return 0;
}
