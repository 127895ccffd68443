// Reads whole reports out of one index.
#include "store/report_reader.hpp"

#include "store/schema.hpp"

namespace averment {

namespace slot = schema::slot;

StoredParts ReportReader::read(Xapian::docid number) {
  const Xapian::Document document = database_.get_document(number);
  return {compression_.expand(document.get_data()), document.get_value(slot::origin),
          words_.of(database_, document.get_value(slot::words))};
}

StoredParts ReportReader::read(const ReportChange& change) {
  return {compression_.expand(change.before), {}, words_.of(database_, change.words)};
}

}  // namespace averment
