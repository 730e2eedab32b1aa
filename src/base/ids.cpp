#include "base/ids.hpp"

#include <sodium.h>

#include <vector>

namespace kassabro {
namespace {
constexpr std::int64_t epoch_2024_ms = 1704067200000;
constexpr unsigned random_bits = 22;
}  // namespace

std::int64_t new_id(Timestamp at) {
  const auto ms = to_epoch_ms(at) - epoch_2024_ms;
  return (ms << random_bits) | static_cast<std::int64_t>(randombytes_uniform(1U << random_bits));
}

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> raw(bytes);
  randombytes_buf(raw.data(), raw.size());
  std::string hex(bytes * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), raw.data(), raw.size());
  hex.pop_back();
  return hex;
}

}  // namespace kassabro
