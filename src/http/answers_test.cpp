#include <gtest/gtest.h>

#include "base/json.hpp"
#include "http/problem.hpp"
#include "http/response_text.hpp"

namespace kassabro::http {
namespace {

std::string text_of_response(const Response& response, bool keep_alive = true, bool head_only = false) {
  std::string text = "what was in the buffer before";
  write_response_text(text, response, keep_alive, head_only);
  return text;
}

TEST(ResponseText, has_status_type_length_and_body) {
  EXPECT_EQ(text_of_response(json_response("[]")),
            "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\n\r\n[]");
}

TEST(ResponseText, says_when_the_connection_ends_and_leaves_the_body_away_for_head) {
  EXPECT_EQ(
      text_of_response(json_response("[]"), false, true),
      "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
}

TEST(ResponseText, an_empty_answer_has_no_type_and_204_no_length) {
  EXPECT_EQ(text_of_response(empty_response(200)), "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(text_of_response(empty_response(204)), "HTTP/1.1 204 No Content\r\n\r\n");
}

TEST(ResponseText, writes_further_headers) {
  auto response = empty_response(302);
  response.headers.emplace_back("Location", "/pos");
  EXPECT_EQ(text_of_response(response), "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /pos\r\n\r\n");
}

TEST(Problem, is_understood_by_readers_of_both_kinds) {
  const auto response = problem(invalid("mobile", "This is not a valid phone number."), "r1");
  EXPECT_EQ(response.status, 400);
  EXPECT_EQ(response.body,
            R"({"statuscode":400,"errortext":"mobile: This is not a valid phone number.","error_code":"bad-request",)"
            R"("error_data":{"message":"This is not a valid phone number.","field":"mobile"},"request_id":"r1"})");
}

TEST(Problem, every_error_has_its_status_and_its_word) {
  for (const auto& [code, status, word] :
       {std::tuple{ErrorCode::invalid, 400, "bad-request"}, std::tuple{ErrorCode::unauthorized, 401, "unauthorized"},
        std::tuple{ErrorCode::forbidden, 403, "forbidden"}, std::tuple{ErrorCode::not_found, 404, "not-found"},
        std::tuple{ErrorCode::conflict, 409, "other"}, std::tuple{ErrorCode::too_large, 413, "other"},
        std::tuple{ErrorCode::too_many_requests, 429, "too-many-requests"}, std::tuple{ErrorCode::unavailable, 503, "other"}}) {
    const auto response = problem(Error{code, "Why.", ""});
    EXPECT_EQ(response.status, status);
    const auto body = *parse_json(response.body);
    EXPECT_EQ(body.at("error_code").as_string(), word);
    EXPECT_EQ(body.at("errortext").as_string(), "Why.");
    EXPECT_FALSE(body.at("error_data").as_object().contains("field"));
  }
}

}  // namespace
}  // namespace kassabro::http
