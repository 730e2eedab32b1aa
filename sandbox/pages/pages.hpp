#pragma once

#include <string_view>

#include "http/message.hpp"

namespace kassabro::sandbox::pages {

// Serves the pages: one HTML document for /pos, /backoffice and /rule with everything below them, files below /assets, and a
// list of the three at "/".
http::Response answer_page(const http::Request& request, std::string_view path);

}  // namespace kassabro::sandbox::pages
