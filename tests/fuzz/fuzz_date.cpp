// Dates as outlets write them → their one form, which stays as it is.
#include "indexer/published_date.hpp"
#include "property.hpp"
#include "searcher/calendar.hpp"
#include "store/schema.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  const std::string date = normal_date(bytes_of(data, size));
  require(normal_date(date) == date, "a normal date is normal");
  if (date.empty()) return 0;
  const std::string day = date.substr(0, date.find('T'));
  require(is_date(day), "its day is one that queries take");
  require(schema::day_number(date) != 0, "the index takes it");
  require(first_day(day) <= last_day(day), "days are in order");
  return 0;
}
