// SHA-256, for ids and evidence.
#pragma once

#include <nettle/sha2.h>

#include <string>
#include <string_view>

namespace averment {

class Sha256 {
 public:
  Sha256() { sha256_init(&state_); }
  void add(std::string_view bytes);
  std::string digest();  ///< 32 bytes; starts anew.

 private:
  sha256_ctx state_;
};

/// 64 hexadecimal digits.
std::string sha256(std::string_view bytes);

}  // namespace averment
