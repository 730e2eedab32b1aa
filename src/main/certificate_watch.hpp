#pragma once

#include <optional>
#include <string>

#include "base/clock.hpp"

namespace kassabro::main {

// Tells that the public listener's certificate ends: two weeks before, three days before, and when it has ended, each once.
class CertificateWatch {
 public:
  // What people should be told; absent: nothing new. Another `ends_at` is a new certificate.
  std::optional<std::string> nears(Timestamp ends_at, Timestamp now);

 private:
  Timestamp ends_at_;
  std::optional<int> told_days_;
};

}  // namespace kassabro::main
