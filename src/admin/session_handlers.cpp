#include <array>

#include "admin/access_text.hpp"
#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

http::Response state_of(Sessions& sessions, const std::optional<Session>& session) {
  json::object body{{"state", session ? "signed_in" : sessions.has_password() ? "signed_out" : "first_run"}};
  if (session) {
    body["csrf"] = session->csrf.reveal();
    body["user"] = session->user;
    body["role"] = role_text(session->role);
    body["scopes"] = scope_array(scopes_of(session->role));
  }
  auto response = http::json_response(to_json_text(body));
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

http::Response begun(Sessions& sessions, const Result<Session>& session) {
  if (!session) return http::problem(session.error());
  auto response = state_of(sessions, *session);
  response.headers.emplace_back("Set-Cookie", cookie_of(*session, sessions.lifetime()));
  return response;
}

// A text of the body; "" when it has none.
std::string text_in(const http::Request& request, std::string_view name) {
  const auto body = parse_json(request.body);
  return body && body->is_object() ? text_member(body->get_object(), name) : "";
}

SecretString password_in(const http::Request& request) { return SecretString(text_in(request, "password")); }

}  // namespace

Async<http::Response> get_session(const Call& call) {
  auto& sessions = call.use_cases.sessions;
  co_return state_of(sessions, sessions.find(call.request));
}

Async<http::Response> choose_password(const Call& call) {
  auto& sessions = call.use_cases.sessions;
  co_return begun(sessions, co_await sessions.choose_password(password_in(call.request)));
}

Async<http::Response> sign_in(const Call& call) {
  auto& sessions = call.use_cases.sessions;
  const auto body = parse_json(call.request.body);
  constexpr std::array<std::string_view, 1> texts{"name"};
  if (body && body->is_object())
    if (auto checked = check_texts(body->get_object(), texts); !checked) co_return http::problem(checked.error());
  const auto session = co_await sessions.sign_in(text_in(call.request, "name"), password_in(call.request), call.request.peer);
  auto response = begun(sessions, session);
  if (session || session.error().code != ErrorCode::too_many_requests) co_return response;
  const auto wait = sessions.wait_of(call.request.peer, text_in(call.request, "name")).value_or(std::chrono::seconds(0));
  response.headers.emplace_back("Retry-After", std::to_string(wait.count()));
  co_return response;
}

Async<http::Response> sign_out(const Call& call) {
  auto& sessions = call.use_cases.sessions;
  sessions.sign_out(call.request);
  auto response = state_of(sessions, std::nullopt);
  response.headers.emplace_back("Set-Cookie", cookie_of(std::nullopt, sessions.lifetime()));
  co_return response;
}

}  // namespace kassabro::admin
