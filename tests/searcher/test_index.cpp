// A small index of reports made by hand, for the tests of this folder.
#include "test_index.hpp"

#include "indexer/document_builder.hpp"
#include "indexer/index_writer.hpp"
#include "store/schema.hpp"

namespace averment {
namespace {

SearchAnalyzer& analyzer() {
  static SearchAnalyzer analyzer;
  return analyzer;
}

}  // namespace

MadeReport::MadeReport(const std::string& id, const std::string& text, const std::string& lang) {
  analyzed_.report.id = id;
  analyzed_.report.text = text;
  analyzed_.report.lang = lang;
  analyzed_.tokens = analyzer().analyze(text, lang);
}

MadeReport& MadeReport::title(const std::string& title) {
  analyzed_.title_tokens = analyzer().analyze(title, analyzed_.report.lang);
  return set(analyzed_.report.title, title);
}

MadeReport& MadeReport::origin(const std::string& path, std::uint64_t line) {
  analyzed_.report.origin = {path, line};
  return *this;
}

MadeReport& MadeReport::mention(EntityType type, const std::string& written, const std::string& name) {
  const auto begin = static_cast<std::uint32_t>(analyzed_.report.text.find(written));
  analyzed_.mentions.push_back({{begin, begin + static_cast<std::uint32_t>(written.size())}, type, name});
  std::sort(analyzed_.mentions.begin(), analyzed_.mentions.end(),
            [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return *this;
}

MadeReport& MadeReport::claim(const std::string& figure, Claim claim) {
  const std::uint32_t behind = analyzed_.claims.empty() ? 0 : analyzed_.claims.back().figure.end;
  const auto begin = static_cast<std::uint32_t>(analyzed_.report.text.find(figure, behind));
  claim.figure = {begin, begin + static_cast<std::uint32_t>(figure.size())};
  claim.sentence = {0, static_cast<std::uint32_t>(analyzed_.report.text.size())};
  analyzed_.claims.push_back(std::move(claim));
  return *this;
}

MadeClaim::operator Claim() const {
  Claim claim;
  claim.category = category;
  claim.low = low;
  claim.high = high;
  claim.qualifier = qualifier;
  claim.group_name = group;
  claim.event_date = event_date;
  claim.place = place;
  claim.modality = modality;
  claim.rule = "by-hand";
  claim.counted = counted;
  claim.stake = stake;
  if (!source.empty()) {
    claim.source.emplace();
    claim.source->source = claim.source->name = source;
    claim.source->via = via;
    claim.source->party = party;
  }
  return claim;
}

TestIndex::TestIndex() : writer_(std::make_unique<IndexWriter>(folder(), "test")) {}

TestIndex::TestIndex(const std::vector<MadeReport>& reports) : TestIndex() { write(reports); }

TestIndex::~TestIndex() = default;

void TestIndex::put(const MadeReport& report) { writer_->put(build_document(report.analyzed(), "content")); }

void TestIndex::remove(const std::string& report_id) {
  if (const auto stored = writer_->find(report_id)) writer_->remove(stored->number);
}

void TestIndex::commit() { writer_->commit(); }

void TestIndex::tamper(const std::string& report_id, const std::function<void(Xapian::Document&)>& change) {
  writer_.reset();
  Xapian::WritableDatabase database(folder().string(), Xapian::DB_OPEN);
  const Xapian::docid number = *database.postlist_begin(schema::report_term(report_id));
  Xapian::Document document = database.get_document(number);
  change(document);
  database.replace_document(number, document);
  database.commit();
}

void TestIndex::tamper_metadata(const std::string& key, const std::string& value) {
  writer_.reset();
  Xapian::WritableDatabase database(folder().string(), Xapian::DB_OPEN);
  database.set_metadata(key, value);
  database.commit();
}

void TestIndex::write(const std::vector<MadeReport>& reports) {
  for (const MadeReport& report : reports) put(report);
  commit();
}

}  // namespace averment
