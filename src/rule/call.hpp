#pragma once

#include <expected>
#include <optional>
#include <string>
#include <vector>

#include "base/async.hpp"
#include "base/clock.hpp"
#include "base/json.hpp"
#include "http/client.hpp"

namespace kassabro::rule {

enum class Expect { json, text };

// One call to Rule, without the key: `path` begins with "/v2/" or "/v3/".
struct Call {
  http::Method method = http::Method::get;
  std::string path;
  std::optional<json::value> body;
  Expect expect = Expect::json;
};

struct Answer {
  int status = 200;
  json::value body;  // null for 204; a string when text is expected
};

enum class CallErrorKind {
  transport,     // no answer
  rate_limited,  // 429, or our own governor says that asking now would hurt
  unauthorized,  // the key is refused
  invalid,       // Rule refuses the content
  not_found,
  conflict,
  server,        // 5xx, or an answer that is none of Rule's
};

struct CallError {
  CallErrorKind kind = CallErrorKind::transport;
  std::string message;              // for people; no personal data and no key in it
  bool maybe_received = false;      // the work may have been done all the same
  Timestamp not_before;             // of rate_limited
  std::vector<std::string> fields;  // of invalid: Rule's names of the refused members
  int status = 0;                   // HTTP's; 0: no answer
};

using CallResult = std::expected<Answer, CallError>;

}  // namespace kassabro::rule
