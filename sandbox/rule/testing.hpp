#pragma once

// A Rule to talk to without a network: state, clock and the wire, for the tests of this directory.

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "base/time_text.hpp"
#include "http/router.hpp"
#include "sandbox/rule/api.hpp"
#include "sandbox/rule/subscriber_card.hpp"

namespace kassabro::sandbox::rule::testing {

struct Rule {
  State state;
  Timestamp now = *parse_timestamp("2026-11-23T10:00:00Z");
  std::string key = "rk_test";

  http::Response call(http::Method method, const std::string& target, std::string_view body = {},
                      http::HeaderViews headers = {}) {
    const auto authorization = "Bearer " + key;
    if (headers.empty()) headers.emplace_back("Authorization", authorization);
    http::Request request;
    request.method = method;
    request.method_text = http::method_name(method);
    request.target = target;
    request.headers = headers;
    request.body = body;
    const auto path = http::normal_path(request.path());
    return answer_api(state, request, path, "http://rule.test", now);
  }
  http::Response get(const std::string& target) { return call(http::Method::get, target); }
  http::Response post(const std::string& target, std::string_view body) { return call(http::Method::post, target, body); }
  http::Response put(const std::string& target, std::string_view body) { return call(http::Method::put, target, body); }
  http::Response erase(const std::string& target, std::string_view body = {}) {
    return call(http::Method::delete_, target, body);
  }

  Account& account() { return *state.account_of_key(key, now); }
  // Creates anna@example.com and returns her id.
  std::int64_t add_anna() {
    post("/v2/subscribers",
         R"({"update_on_duplicate":true,"subscribers":{"email":"anna@example.com","phone_number":"0701234567"}})");
    return account().find_subscriber(IdentifiedBy::email, "anna@example.com")->id;
  }
  Subscriber& anna() { return *account().find_subscriber(IdentifiedBy::email, "anna@example.com"); }
  // One of Anna's groups, with its records oldest first.
  const GroupData* data_of(std::string_view group) {
    const auto* known = account().find_group(group);
    return known == nullptr ? nullptr : find_data(anna(), known->id);
  }
};

inline json::object object_of(const http::Response& response) {
  auto value = parse_json(response.body);
  return value && value->is_object() ? value->get_object() : json::object{};
}

inline std::string header_of(const http::Response& response, std::string_view name) {
  for (const auto& [known, value] : response.headers)
    if (known == name) return value;
  return "";
}

}  // namespace kassabro::sandbox::rule::testing
