// A text → tokens, sentences, paragraphs and quotations, which fit into each other.
#include "language/knowledge_files.hpp"
#include "language/sentence_splitter.hpp"
#include "language/tokenizer.hpp"
#include "property.hpp"

namespace averment {
namespace {

void check_tokens(const Text& text) {
  std::uint32_t end = 0;
  for (const Token& token : text.tokens) {
    require_span(text.source, token.span);
    require(token.span.begin >= end, "tokens are in order and do not overlap");
    require(token.folded_begin + token.folded_size <= text.folded_text.size(), "folded forms are there");
    require(token.sentence < text.sentences.size(), "tokens stand in sentences");
    end = token.span.end;
  }
  require(!invalid_utf8(text.folded_text), "folded forms are UTF-8");
}

void check_sentences(const Text& text) {
  std::uint32_t token = 0, paragraph = 0;
  for (std::uint32_t i = 0; i < text.sentences.size(); ++i) {
    const Sentence& sentence = text.sentences[i];
    require_span(text.source, sentence.span);
    require(sentence.first == token && sentence.first < sentence.last, "each token is in one sentence");
    require(sentence.last - sentence.first <= 400, "sentences have at most 400 tokens");
    require(sentence.paragraph >= paragraph, "paragraphs are in order");
    for (; token < sentence.last; ++token) {
      require(text.tokens[token].sentence == i, "tokens know their sentence");
      require(sentence.span.contains(text.tokens[token].span), "sentences hold their tokens");
    }
    paragraph = sentence.paragraph;
  }
  require(token == text.tokens.size(), "no token is without a sentence");
}

void check_paragraphs(std::string_view source) {
  const std::vector<std::uint32_t> begins = find_paragraphs(source);
  require(!begins.empty() && begins.front() == 0, "the first paragraph begins the text");
  for (std::size_t i = 1; i < begins.size(); ++i)
    require(begins[i - 1] < begins[i] && begins[i] <= source.size(), "paragraphs ascend");
}

}  // namespace
}  // namespace averment

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace averment;
  static const KnowledgeFiles files;
  static const Tokenizer tokenizer(files);
  const std::string source = as_text(bytes_of(data, size));
  const Text text = tokenizer.tokenize(source);
  check_tokens(text);
  check_sentences(text);
  check_paragraphs(source);
  for (const Quotation& quotation : text.quotations)
    require(quotation.first < quotation.last && quotation.last <= text.tokens.size(), "quotations are inside the text");
  return 0;
}
