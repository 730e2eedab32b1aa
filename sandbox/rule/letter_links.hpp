#pragma once

#include "http/message.hpp"
#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

// Where the links of a letter lead. `path` stands below "/rule/letters": "/1/1042-secret" shows the letter in the browser,
// "/1/1042-secret/unsubscribe" takes its reader off the list of the letter's channel and says so.
http::Response answer_letter_link(State& state, const http::Request& request, std::string_view path, std::string_view base_url,
                                  Timestamp now);

}  // namespace kassabro::sandbox::rule
