// An embedder: indexes two reports and asks for claims by source.
#include <averment/indexer.hpp>
#include <averment/searcher.hpp>
#include <iostream>

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  const std::filesystem::path directory = argv[1];
  try {
    averment::Indexer indexer(directory);
    averment::Report report;
    report.id = "first";
    report.outlet = "Harbour Post";
    report.published = "2025-02-19";
    report.text = "At least 300 soldiers were killed, according to the Defence Ministry.";
    indexer.put(report);
    report.id = "second";
    report.outlet = "Valley Courier";
    report.text = "The Red Cross said 12 people were wounded in the shelling.";
    indexer.put(report);
    indexer.commit();

    averment::Searcher searcher(directory);
    const averment::Query query = averment::parse_query("category:killed OR category:wounded");
    for (const averment::FacetValue& source :
         searcher.facet(averment::Field::source, averment::Of::claims, query).values)
      std::cout << source.value << ": " << source.count << '\n';
    for (const averment::ClaimRecord& record : searcher.claims(query).hits)
      std::cout << record.report << ": " << averment::name_of(record.claim.category) << ' ' << record.figure << '\n';
  } catch (const averment::Error& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
}
