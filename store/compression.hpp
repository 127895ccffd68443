// Reports' bytes in few: zstd, with a dictionary of what the index's own reports say again and again.
#pragma once

#include <xapian.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace averment {

/// One index's. Not for two threads at once.
class Compression {
 public:
  /// As the index's metadata have it. @throws IndexError (damaged) if its dictionary is not what was written.
  explicit Compression(const Xapian::Database& database);
  Compression(Compression&&) noexcept;
  Compression& operator=(Compression&&) noexcept;
  ~Compression();

  std::string compress(std::string_view bytes) const;
  /// @throws IndexError (damaged) where `bytes` are not of this index, whatever they are.
  std::string expand(std::string_view bytes) const;

  /// The index has no dictionary but reports enough to make one of.
  bool can_learn(const Xapian::Database& database) const;
  /// Trains a dictionary on reports of the index and writes it to the metadata, as a part of the transaction under way.
  /// What was compressed before stays readable. Some 0.2 s, once; where there is nothing to learn, it is not tried
  /// again.
  void learn(Xapian::WritableDatabase& database);

 private:
  struct Contexts;

  void use(std::string_view dictionary);

  std::unique_ptr<Contexts> contexts_;
};

}  // namespace averment
