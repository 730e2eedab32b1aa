#include "admin/audit_trail.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "observability/log.hpp"

namespace kassabro::admin {
namespace {

struct Telling {
  std::string_view pattern;
  bool is_polled = false;  // an open page asks for it again and again
};

// What these show is of a person, or secret.
constexpr std::array telling{Telling{"/api/v1/customers"},
                             Telling{"/api/v1/customers/{customer}", true},
                             Telling{"/api/v1/customers/{customer}/timeline", true},
                             Telling{"/api/v1/customers/{customer}/export"},
                             Telling{"/api/v1/customers/{customer}/consent-proof"},
                             Telling{"/api/v1/quarantine", true},
                             Telling{"/api/v1/imports/{import}", true},
                             Telling{"/api/v1/imports/{import}/refusals.csv"},
                             Telling{"/api/v1/receipts/preview"},
                             Telling{"/api/v1/accounts/{account}"},
                             Telling{"/api/v1/webhooks", true},
                             Telling{"/api/v1/accounts/{account}/endpoints/{endpoint}/secret"},
                             Telling{"/api/v1/accounts/{account}/messages/{message}", true},
                             Telling{"/api/v1/deliveries/{delivery}", true}};

constexpr int refused = 400;  // a status from here on
constexpr std::string_view account_place = "/api/v1/accounts/{account}";

bool is_noted(const Operation& route, std::string_view actor, int status) {
  constexpr int wrong_password = 401;
  if (actor == Caller::nobody && status >= refused && status != wrong_password) return false;
  return route.method != http::Method::get || std::ranges::find(telling, route.pattern, &Telling::pattern) != telling.end();
}

constexpr std::string_view session_place = "/api/v1/session";
constexpr std::string_view users_place = "/api/v1/users";
constexpr std::string_view tokens_place = "/api/v1/tokens";
constexpr int created = 201;
constexpr std::array made_numbers{"endpoint_id", "account_id"};  // an endpoint's comes first: it may name its account

// What was made, as the answer tells of it: its number; or of a user or token the name, and what it may do.
std::string made_by(const http::Response& answer) {
  const auto body = parse_json(answer.body);
  if (!body || !body->is_object()) return "";
  const auto& made = body->get_object();
  for (const auto* number : made_numbers)
    if (auto text = text_member(made, number); !text.empty()) return text;
  std::string subject = text_member(made, "name") + "/" + text_member(made, "role");
  const auto* scopes = find_member(made, "scopes");
  if (scopes == nullptr || !scopes->is_array()) return subject;
  std::string_view before;
  for (const auto& scope : scopes->get_array())
    subject.append(std::exchange(before, ",")).append(std::string_view(scope.get_string()));
  return subject;
}

// Who has signed in, as the answer tells of it: "eva/support", "/owner" without a name; "" when nobody is now.
std::string signed_in_by(const http::Response& answer) {
  const auto body = parse_json(answer.body);
  if (!body || !body->is_object() || find_member(body->get_object(), "role") == nullptr) return "";
  return text_member(body->get_object(), "user") + "/" + text_member(body->get_object(), "role");
}

// Whom a search has found, by our own number: what was typed is a person's.
std::string found_by(const http::Response& answer) {
  const auto body = parse_json(answer.body);
  const auto* items = body && body->is_object() ? find_member(body->get_object(), "items") : nullptr;
  if (items == nullptr || !items->is_array() || items->get_array().empty()) return "";
  return text_member(items->get_array().front().get_object(), "contact_id");
}

// One that new_id makes; persons' numbers and phones are shorter. Others are ours only if something was found by them.
constexpr std::size_t new_id_digits = 18;
bool is_number(std::string_view text, std::size_t digits_min) {
  return text.size() >= digits_min && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Our own numbers, and the names of users and tokens that there are, or were until this call; what is neither may be anything that
// somebody has put into an address.
std::string subject_of(const http::PathParams& params, const Operation& route, const http::Response& answer) {
  if (route.pattern.starts_with(session_place)) return answer.status < refused ? signed_in_by(answer) : "";
  if (route.handler == &find_customer) return answer.status < refused ? found_by(answer) : "";
  const bool names_access = route.pattern.starts_with(users_place) || route.pattern.starts_with(tokens_place);
  if (names_access && answer.status < refused && params.size() == 1) return params[0];
  const std::size_t digits_min = answer.status < refused ? 1 : new_id_digits;
  std::string subject;
  for (std::size_t i = 0; i < params.size(); ++i) {
    const bool is_ours = is_number(params[i], digits_min) || app::is_message_id(params[i]);
    subject.append(subject.empty() ? "" : "/").append(is_ours ? params[i] : "?");
  }
  if (answer.status == created) subject.append(subject.empty() ? "" : "/").append(made_by(answer));
  return subject;
}

std::optional<app::AccountId> account_named_by(const Call& call, const Operation& route) {
  if (route.pattern.starts_with(account_place)) return parse_id(call.params[0], "account").value_or(app::no_account_yet);
  const auto in_query = parse_account(call.query);
  if (in_query && *in_query) return *in_query;
  const auto body = route.method == http::Method::post ? parse_json(call.request.body) : Result<json::value>(json::value());
  if (!body || !body->is_object()) return std::nullopt;
  return parse_account(body->get_object()).value_or(std::nullopt);
}

app::AuditEntry entry_of(const Call& call, const Operation& route, const http::Response& answer) {
  app::AuditEntry entry;
  entry.account = account_named_by(call, route).value_or(app::no_account_yet);
  entry.at = call.use_cases.clock.now();
  entry.actor = call.caller.actor;
  entry.peer = call.request.peer;
  entry.action = std::string(http::method_name(route.method)) + " " + std::string(route.pattern);
  entry.subject = subject_of(call.params, route, answer);
  entry.status = answer.status;
  return entry;
}

// What makes two calls the same look; "" when each one counts.
std::string view_of(const Call& call, const Operation& route, int status) {
  const auto* shown = std::ranges::find(telling, route.pattern, &Telling::pattern);
  if (route.method != http::Method::get || shown == telling.end() || !shown->is_polled) return "";
  return call.caller.actor + "\n" + call.request.peer + "\n" + std::string(call.request.target) + "\n" + std::to_string(status);
}

}  // namespace

Async<void> note_call(const Call& call, const Operation& route, const http::Response& answer, NotedViews& views) {
  const int status = answer.status;
  if (!is_noted(route, call.caller.actor, status)) co_return;
  const auto view = view_of(call, route, status);
  if (!view.empty() && views.has(view)) co_return;
  auto entry = entry_of(call, route, answer);
  try {
    // Whatever number somebody has typed: only an account that there is, or was until this call, has a chain of its own.
    if (status >= refused && entry.account != app::no_account_yet && !co_await call.use_cases.accounts.get(entry.account))
      entry.account = app::no_account_yet;
    const auto seal = co_await call.use_cases.audit_log.append(entry);
    if (!view.empty()) views.add(view);
    // Outside of the database too, so that nobody who has it cuts the newest entries off unseen.
    spdlog::info("audit account={} actor={} action=\"{}\" subject={} status={} seal={}", entry.account, entry.actor,
                 entry.action, entry.subject, status, seal);
  } catch (const InfrastructureFailure& failure) {
    observability::alert("audit: \"" + entry.action + "\" was done and could not be noted: " + failure.what());
  }
}

}  // namespace kassabro::admin
