#pragma once

#include <string>

namespace kassabro::app {

// Who made a change, as far as the till tells (Store-ID, Staff-ID, Register-ID; empty otherwise).
struct Origin {
  std::string source;  // "sitoo_v1", "sitoo_v2", "sitoo_rest", "rule", "order" ...
  std::string store;
  std::string staff;
  std::string register_id;
};

}  // namespace kassabro::app
