#pragma once

#include <chrono>
#include <cstdint>
#include <random>

namespace kassabro::simulation {

// All chance of one story. The standard distributions differ between libraries, so these are our own.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // 0 .. below - 1
  int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(count)); }
  bool chance(double share) { return share > this->share(); }
  double share() { return static_cast<double>(engine_() >> 11U) / 9007199254740992.0; }  // 2^53
  std::chrono::milliseconds between(std::chrono::milliseconds least, std::chrono::milliseconds most) {
    return least + std::chrono::milliseconds(below(static_cast<int>((most - least).count() + 1)));
  }

 private:
  std::mt19937_64 engine_;
};

}  // namespace kassabro::simulation
