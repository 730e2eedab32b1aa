#pragma once

#include "http/message.hpp"
#include "sandbox/rule/state.hpp"

namespace kassabro::sandbox::rule {

// What the page at /rule calls (PAGES_API.md, "Rule"). `path` stands below "/rule/pages-api".
http::Response answer_pages(State& state, const http::Request& request, std::string_view path, Timestamp now);

}  // namespace kassabro::sandbox::rule
