#include "main/core_file.hpp"

#include <sys/resource.h>

namespace kassabro::main {

void keep_no_core() {
  constexpr rlimit none{0, 0};
  ::setrlimit(RLIMIT_CORE, &none);
}

}  // namespace kassabro::main
