#pragma once

#include <chrono>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::sandbox::control {

// What goes wrong with the next `count` calls of a system.
struct Fault {
  std::string system;  // rule or sitoo
  std::string path;    // prefix, below the system's root
  std::string method;  // "": every method
  int status = 0;      // 0: the call is answered as always (after the delay, or with the answer lost)
  std::string body;
  std::chrono::milliseconds delay{0};
  bool drop = false;  // the work is done, then the connection is closed without an answer
  std::string retry_after;  // sent as it stands: seconds, an HTTP date, or Rule's Stockholm wall clock
  std::string rate_limit_reset;         // sent as it stands, but for a number of seconds from now
  std::optional<std::size_t> truncate;  // only so many bytes of the answer's body
  std::int64_t count = 1;
};

// The value of X-Rate-Limit-Reset, in Unix seconds (REST contract, 2.6): a number too small for that counts from `now`.
std::string rate_limit_reset_text(const Fault& fault, Timestamp now);

Result<Fault> parse_fault(const json::object& body);
json::object to_json(const Fault& fault);

class Faults {
 public:
  void add(Fault fault);
  void clear();
  json::array list() const;
  // The first fault that fits, with one of its calls used up.
  std::optional<Fault> take(std::string_view system, std::string_view method, std::string_view path);

 private:
  mutable std::mutex mutex_;
  std::vector<Fault> faults_;
};

}  // namespace kassabro::sandbox::control
