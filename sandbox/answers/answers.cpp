#include "sandbox/answers/answers.hpp"

#include <fmt/format.h>

#include <array>
#include <boost/json/serialize.hpp>

#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::sandbox {

http::Response json_answer(const json::value& body, int status) { return http::json_response(json::serialize(body), status); }

http::Response error_answer(int status, std::string_view message, std::string_view field) {
  json::object error{{"message", message}, {"field", nullptr}, {"status", status}};
  if (!field.empty()) error["field"] = field;
  return json_answer(json::object{{"error", std::move(error)}}, status);
}

http::Response error_answer(const Error& error) {
  return error_answer(http::status_of(error.code), error.message, error.field);
}

Result<json::object> parse_object(std::string_view body) {
  if (trimmed(body).empty()) return json::object{};
  auto value = parse_json(body);
  if (!value) return fail(value.error());
  if (!value->is_object()) return fail(invalid("body", "The body is not a JSON object."));
  return std::move(value->get_object());
}

std::string to_http_date(Timestamp at) {
  static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(at);
  const Date date{day};
  const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} GMT", days[std::chrono::weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), months[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace kassabro::sandbox
