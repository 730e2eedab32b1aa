#include "http/problem.hpp"

#include <string>

#include "base/json.hpp"

namespace kassabro::http {
namespace {

// `error_code` values of Sitoo's newer SPIs; what has no word there is "other".
std::string_view error_code_of(int status) {
  switch (status) {
    case 400: return "bad-request";
    case 401: return "unauthorized";
    case 403: return "forbidden";
    case 404: return "not-found";
    case 429: return "too-many-requests";
    case 502: return "bad-gateway";
    default: return "other";
  }
}

}  // namespace

int status_of(ErrorCode code) {
  switch (code) {
    case ErrorCode::invalid: return 400;
    case ErrorCode::unauthorized: return 401;
    case ErrorCode::forbidden: return 403;
    case ErrorCode::not_found: return 404;
    case ErrorCode::conflict: return 409;
    case ErrorCode::too_large: return 413;
    case ErrorCode::too_many_requests: return 429;
    case ErrorCode::unavailable: return 503;
  }
  return 503;
}

Response problem(int status, std::string_view message, std::string_view field, std::string_view request_id) {
  json::object data{{"message", message}};
  if (!field.empty()) data["field"] = field;
  std::string text(message);
  if (!field.empty()) text = std::string(field) + ": " + text;
  json::object body{{"statuscode", status}, {"errortext", text}, {"error_code", error_code_of(status)}, {"error_data", data}};
  if (!request_id.empty()) body["request_id"] = request_id;
  return json_response(to_json_text(body), status);
}

Response problem(const Error& error, std::string_view request_id) {
  return problem(status_of(error.code), error.message, error.field, request_id);
}

}  // namespace kassabro::http
