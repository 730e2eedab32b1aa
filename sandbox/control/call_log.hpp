#pragma once

#include <cstdint>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/json.hpp"

namespace kassabro::sandbox::control {

// One call that a system of the sandbox received ("rule", "sitoo") or made ("crm", "webhook").
struct LoggedCall {
  std::int64_t id = 0;
  Timestamp at;
  std::string system, method, path, query;  // the path below the system's root; of a call made, the whole URL
  int status = 0;                            // 0: no answer was given, or none came
  std::size_t bytes = 0;                     // of the request's body
  std::size_t answer_bytes = 0;
  std::string body;
  std::string traceparent = {};  // as it came; "": it did not
  std::string tracestate = {};
};

// The last 100,000 calls. Bodies are kept as long as all of them together stay below 128 MiB.
class CallLog {
 public:
  void add(LoggedCall call);
  void clear();

  struct Filter {
    std::string_view system;  // "": all
    std::int64_t after = 0;
    std::size_t limit = 0;
    bool with_bodies = false;
  };
  json::object list(const Filter& filter) const;

 private:
  void forget_bodies();
  mutable std::mutex mutex_;
  std::deque<LoggedCall> calls_;
  std::int64_t last_id_ = 0;
  std::int64_t first_id_with_body_ = 1;
  std::size_t body_bytes_ = 0;
};

}  // namespace kassabro::sandbox::control
