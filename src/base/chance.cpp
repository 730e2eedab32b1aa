#include "base/chance.hpp"

#include <random>

namespace kassabro {

double random_share() {
  static thread_local std::mt19937 generator{std::random_device{}()};
  return std::uniform_real_distribution<double>(0, 1)(generator);
}

}  // namespace kassabro
