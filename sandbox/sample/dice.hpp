#pragma once

#include <cstdint>

namespace kassabro::sandbox::sample {

// SplitMix64: the same numbers with every compiler and library, which the distributions of <random> do not promise.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::int64_t below(std::int64_t limit) { return static_cast<std::int64_t>(next() % static_cast<std::uint64_t>(limit)); }
  bool percent(int chance) { return below(100) < chance; }

 private:
  std::uint64_t state_;
};

template <class List>
const auto& pick(Dice& dice, const List& list) {
  return list[static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(list.size())))];
}

}  // namespace kassabro::sandbox::sample
