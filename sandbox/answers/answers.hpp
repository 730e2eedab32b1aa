#pragma once

#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/result.hpp"
#include "http/message.hpp"

namespace kassabro::sandbox {

http::Response json_answer(const json::value& body, int status = 200);

// How the sandbox's own interfaces (pages, /control) refuse: {"error":{"message","field","status"}} (PAGES_API.md).
http::Response error_answer(int status, std::string_view message, std::string_view field = {});
http::Response error_answer(const Error& error);

// The request's body as a JSON object; an empty body is an empty object. Errors: not JSON, not an object.
Result<json::object> parse_object(std::string_view body);

// "Mon, 23 Nov 2026 10:00:00 GMT": Rule's `Retry-After` is only readable against the answer's `Date`.
std::string to_http_date(Timestamp at);

}  // namespace kassabro::sandbox
