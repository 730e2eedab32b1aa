#include "base/ids.hpp"

#include <sodium.h>

#include <atomic>
#include <vector>

namespace kassabro {
namespace {
constexpr std::int64_t epoch_2024_ms = 1704067200000;
constexpr unsigned random_bits = 22;
constexpr std::uint32_t low_mask = (1U << random_bits) - 1;

// A count in an order that looks like chance: multiplied by an odd number, the 2^22 counts become 2^22 different numbers. One
// import adds thousands of customers in a millisecond, of which pure chance would give two the same.
std::uint32_t next_low() {
  static const std::uint32_t factor = randombytes_random() | 1U;
  static std::atomic<std::uint32_t> count{randombytes_random()};
  return (count.fetch_add(1, std::memory_order_relaxed) * factor) & low_mask;
}

}  // namespace

std::int64_t new_id(Timestamp at) {
  const auto ms = to_epoch_ms(at) - epoch_2024_ms;
  return (ms << random_bits) | static_cast<std::int64_t>(next_low());
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
