// Reports and queries at random, from few words and names, so that they meet.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "averment/query.hpp"
#include "averment/searcher.hpp"
#include "test_index.hpp"

namespace averment {

class RandomReports {
 public:
  explicit RandomReports(unsigned seed) : random_(seed) {}

  std::vector<MadeReport> reports(int count);
  Query query(int depth);
  ClaimFilter filter();
  unsigned number(unsigned below) { return static_cast<unsigned>(random_() % below); }

 private:
  MadeReport report(const std::string& id);
  Claim claim();
  Query leaf();
  Query text_leaf();
  Query date_leaf();
  Query one_word();
  Query value(Field field, const std::string& text);
  std::string word();
  std::string pick(const std::vector<std::string>& values) { return values[random_() % values.size()]; }

  std::mt19937 random_;
};

}  // namespace averment
