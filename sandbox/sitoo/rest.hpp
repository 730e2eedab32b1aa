#pragma once

#include "http/message.hpp"
#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// Sitoo REST v2. `path` stands below "/sitoo" ("/v2/accounts/1500/orders.json"). API id 1500-1, password "sandbox".
http::Response answer_rest(Books& books, const http::Request& request, std::string_view path);

}  // namespace kassabro::sandbox::sitoo
