// The terms of a document with their counts, in little memory until Xapian takes them.
#include "indexer/document_terms.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace averment {
namespace {

constexpr std::size_t usual_letters = 8;  // of a term

std::uint64_t beginning_of(std::string_view text) {
  std::uint64_t number = 0;
  std::memcpy(&number, text.data(), std::min(text.size(), sizeof number));
  return std::endian::native == std::endian::little ? __builtin_bswap64(number) : number;
}

}  // namespace

void DocumentTerms::reserve(std::size_t terms) {
  terms_.reserve(terms);
  letters_.reserve(terms * usual_letters);
}

void DocumentTerms::add(std::string_view prefix, std::string_view text, std::uint32_t count) {
  Term term{0, static_cast<std::uint32_t>(letters_.size()), static_cast<std::uint32_t>(prefix.size() + text.size()),
            count};
  letters_.append(prefix).append(text);
  term.beginning = beginning_of(text_of(term));
  terms_.push_back(term);
}

void DocumentTerms::sort() {
  std::sort(terms_.begin(), terms_.end(), [this](const Term& a, const Term& b) {
    return a.beginning != b.beginning ? a.beginning < b.beginning : text_of(a) < text_of(b);
  });
  std::size_t kept = 0;
  for (const Term& term : terms_)
    if (kept > 0 && text_of(terms_[kept - 1]) == text_of(term))
      terms_[kept - 1].count += term.count;
    else
      terms_[kept++] = term;
  terms_.resize(kept);
}

void DocumentTerms::add_to(Xapian::Document& document) const {
  std::string name;
  for (const Term& term : terms_) document.add_term(name.assign(text_of(term)), term.count);
}

void DocumentTerms::add_to(DocumentChecksum& checksum) const {
  for (const Term& term : terms_) checksum.add_term(text_of(term), term.count);
}

}  // namespace averment
