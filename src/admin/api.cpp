#include "admin/api.hpp"

#include <exception>

#include "admin/audit_trail.hpp"
#include "admin/handlers.hpp"
#include "admin/metrics_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

using http::Method;
using http::Route;

// For whoever is not signed in yet.
constexpr std::array open_routes{
    Route<Handler>{Method::get, "/api/v1/session", &get_session},
    Route<Handler>{Method::post, "/api/v1/session", &sign_in},
    Route<Handler>{Method::delete_, "/api/v1/session", &sign_out},
    Route<Handler>{Method::post, "/api/v1/session/password", &choose_password},
};

constexpr std::array routes{
    Route<Guarded>{Method::get, "/api/v1/overview", {&get_overview, Scope::read}},
    Route<Guarded>{Method::get, "/api/v1/audit", {&list_audit, Scope::audit}},
    Route<Guarded>{Method::get, "/api/v1/audit/verification", {&verify_audit, Scope::audit}},
    Route<Guarded>{Method::get, "/api/v1/keys", {&list_keys, Scope::access}},
    Route<Guarded>{Method::post, "/api/v1/keys/rotate", {&rotate_key, Scope::access}},
    Route<Guarded>{Method::get, "/api/v1/accounts", {&list_accounts, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/accounts", {&add_account, Scope::accounts}},
    Route<Guarded>{Method::get, "/api/v1/accounts/{account}", {&get_account, Scope::read}},
    Route<Guarded>{Method::patch, "/api/v1/accounts/{account}", {&change_account, Scope::accounts}},
    Route<Guarded>{Method::delete_, "/api/v1/accounts/{account}", {&remove_account, Scope::accounts}},
    Route<Guarded>{Method::get, "/api/v1/accounts/{account}/changes", {&list_account_changes, Scope::accounts}},
    Route<Guarded>{Method::post, "/api/v1/accounts/{account}/changes/{change}/undo", {&undo_account_change, Scope::accounts}},
    Route<Guarded>{Method::post, "/api/v1/accounts/{account}/preview", {&preview_settings, Scope::accounts}},
    Route<Guarded>{Method::get, "/api/v1/accounts/{account}/endpoints", {&list_endpoints, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/accounts/{account}/endpoints", {&add_endpoint, Scope::accounts}},
    Route<Guarded>{Method::get, "/api/v1/accounts/{account}/endpoints/{endpoint}", {&get_endpoint, Scope::read}},
    Route<Guarded>{Method::patch, "/api/v1/accounts/{account}/endpoints/{endpoint}", {&change_endpoint, Scope::accounts}},
    Route<Guarded>{Method::delete_, "/api/v1/accounts/{account}/endpoints/{endpoint}", {&remove_endpoint, Scope::accounts}},
    Route<Guarded>{
        Method::get, "/api/v1/accounts/{account}/endpoints/{endpoint}/secret", {&reveal_endpoint_secret, Scope::accounts}},
    Route<Guarded>{Method::post,
                   "/api/v1/accounts/{account}/endpoints/{endpoint}/secret/rotate",
                   {&rotate_endpoint_secret, Scope::accounts}},
    Route<Guarded>{Method::post, "/api/v1/accounts/{account}/endpoints/{endpoint}/test", {&test_endpoint, Scope::deliveries}},
    Route<Guarded>{
        Method::post, "/api/v1/accounts/{account}/endpoints/{endpoint}/recover", {&recover_endpoint, Scope::deliveries}},
    Route<Guarded>{Method::get, "/api/v1/accounts/{account}/messages", {&list_messages, Scope::read}},
    Route<Guarded>{Method::get, "/api/v1/accounts/{account}/messages/{message}", {&get_message, Scope::customers}},
    Route<Guarded>{Method::post, "/api/v1/accounts/{account}/messages/{message}/replay", {&replay_message, Scope::deliveries}},
    Route<Guarded>{Method::get, "/api/v1/settings/defaults", {&get_default_settings, Scope::read}},
    Route<Guarded>{Method::get, "/api/v1/customers", {&find_customer, Scope::customers}},
    Route<Guarded>{Method::post, "/api/v1/customers/find", {&find_customer, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/customers/{customer}", {&get_customer, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/customers/{customer}/timeline", {&get_customer_timeline, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/customers/{customer}/export", {&export_customer, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/customers/{customer}/consent-proof", {&prove_consents, Scope::customers}},
    Route<Guarded>{Method::post, "/api/v1/customers/{customer}/erase", {&erase_customer, Scope::erase}},
    Route<Guarded>{Method::get, "/api/v1/erasures", {&list_erasures, Scope::erase}},
    Route<Guarded>{Method::get, "/api/v1/erasures/{erasure}", {&get_erasure, Scope::erase}},
    Route<Guarded>{Method::get, "/api/v1/deliveries", {&list_deliveries, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/deliveries/replay", {&replay_deliveries, Scope::deliveries}},
    Route<Guarded>{Method::post, "/api/v1/deliveries/park", {&park_deliveries, Scope::deliveries}},
    Route<Guarded>{Method::get, "/api/v1/deliveries/count", {&count_deliveries, Scope::read}},
    Route<Guarded>{Method::get, "/api/v1/deliveries/{delivery}", {&get_delivery, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/order-fetches", {&list_order_fetches, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/order-fetches/replay", {&replay_order_fetches, Scope::deliveries}},
    Route<Guarded>{Method::get, "/api/v1/quarantine", {&list_quarantine, Scope::read}},
    Route<Guarded>{Method::get, "/api/v1/doctor", {&list_findings, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/doctor/repair", {&repair_findings, Scope::deliveries}},
    Route<Guarded>{Method::get, "/api/v1/jobs", {&list_jobs, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/jobs/run", {&run_job, Scope::jobs}},
    Route<Guarded>{Method::post, "/api/v1/jobs/pause", {&pause_job, Scope::jobs}},
    Route<Guarded>{Method::post, "/api/v1/jobs/resume", {&resume_job, Scope::jobs}},
    Route<Guarded>{Method::post, "/api/v1/jobs/cancel", {&cancel_job, Scope::jobs}},
    Route<Guarded>{Method::get, "/api/v1/imports", {&list_imports, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/imports", {&stage_import, Scope::imports}},
    Route<Guarded>{Method::post, "/api/v1/imports/upload", {&upload_import, Scope::imports}},
    Route<Guarded>{Method::get, "/api/v1/imports/{import}", {&get_import, Scope::imports}},
    Route<Guarded>{Method::get, "/api/v1/imports/{import}/refusals.csv", {&get_import_refusals, Scope::imports}},
    Route<Guarded>{Method::post, "/api/v1/imports/{import}/apply", {&apply_import, Scope::imports}},
    Route<Guarded>{Method::post, "/api/v1/imports/{import}/undo", {&undo_import, Scope::imports}},
    Route<Guarded>{Method::get, "/api/v1/feeds", {&list_feeds, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/feeds/test", {&test_feeds, Scope::marketing}},
    Route<Guarded>{Method::post, "/api/v1/feeds/test/remove", {&remove_feed_test, Scope::marketing}},
    Route<Guarded>{Method::get, "/api/v1/receipts/preview", {&preview_receipt, Scope::customers}},
    Route<Guarded>{Method::post, "/api/v1/receipts/preview", {&try_receipt, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/webhooks", {&list_webhooks, Scope::read}},
    Route<Guarded>{Method::post, "/api/v1/automations/plan", {&plan_automations, Scope::marketing}},
    Route<Guarded>{Method::post, "/api/v1/automations/apply", {&apply_automations, Scope::marketing}},
    Route<Guarded>{Method::post, "/api/v1/automations/remove", {&remove_automations, Scope::marketing}},
    Route<Guarded>{Method::post, "/api/v1/automations/preview", {&preview_automation, Scope::marketing}},
    Route<Guarded>{Method::post, "/api/v1/explain", {&explain_order, Scope::customers}},
    Route<Guarded>{Method::get, "/api/v1/users", {&list_users, Scope::access}},
    Route<Guarded>{Method::post, "/api/v1/users", {&add_user, Scope::access}},
    Route<Guarded>{Method::delete_, "/api/v1/users/{user}", {&remove_user, Scope::access}},
    Route<Guarded>{Method::get, "/api/v1/tokens", {&list_tokens, Scope::access}},
    Route<Guarded>{Method::post, "/api/v1/tokens", {&add_token, Scope::access}},
    Route<Guarded>{Method::delete_, "/api/v1/tokens/{token}", {&remove_token, Scope::access}},
};

http::Response too_many_tokens() {
  auto response = http::problem(
      Error{ErrorCode::too_many_requests, "Too many wrong tokens came from this address. Wait a minute.", "authorization"});
  response.headers.emplace_back("Retry-After", "60");
  return response;
}

}  // namespace

// A right token is heard whoever guesses from the same address: nobody guesses 256 bits, and a program that still presents a removed
// token must not stop its neighbours. Only wrong ones wait.
Caller Api::caller_by_token(const http::Request& request, const SecretString& token) {
  if (token == options_.token) return {std::string(Caller::command_line), Scopes::all()};
  if (const auto known = use_cases_.sessions.access().find_token(token, use_cases_.clock.now()))
    return {"token:" + known->name, known->scopes};
  if (!guesses_.may_try(request.peer)) return {std::string(Caller::nobody), {}, std::nullopt, true};
  guesses_.note_wrong(request.peer);
  return {std::string(Caller::nobody), {}};
}

Caller Api::caller_of(const http::Request& request) {
  constexpr std::string_view scheme = "Bearer ";
  const auto value = request.header("Authorization").value_or("");
  if (value.starts_with(scheme)) return caller_by_token(request, SecretString(std::string(value.substr(scheme.size()))));
  const auto session = use_cases_.sessions.find(request);
  if (!session) return {std::string(Caller::nobody), {}};
  return {session->user.empty() ? std::string(Caller::pages) : "user:" + session->user, scopes_of(session->role), session};
}

// The cookie comes along by itself, this header only from our own pages.
bool Api::is_forged(const http::Request& request, const Caller& caller) {
  if (!caller.session || request.method == Method::get || request.method == Method::head) return false;
  return SecretString(std::string(request.header("X-CSRF-Token").value_or(""))) != caller.session->csrf;
}

Async<http::Response> Api::handle(const http::Request& request) {
  const auto path = http::normal_path(request.path());
  if (path == "/metrics" && request.method == Method::get) {
    auto response = http::json_response(co_await metrics_text(use_cases_));
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    co_return response;
  }
  const auto open = http::find_route<Handler>(open_routes, request.method, path);
  const auto caller = caller_of(request);
  if (caller.must_wait) co_return too_many_tokens();
  // Whoever signs in proves it by a password; another page must not sign somebody out.
  if (open.route != nullptr && open.route->method == Method::delete_ && is_forged(request, caller))
    co_return http::problem(Error{ErrorCode::unauthorized, "This does not come from the pages.", "X-CSRF-Token"});
  if (open.route != nullptr)
    co_return co_await run({open.route->method, open.route->pattern, open.route->handler}, request, open.params, caller);
  const auto match = http::find_route<Guarded>(routes, request.method, path);
  if (open.path_known) co_return http::problem(405, "This method is not allowed here.");
  if (!match.path_known) co_return http::problem(not_found("", "There is no such path in the admin API."));
  if (match.route == nullptr) co_return http::problem(405, "This method is not allowed here.");
  if (caller.actor == Caller::nobody || is_forged(request, caller))
    co_return http::problem(Error{ErrorCode::unauthorized, "Sign in, or present the admin token.", "authorization"});
  const auto& [handler, scope] = match.route->handler;
  const Operation operation{match.route->method, match.route->pattern, handler};
  if (caller.scopes.has(scope)) co_return co_await run(operation, request, match.params, caller);
  auto refusal = http::problem(
      Error{ErrorCode::forbidden, "This is not allowed to you: it takes the right \"" + std::string(scope_text(scope)) + "\".",
            "authorization"});
  co_await note_call({use_cases_, options_, request, match.params, http::Query(request.query()), caller}, operation, refusal,
                     noted_views_);
  co_return refusal;
}

Async<http::Response> Api::run(Operation operation, const http::Request& request, const http::PathParams& params,
                               const Caller& caller) {
  const Call call{use_cases_, options_, request, params, http::Query(request.query()), caller};
  http::Response response;
  std::exception_ptr failure;
  try {
    response = co_await operation.handler(call);
  } catch (...) {  // what it did before it failed is done
    failure = std::current_exception();
    response.status = 500;
  }
  co_await note_call(call, operation, response, noted_views_);
  if (failure) std::rethrow_exception(failure);
  co_return response;
}

}  // namespace kassabro::admin
