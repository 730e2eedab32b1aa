#pragma once

#include <optional>
#include <string>

#include "main/checkup.hpp"

namespace kassabro::main {

// Tells once that a disk has become scarce, once that it is full, and again only after an hour without either: a disk that fills goes
// to and fro at the limit.
class DiskWatch {
 public:
  // `troubles`: as judge_space finds them now. What people should be told; absent: nothing new.
  std::optional<std::string> worsens(const Troubles& troubles, Timestamp now);

 private:
  std::optional<Severity> told_;
  Timestamp troubled_at_;
};

}  // namespace kassabro::main
