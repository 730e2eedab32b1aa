#pragma once

#include <string_view>

#include "http/message.hpp"

namespace kassabro::admin_pages {

// Serves the admin pages: files below /assets, the API's document at /api/v1/openapi.json, and an HTML document for every
// other path, since the pages read the path themselves: one for a browser that brings a session's cookie, one for all others.
// The API's own paths are the caller's to take out before.
http::Response answer_page(const http::Request& request, std::string_view path);

}  // namespace kassabro::admin_pages
