#pragma once

#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::sitoo {

// What the till's page calls (PAGES_API.md, "Point of sale"). `path` stands below "/pos/api".
Async<http::Response> answer_pos(Books& books, Till& till, const http::Request& request, std::string_view path);

// What the backoffice's page calls. `path` stands below "/backoffice/api".
Async<http::Response> answer_backoffice(Books& books, CrmContacts& contacts, const http::Request& request,
                                        std::string_view path);

}  // namespace kassabro::sandbox::sitoo
