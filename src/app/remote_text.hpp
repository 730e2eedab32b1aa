#pragma once

#include <string>
#include <vector>

namespace kassabro::app {

// A field of the marketing platform that the customer card shows ("Subscriber.Level"), as text; of a list each text.
struct RemoteText {
  std::string key;
  std::vector<std::string> values;
  friend bool operator==(const RemoteText&, const RemoteText&) = default;
};

}  // namespace kassabro::app
