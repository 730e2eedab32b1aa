#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "base/trace.hpp"

namespace kassabro::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

Method parse_method(std::string_view text);
std::string_view method_name(Method method);

using HeaderViews = std::vector<std::pair<std::string_view, std::string_view>>;

// A request as a handler sees it. All views live as long as the handler runs; `body` is at most the server's limit.
struct Request {
  Method method = Method::get;
  std::string_view method_text;  // as sent, for methods we do not know
  std::string_view target;       // path and query, still percent-encoded
  HeaderViews headers;
  std::string_view body;
  std::string peer;  // the client's address, without port
  Trace trace = {};  // as trace_headers.hpp says, with a span of the server's

  // The first header of that name, in any case; absent when there is none.
  std::optional<std::string_view> header(std::string_view name) const {
    for (const auto& [key, value] : headers)
      if (equal_nocase(key, name)) return value;
    return std::nullopt;
  }
  std::string_view path() const { return target.substr(0, target.find('?')); }
  std::string_view query() const {
    const auto mark = target.find('?');
    return mark == std::string_view::npos ? std::string_view{} : target.substr(mark + 1);
  }
};

struct Response {
  int status = 200;
  std::string_view content_type = "application/json; charset=utf-8";  // static text; empty: no body type is sent
  std::string body;
  std::vector<std::pair<std::string, std::string>> headers;
  bool drop_connection = false;  // close without any answer (the sandbox imitates a lost answer with it)
};

inline Response json_response(std::string body, int status = 200) {
  Response response;
  response.status = status;
  response.body = std::move(body);
  return response;
}

inline Response empty_response(int status) {
  Response response;
  response.status = status;
  response.content_type = {};
  return response;
}

}  // namespace kassabro::http
