#pragma once

#include "http/message.hpp"
#include "http/router.hpp"
#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// One call of Sitoo REST as a handler sees it; the books' mutex is held. params: account, site, id.
struct RestCall {
  Books& books;
  const http::Query& query;
  const http::PathParams& params;
};

inline http::Response refuse(int status, std::string_view text) {
  return json_answer(json::object{{"statuscode", status}, {"errortext", text}}, status);
}

inline json::object envelope(std::size_t total, json::array items) {
  return {{"totalcount", total}, {"items", std::move(items)}};
}

// z_reports.cpp
http::Response list_z_reports(RestCall&);

// rest_places.cpp: where things are sold, and to whom.
http::Response list_stores(RestCall&), get_store(RestCall&);
http::Response list_warehouses(RestCall&), get_warehouse(RestCall&);
http::Response list_registers(RestCall&), get_register(RestCall&);
http::Response list_users(RestCall&), get_user(RestCall&);

}  // namespace kassabro::sandbox::sitoo
