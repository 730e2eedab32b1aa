#include <charconv>

#include "http/url.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/control/front.hpp"
#include "sandbox/control/handlers.hpp"

namespace kassabro::sandbox::control {

http::Response done() { return json_answer(json::object{{"ok", true}}); }

Answer reset(ControlCall call) {
  call.world.reset();
  co_return done();
}

Answer add_fault(ControlCall call) {
  auto fault = parse_fault(call.body);
  if (!fault) co_return error_answer(fault.error());
  call.world.faults.add(std::move(*fault));
  co_return done();
}

Answer list_faults(ControlCall call) { co_return json_answer(json::object{{"items", call.world.faults.list()}}); }

Answer clear_faults(ControlCall call) {
  call.world.faults.clear();
  co_return done();
}

Answer get_calls(ControlCall call) { co_return list_calls(call.world, call.request.query()); }

Answer clear_calls(ControlCall call) {
  call.world.calls.clear();
  co_return done();
}

namespace {

std::int64_t number_or(std::optional<std::string_view> text, std::int64_t fallback) {
  std::int64_t number = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc{}) return fallback;
  return number;
}

}  // namespace

http::Response list_calls(World& world, std::string_view query_text) {
  const http::Query query(query_text);
  CallLog::Filter filter;
  filter.system = query.find("system").value_or("");
  filter.after = number_or(query.find("after"), 0);
  filter.limit = static_cast<std::size_t>(std::max<std::int64_t>(0, number_or(query.find("limit"), 100'000)));
  const auto bodies = query.find("bodies").value_or("");
  filter.with_bodies = bodies == "1" || bodies == "true";
  return json_answer(world.calls.list(filter));
}

Async<http::Response> answer_control(World& world, const http::Request& request, std::string_view path) {
  const auto match = http::find_route(routes(), request.method, path);
  if (match.route == nullptr) co_return error_answer(match.path_known ? 405 : 404, "There is no such switch.");
  const auto body = parse_object(request.body);
  if (!body) co_return error_answer(body.error());
  co_return co_await match.route->handler(ControlCall{world, request, match.params, *body});
}

}  // namespace kassabro::sandbox::control
