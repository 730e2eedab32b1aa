#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace kassabro::app {

// One call of a try, as it was sent and answered; without the key.
struct SentCall {
  std::string method;
  std::string path;    // with the query
  std::string body;    // "": there was none, or nobody was reached; of a call for several customers this one's part
  int status = 0;      // HTTP's; 0: no answer
  std::string answer;  // or why there was none
  std::chrono::milliseconds took{0};
  int shared_by = 1;   // for how many customers the call was
  friend bool operator==(const SentCall&, const SentCall&) = default;
};

using SentCalls = std::vector<SentCall>;

// Longest texts that are kept of a call, in bytes; what is longer is cut.
inline constexpr std::size_t sent_body_bytes_max = 64 * 1024;
inline constexpr std::size_t sent_answer_bytes_max = 4 * 1024;

}  // namespace kassabro::app
