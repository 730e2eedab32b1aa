#pragma once

#include <algorithm>
#include <cstdlib>

namespace kassabro::testing {

// Tests that fail the first, the second, the third ... of something leave some out, so that all tests together stay quick:
// KASSABRO_FAULT_STRIDE=1 fails each (script/soak).
inline int fault_stride(int usual) {
  const char* text = std::getenv("KASSABRO_FAULT_STRIDE");
  return text == nullptr ? usual : std::max(1, std::atoi(text));
}

}  // namespace kassabro::testing
