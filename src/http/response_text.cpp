#include "http/response_text.hpp"

#include <fmt/format.h>

#include <iterator>

namespace kassabro::http {
namespace {

std::string_view reason_of(int status) {
  switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 302: return "Found";
    case 304: return "Not Modified";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 413: return "Content Too Large";
    case 415: return "Unsupported Media Type";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 500: return "Internal Server Error";
    case 503: return "Service Unavailable";
    default: return "Status";
  }
}

bool has_no_body(int status) { return status == 204 || status == 304; }

}  // namespace

void write_response_text(std::string& out, const Response& response, bool keep_alive, bool head_only) {
  out.clear();
  auto end = std::back_inserter(out);
  fmt::format_to(end, "HTTP/1.1 {} {}\r\n", response.status, reason_of(response.status));
  if (!response.content_type.empty() && !has_no_body(response.status))
    fmt::format_to(end, "Content-Type: {}\r\n", response.content_type);
  if (!has_no_body(response.status)) fmt::format_to(end, "Content-Length: {}\r\n", response.body.size());
  for (const auto& [name, value] : response.headers) fmt::format_to(end, "{}: {}\r\n", name, value);
  if (!keep_alive) out += "Connection: close\r\n";
  out += "\r\n";
  if (!head_only && !has_no_body(response.status)) out += response.body;
}

}  // namespace kassabro::http
