#pragma once

#include <functional>

#include "base/async.hpp"
#include "sandbox/control/world.hpp"

namespace kassabro::sandbox::control {

using PageServer = std::function<http::Response(const http::Request&, std::string_view path)>;

// Every request of the sandbox passes here: it goes to its system; calls to Rule's API and Sitoo's REST are logged and may be
// made to fail by a fault.
Async<http::Response> answer(World& world, const PageServer& pages, const http::Request& request);

// The switches. `path` stands below "/control".
Async<http::Response> answer_control(World& world, const http::Request& request, std::string_view path);

// GET /control/calls, and the same for the Rule page.
http::Response list_calls(World& world, std::string_view query);

}  // namespace kassabro::sandbox::control
