#pragma once

#include <string_view>

#include "base/result.hpp"

namespace kassabro::webhooks {

enum class PlainHttp { refused, where_allowed };

// Is this an address that may be called? https and a host; http only where some private addresses are allowed, and then it is the
// address that is connected to that decides (http::OutboundRequest::plain_only_allowed). The error's field is "url".
Result<void> check_endpoint_url(std::string_view url, PlainHttp plain);

}  // namespace kassabro::webhooks
