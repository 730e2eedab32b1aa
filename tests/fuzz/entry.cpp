#include "tests/fuzz/target.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  kassabro::fuzz::run_one({reinterpret_cast<const char*>(data), size});
  return 0;
}
