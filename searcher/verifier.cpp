// Checks an index against itself and against the files that its reports came from.
#include "searcher/verifier.hpp"

#include <algorithm>
#include <unordered_set>

#include "averment/error.hpp"
#include "searcher/deadline.hpp"
#include "searcher/list_checker.hpp"
#include "searcher/origin_checker.hpp"
#include "store/checksum.hpp"
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

class Verifier {
 public:
  explicit Verifier(IndexView& index) : index_(index) {}

  std::vector<Damage> run(bool files) {
    index_.read("verify", [this] { check_documents(); });
    for (const std::string& fault : index_.read("verify", [this] { return faults_beside_documents(); }))
      damages_.push_back({"", fault + "; index the reports again into a new folder"});
    if (files)
      for (Damage& damage : origins_.check()) damages_.push_back(std::move(damage));
    return std::move(damages_);
  }

 private:
  /// A report's documents do not change while they are read; where a writer comes in between, it goes on from there.
  void check_documents() {
    const Xapian::Database& database = index_.database();
    auto document = database.postlist_begin("");
    for (document.skip_to(next_); document != database.postlist_end(""); ++document) {
      check_time();
      std::string report;
      if (std::string what = checked(*document, report); !what.empty())
        damages_.push_back({report, std::move(what) + "; index the report again"});
      next_ = *document + 1;
    }
  }

  std::string checked(Xapian::docid number, std::string& report) {
    try {
      const Xapian::Document document = index_.database().get_document(number);
      report = document.get_value(slot::report);
      return fault(document);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const TimeLimitError&) {
      throw;
    } catch (const Xapian::Error& error) {
      return "Xapian cannot read it: " + error.get_msg();
    } catch (const Error& error) {
      return error.what();
    }
  }

  /// What is wrong with the document, in words; empty: nothing.
  std::string fault(const Xapian::Document& document) {
    const RecordedReport record = deserialize(index_.stored(document.get_docid()));
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
    if (filed_claims(index_.database(), document.get_docid()) != sorted(claim_ids(record)))
      return "its claims are filed under other ids";
    if (differs(slot::date, schema::day_digits(record.report.published))) return "its day is not that of its record";
    const std::vector<FacetName> facets = facet_names(record.report), names = mentioned_names(record.mentions);
    if (differs(slot::facets, pack(packed_facets(facets))) || differs(slot::names, pack(packed_facets(names))))
      return "its packed names are not those of its record";
    if (differs(slot::checksum, checksum_of(document))) return "its words or values are not those that were written";
    for (const auto& named : {facets, names, claim_names(record.claims)})
      for (const FacetName& name : named)
        if (!is_labelled(document.get_docid(), name)) return "one of its names is missing from the index";
    origins_.add(record.report, record.sha256);
    return {};
  }

  bool is_labelled(Xapian::docid number, const FacetName& name) {
    const std::size_t shard = index_.shard_of(number);
    const std::string key = schema::label_key(name.field, schema::name_id(name.name));
    if (!labels_.insert(std::to_string(shard) + key).second) return true;  // looked for before
    return index_.shards()[shard].database.get_metadata(key) == name.name;
  }

  std::vector<std::string> faults_beside_documents() const {
    std::vector<std::string> all;
    for (const Shard& shard : index_.shards())
      for (const std::string& fault : averment::faults_beside_documents(shard))
        all.push_back("'" + shard.directory.string() + "': " + fault);
    return all;
  }

  IndexView& index_;
  OriginChecker origins_;
  std::vector<Damage> damages_;
  Xapian::docid next_ = 1;
  std::unordered_set<std::string> labels_;
};

}  // namespace

std::vector<Damage> verify_index(IndexView& index, bool files) { return Verifier(index).run(files); }

}  // namespace averment
