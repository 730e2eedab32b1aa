#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

json::object names_object(const app::KeyNames& names) {
  json::array keys;
  for (const auto& name : names.keys) keys.emplace_back(name);
  json::object out{{"keys", std::move(keys)}};
  if (!names.next.empty()) out["next"] = names.next;
  return out;
}

std::string_view to_text(app::RotationState state) {
  switch (state) {
    case app::RotationState::working: return "working";
    case app::RotationState::distribute: return "distribute";
    case app::RotationState::done: return "done";
  }
  return {};
}

}  // namespace

// Names only: what they name never leaves the key file.
Async<http::Response> list_keys(const Call& call) {
  co_return http::json_response(to_json_text(names_object(call.use_cases.rotate_key.names())));
}

Async<http::Response> rotate_key(const Call& call) {
  const auto distributed = parse_flag(call.query, "distributed");
  if (!distributed) co_return http::problem(distributed.error());
  using enum app::RotateKey::Distributed;
  const auto rotation = co_await call.use_cases.rotate_key.step(*distributed ? yes : no);
  auto out = names_object(rotation.names);
  out["state"] = to_text(rotation.state);
  out["sealed"] = rotation.sealed;
  co_return http::json_response(to_json_text(out));
}

}  // namespace kassabro::admin
