// Checks an index against itself and against the files that its reports came from.
#include "searcher/verifier.hpp"

#include <algorithm>

#include "averment/error.hpp"
#include "searcher/origin_checker.hpp"
#include "store/filed_claims.hpp"
#include "store/report_values.hpp"
#include "store/schema.hpp"
#include "store/stored_report.hpp"

namespace averment {
namespace {

namespace slot = schema::slot;

std::vector<std::string> sorted(std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

/// What is wrong with the document, in words; empty: nothing. Sound reports are given to `origins`.
std::string fault(const IndexView& index, const Xapian::Document& document, OriginChecker& origins) {
  const RecordedReport record = deserialize(index.stored(document.get_docid()));
  const auto differs = [&](Xapian::valueno value, const std::string& expected) {
    return document.get_value(value) != expected;
  };
  if (differs(slot::report, record.report.id)) return "its id is not the one it is filed under";
  if (differs(slot::heading, pack(heading_of(record.report, record.claims))))
    return "its heading is not that of its record";
  if (differs(slot::claims, pack(packed_claims(record.claims), schema::day_number(record.report.published))))
    return "its packed claims are not those of its record";
  if (differs(slot::lines, pack(lines_of(record.report, record.claims))))
    return "what tables show of its claims is not what its record has";
  if (filed_claims(index.database(), document.get_docid()) != sorted(claim_ids(record)))
    return "its claims are filed under other ids";
  if (differs(slot::date, schema::day_digits(record.report.published))) return "its day is not that of its record";
  if (differs(slot::facets, pack(packed_facets(facet_names(record.report)))) ||
      differs(slot::names, pack(packed_facets(mentioned_names(record.mentions)))))
    return "its packed names are not those of its record";
  origins.add(record.report, record.sha256);
  return {};
}

std::string checked(const IndexView& index, Xapian::docid id, OriginChecker& origins, std::string& report) {
  try {
    const Xapian::Document document = index.database().get_document(id);
    report = document.get_value(slot::report);
    return fault(index, document, origins);
  } catch (const Xapian::DatabaseModifiedError&) {
    throw;
  } catch (const Xapian::Error& error) {
    return "Xapian cannot read it: " + error.get_msg();
  } catch (const Error& error) {
    return error.what();
  }
}

}  // namespace

std::vector<Damage> verify_index(IndexView& index, bool files) {
  OriginChecker origins;
  std::vector<Damage> damages;
  Xapian::docid next = 1;
  // A report's documents do not change while they are read; where a writer comes in between, go on from there.
  const auto check_all = [&] {
    const Xapian::Database& database = index.database();
    auto document = database.postlist_begin("");
    for (document.skip_to(next); document != database.postlist_end(""); ++document) {
      std::string report;
      if (std::string what = checked(index, *document, origins, report); !what.empty())
        damages.push_back({report, std::move(what) + "; index the report again"});
      next = *document + 1;
    }
  };
  index.read("verify", check_all);
  if (!files) return damages;
  for (Damage& damage : origins.check()) damages.push_back(std::move(damage));
  return damages;
}

}  // namespace averment
