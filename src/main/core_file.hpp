#pragma once

namespace kassabro::main {

// From now on this process, and what it starts, leaves no core file: one would hold customers and keys.
void keep_no_core();

}  // namespace kassabro::main
