// Damages bytes in every simple way, and checks that their reader says so or reads something, but never crashes.
#pragma once

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "averment/error.hpp"

namespace averment {

/// How many of the damaged copies `read` refused with IndexError (damaged); any other exception fails the test.
template <typename Read>
std::size_t refusals(std::string_view bytes, Read read) {
  try {
    read(bytes);
    return 0;
  } catch (const IndexError& error) {
    EXPECT_EQ(error.reason(), IndexError::Reason::damaged);
    return 1;
  }
}

/// Each bit flipped on its own. Returns how many copies were refused.
template <typename Read>
std::size_t flip_bits(std::string bytes, Read read) {
  std::size_t refused = 0;
  for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
    refused += refusals(bytes, read);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ 1 << bit % 8);
  }
  return refused;
}

/// Each proper beginning of the bytes. Returns how many were refused.
template <typename Read>
std::size_t cut_short(std::string_view bytes, Read read) {
  std::size_t refused = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) refused += refusals(bytes.substr(0, size), read);
  return refused;
}

/// Bytes of chance.
template <typename Read>
void read_noise(Read read) {
  std::mt19937 random(20250219);
  for (int round = 0; round < 20000; ++round) {
    std::string bytes(random() % 64, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random() % (round % 2 ? 256 : 8));
    refusals(bytes, read);
  }
}

}  // namespace averment
