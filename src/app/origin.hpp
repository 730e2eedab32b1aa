#pragma once

#include <string>

#include "base/trace.hpp"

namespace kassabro::app {

// Who made a change, as far as the till tells (Store-ID, Staff-ID, Register-ID; empty otherwise).
struct Origin {
  std::string source;  // "sitoo_v1", "sitoo_v2", "sitoo_rest", "rule", "order" ...
  std::string store;
  std::string staff;
  std::string register_id;
  Trace trace = {};  // of the call that made it; what is told of the change belongs to it
};

}  // namespace kassabro::app
