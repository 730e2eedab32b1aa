#pragma once

#include <string>

#include "app/sent_calls.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// One try of a delivery, as people look at it later.
struct DeliveryTry {
  int number = 0;  // counts from 1; given by the store
  Timestamp at;    // when it began
  std::chrono::milliseconds took{0};
  std::string outcome;  // "delivered", "deferred", "retry", "rejected", "unauthorized"
  std::string reason;
  SentCalls calls;
};

// So many of a delivery are kept, the latest ones.
inline constexpr int tries_kept_max = 50;

}  // namespace kassabro::app
