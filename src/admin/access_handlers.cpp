#include "admin/access_text.hpp"
#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/ids.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

constexpr std::size_t made_password_bytes = 12;
constexpr std::int64_t days_max = 3'650;

json::object user_object(const User& user) {
  return {{"name", user.name}, {"role", role_text(user.role)}, {"created_at", to_iso(user.created_at)}};
}

json::object token_object(const ApiToken& token, Timestamp now) {
  json::object out{{"name", token.name}, {"scopes", scope_array(token.scopes)}, {"created_at", to_iso(token.created_at)}};
  out["expires_at"] = token.expires_at ? json::value(to_iso(*token.expires_at)) : json::value(nullptr);
  out["expired"] = token.expires_at && *token.expires_at <= now;
  return out;
}

// Shown this once.
http::Response secret_answer(std::string_view name, const SecretString& secret, json::object out) {
  out[name] = secret.reveal();
  auto response = http::json_response(to_json_text(out), 201);
  response.headers.emplace_back("Cache-Control", "no-store");
  return response;
}

Result<json::object> parse_object(std::string_view text) {
  auto body = parse_json(text);
  if (!body) return fail(body.error());
  if (!body->is_object()) return fail(invalid("body", "This must be a JSON object."));
  return std::move(body->get_object());
}

Result<Scopes> parse_scopes(const json::object& body) {
  Scopes scopes;
  const auto* list = find_member(body, "scopes");
  if (list == nullptr || !list->is_array()) return fail(invalid("scopes", "This must be an array of scopes."));
  for (const auto& item : list->get_array()) {
    const auto scope = item.is_string() ? parse_scope(item.get_string()) : std::nullopt;
    if (!scope) return fail(invalid("scopes", "There is no such scope."));
    scopes.add(*scope);
  }
  return scopes;
}

// When a token ends: after `days`, or never when there is no such member.
Result<std::optional<Timestamp>> parse_end(const json::object& body, Timestamp now) {
  if (find_member(body, "days") == nullptr) return std::nullopt;
  const auto days = int_member(body, "days");
  if (!days || *days < 1 || *days > days_max) return fail(invalid("days", "This must be a number from 1 to 3650."));
  return now + std::chrono::days(*days);
}

}  // namespace

Async<http::Response> list_users(const Call& call) {
  json::array items;
  for (const auto& user : call.use_cases.sessions.access().users()) items.push_back(user_object(user));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

// Without a password one is made, which the owner hands on.
Async<http::Response> add_user(const Call& call) {
  const auto body = parse_object(call.request.body);
  if (!body) co_return http::problem(body.error());
  constexpr std::array<std::string_view, 3> texts{"name", "role", "password"};
  if (auto checked = check_texts(*body, texts); !checked) co_return http::problem(checked.error());
  const auto role = parse_role(text_member(*body, "role"));
  if (!role) co_return http::problem(invalid("role", "There is no such role: owner, marketer, support, read_only."));
  if (!call.caller.scopes.includes(scopes_of(*role)))
    co_return http::problem(Error{ErrorCode::forbidden, "You cannot give somebody a right that you do not have.", "role"});
  const auto chosen = text_member(*body, "password");
  const SecretString password(chosen.empty() ? random_hex(made_password_bytes) : chosen);
  User user{text_member(*body, "name"), *role, {}, call.use_cases.clock.now()};
  Result<void> added;
  co_await call.use_cases.sessions.run_apart()(
      [&] { added = call.use_cases.sessions.access().add_user(user.name, user.role, password, user.created_at); });
  if (!added) co_return http::problem(added.error());
  co_return secret_answer("password", chosen.empty() ? password : SecretString(), user_object(user));
}

Async<http::Response> remove_user(const Call& call) {
  if (!call.use_cases.sessions.access().remove_user(call.params[0]))
    co_return http::problem(not_found("user", "There is no user of this name."));
  co_return http::empty_response(204);
}

Async<http::Response> list_tokens(const Call& call) {
  json::array items;
  for (const auto& token : call.use_cases.sessions.access().tokens())
    items.push_back(token_object(token, call.use_cases.clock.now()));
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

// Nobody gives a token more than they may do themselves.
Async<http::Response> add_token(const Call& call) {
  const auto body = parse_object(call.request.body);
  if (!body) co_return http::problem(body.error());
  constexpr std::array<std::string_view, 1> texts{"name"};
  if (auto checked = check_texts(*body, texts); !checked) co_return http::problem(checked.error());
  const auto scopes = parse_scopes(*body);
  if (!scopes) co_return http::problem(scopes.error());
  if (!call.caller.scopes.includes(*scopes))
    co_return http::problem(Error{ErrorCode::forbidden, "You cannot give somebody a right that you do not have.", "scopes"});
  ApiToken token{text_member(*body, "name"), *scopes, {}, call.use_cases.clock.now(), std::nullopt};
  const auto ends = parse_end(*body, token.created_at);
  if (!ends) co_return http::problem(ends.error());
  token.expires_at = *ends;
  const auto secret = call.use_cases.sessions.access().add_token(token.name, token.scopes, token.expires_at, token.created_at);
  if (!secret) co_return http::problem(secret.error());
  co_return secret_answer("token", *secret, token_object(token, token.created_at));
}

Async<http::Response> remove_token(const Call& call) {
  if (!call.use_cases.sessions.access().remove_token(call.params[0]))
    co_return http::problem(not_found("token", "There is no token of this name."));
  co_return http::empty_response(204);
}

}  // namespace kassabro::admin
