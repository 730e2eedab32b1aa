#include "check/session.hpp"

#include <fmt/format.h>

#include "base/ids.hpp"
#include "base/utf8.hpp"

namespace kassabro::check {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr seconds till_patience{10};  // SEEN: the internal timeout of Sitoo POS
constexpr std::size_t shown_bytes_max = 600;

std::string shown(std::string_view text) {
  return text.size() <= shown_bytes_max ? std::string(text) : tame_text(text, shown_bytes_max) + " …";
}

}  // namespace

Session::Session(http::Send http, const Clock& clock, Target target, std::string subject)
    : http_(std::move(http)), clock_(clock), target_(std::move(target)), unique_(random_hex(6)) {
  while (target_.base_url.ends_with('/')) target_.base_url.pop_back();
  report_.subject = std::move(subject);
}

Async<void> Session::run(Weight weight, std::string name, Case work) {
  CaseResult result;
  result.name = std::move(name);
  result.weight = weight;
  exchange_.clear();
  const auto start = clock_.now();
  try {
    co_await work();
  } catch (const CannotBeTried& reason) {
    result.outcome = Outcome::skipped;
    result.found = reason.what();
  } catch (const std::exception& fault) {
    result.outcome = weight == Weight::must ? Outcome::failed : Outcome::advised;
    result.found = fault.what();
  }
  result.took = clock_.now() - start;
  result.exchange = exchange_;
  report_.cases.push_back(std::move(result));
}

Async<Reply> Session::call(http::Method method, std::string path, std::optional<json::value> body) {
  return call_as(target_.credentials, method, std::move(path), body ? to_json_text(*body) : "");
}

Async<Reply> Session::call_text(http::Method method, std::string path, std::string body) {
  return call_as(target_.credentials, method, std::move(path), std::move(body));
}

Async<Reply> Session::call_as(Headers credentials, http::Method method, std::string path, std::string body) {
  http::OutboundRequest request;
  request.method = method;
  request.url = target_.base_url + path;
  request.headers = std::move(credentials);
  request.headers.emplace_back("Accept", "application/json");
  if (!body.empty()) request.headers.emplace_back("Content-Type", "application/json");
  request.timeout = till_patience;
  exchange_ = fmt::format("{} {} {}\n", http::method_name(method), path, shown(body));
  request.body = std::move(body);
  const auto start = clock_.now();
  const auto response = co_await http_(std::move(request));
  const auto took = clock_.now() - start;
  slowest_ = std::max(slowest_, took);
  if (!response) {
    exchange_ += "no answer: " + response.error().message;
    throw DoesNotHold("No answer came: " + response.error().message);
  }
  exchange_ += fmt::format("{} {}", response->status, shown(response->body));
  Reply reply{response->status, response->body, std::nullopt, false};
  if (auto value = parse_json(response->body)) reply.json = std::move(*value);
  reply.is_json_type = response->header("content-type").value_or("").starts_with("application/json");
  co_return reply;
}

std::string unique_mobile(const Session& session) {
  return fmt::format("+4670{:07}", std::stoull(session.unique().substr(0, 8), nullptr, 16) % 10'000'000);
}

void expect(bool holds, const std::string& found) {
  if (!holds) throw DoesNotHold(found);
}

void expect_status(const Reply& reply, int status) {
  expect(reply.status == status, fmt::format("The status is {}, not {}.", reply.status, status));
}

const json::array& expect_array(const Reply& reply) {
  expect_status(reply, 200);
  expect(reply.json && reply.json->is_array(), "The body is no JSON array.");
  return reply.json->get_array();
}

const json::object& expect_object(const json::value& value) {
  expect(value.is_object(), "An item is no JSON object.");
  return value.get_object();
}

const json::string& expect_text(const json::object& object, std::string_view member) {
  const auto* value = object.if_contains(member);
  expect(value != nullptr, fmt::format("The member \"{}\" is missing.", member));
  expect(value->is_string(), fmt::format("The member \"{}\" is no text.", member));
  return value->get_string();
}

}  // namespace kassabro::check
