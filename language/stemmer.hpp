// Words → stems, by the Snowball algorithms that Xapian carries.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace averment {

/// Not for two threads at once.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();

  /// Of a case-folded word; the word itself where no algorithm knows the language. `lang`: ISO 639-1.
  std::string stem(std::string_view word, std::string_view lang);

  bool knows(std::string_view lang);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace averment
