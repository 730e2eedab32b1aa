#pragma once

#include "base/clock.hpp"
#include "http/message.hpp"
#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

// Answers one call of Rule's API. `path` is normal and stands below "/rule/api" ("/v2/subscribers"); `base_url` is what
// stands before the request's own path in links to further pages ("http://127.0.0.1:8090").
http::Response answer_api(State& state, const http::Request& request, std::string_view path, std::string_view base_url,
                          Timestamp now);

// A fault's answer still counts for the account's error rate and shows it, as Rule's own failures do.
void count_fault(State& state, const http::Request& request, http::Response& response, Timestamp now);

}  // namespace kassabro::sandbox::rule
