#include "admin/api.hpp"

#include "admin/audit_trail.hpp"
#include "admin/handlers.hpp"
#include "http/problem.hpp"
#include "observability/job_gauges.hpp"

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
    Route<Handler>{Method::get, "/api/v1/overview", &get_overview},
    Route<Handler>{Method::get, "/api/v1/audit", &list_audit},
    Route<Handler>{Method::get, "/api/v1/audit/verification", &verify_audit},
    Route<Handler>{Method::get, "/api/v1/accounts", &list_accounts},
    Route<Handler>{Method::post, "/api/v1/accounts", &add_account},
    Route<Handler>{Method::get, "/api/v1/accounts/{account}", &get_account},
    Route<Handler>{Method::patch, "/api/v1/accounts/{account}", &change_account},
    Route<Handler>{Method::delete_, "/api/v1/accounts/{account}", &remove_account},
    Route<Handler>{Method::get, "/api/v1/accounts/{account}/changes", &list_account_changes},
    Route<Handler>{Method::post, "/api/v1/accounts/{account}/changes/{change}/undo", &undo_account_change},
    Route<Handler>{Method::post, "/api/v1/accounts/{account}/preview", &preview_settings},
    Route<Handler>{Method::get, "/api/v1/settings/defaults", &get_default_settings},
    Route<Handler>{Method::get, "/api/v1/customers", &find_customer},
    Route<Handler>{Method::get, "/api/v1/customers/{customer}", &get_customer},
    Route<Handler>{Method::get, "/api/v1/customers/{customer}/timeline", &get_customer_timeline},
    Route<Handler>{Method::get, "/api/v1/customers/{customer}/export", &export_customer},
    Route<Handler>{Method::post, "/api/v1/customers/{customer}/erase", &erase_customer},
    Route<Handler>{Method::get, "/api/v1/erasures", &list_erasures},
    Route<Handler>{Method::get, "/api/v1/erasures/{erasure}", &get_erasure},
    Route<Handler>{Method::get, "/api/v1/deliveries", &list_deliveries},
    Route<Handler>{Method::post, "/api/v1/deliveries/replay", &replay_deliveries},
    Route<Handler>{Method::post, "/api/v1/deliveries/park", &park_deliveries},
    Route<Handler>{Method::get, "/api/v1/deliveries/count", &count_deliveries},
    Route<Handler>{Method::get, "/api/v1/deliveries/{delivery}", &get_delivery},
    Route<Handler>{Method::get, "/api/v1/order-fetches", &list_order_fetches},
    Route<Handler>{Method::post, "/api/v1/order-fetches/replay", &replay_order_fetches},
    Route<Handler>{Method::get, "/api/v1/quarantine", &list_quarantine},
    Route<Handler>{Method::get, "/api/v1/doctor", &list_findings},
    Route<Handler>{Method::post, "/api/v1/doctor/repair", &repair_findings},
    Route<Handler>{Method::get, "/api/v1/jobs", &list_jobs},
    Route<Handler>{Method::post, "/api/v1/jobs/run", &run_job},
    Route<Handler>{Method::post, "/api/v1/jobs/pause", &pause_job},
    Route<Handler>{Method::post, "/api/v1/jobs/resume", &resume_job},
    Route<Handler>{Method::post, "/api/v1/jobs/cancel", &cancel_job},
    Route<Handler>{Method::get, "/api/v1/imports", &list_imports},
    Route<Handler>{Method::post, "/api/v1/imports", &stage_import},
    Route<Handler>{Method::post, "/api/v1/imports/upload", &upload_import},
    Route<Handler>{Method::get, "/api/v1/imports/{import}", &get_import},
    Route<Handler>{Method::get, "/api/v1/imports/{import}/refusals.csv", &get_import_refusals},
    Route<Handler>{Method::post, "/api/v1/imports/{import}/apply", &apply_import},
    Route<Handler>{Method::post, "/api/v1/imports/{import}/undo", &undo_import},
    Route<Handler>{Method::get, "/api/v1/feeds", &list_feeds},
    Route<Handler>{Method::post, "/api/v1/feeds/test", &test_feeds},
    Route<Handler>{Method::post, "/api/v1/feeds/test/remove", &remove_feed_test},
    Route<Handler>{Method::get, "/api/v1/receipts/preview", &preview_receipt},
    Route<Handler>{Method::post, "/api/v1/receipts/preview", &try_receipt},
    Route<Handler>{Method::get, "/api/v1/webhooks", &list_webhooks},
    Route<Handler>{Method::post, "/api/v1/automations/plan", &plan_automations},
    Route<Handler>{Method::post, "/api/v1/automations/apply", &apply_automations},
    Route<Handler>{Method::post, "/api/v1/automations/remove", &remove_automations},
    Route<Handler>{Method::post, "/api/v1/automations/preview", &preview_automation},
    Route<Handler>{Method::post, "/api/v1/explain", &explain_order},
};

Async<std::string> job_metrics(app::JobReader& jobs) {
  std::vector<observability::JobGauges> gauges;
  for (const auto& job : co_await jobs.list(std::nullopt))
    gauges.push_back({job.account, job.kind, job.state == app::JobState::running, job.state == app::JobState::failed, job.done,
                      job.total.value_or(0), job.faults, static_cast<double>(to_epoch_ms(job.updated_at)) / 1000});
  co_return observability::to_metrics_text(gauges);
}

}  // namespace

std::string_view Api::actor_of(const http::Request& request) const {
  constexpr std::string_view scheme = "Bearer ";
  const auto value = request.header("Authorization").value_or("");
  if (value.starts_with(scheme))
    return SecretString(std::string(value.substr(scheme.size()))) == options_.token ? Actor::command_line : Actor::nobody;
  return use_cases_.sessions.find(request) ? Actor::pages : Actor::nobody;
}

bool Api::is_authorized(const http::Request& request, std::string_view actor) const {
  if (actor != Actor::pages) return actor == Actor::command_line;
  if (request.method == Method::get || request.method == Method::head) return true;
  // The cookie comes along by itself, this header only from our own pages.
  const auto session = use_cases_.sessions.find(request);
  return session && SecretString(std::string(request.header("X-CSRF-Token").value_or(""))) == session->csrf;
}

Async<http::Response> Api::handle(const http::Request& request) {
  const auto path = http::normal_path(request.path());
  if (path == "/metrics" && request.method == Method::get) {
    auto response = http::json_response(use_cases_.metrics.text() + co_await job_metrics(use_cases_.jobs));
    response.content_type = "text/plain; version=0.0.4; charset=utf-8";
    co_return response;
  }
  const auto open = http::find_route<Handler>(open_routes, request.method, path);
  const auto actor = actor_of(request);
  if (open.route != nullptr) co_return co_await run(*open.route, request, open.params, actor);
  const auto match = http::find_route<Handler>(routes, request.method, path);
  if (open.path_known) co_return http::problem(405, "This method is not allowed here.");
  if (!match.path_known) co_return http::problem(not_found("", "There is no such path in the admin API."));
  if (match.route == nullptr) co_return http::problem(405, "This method is not allowed here.");
  if (!is_authorized(request, actor))
    co_return http::problem(Error{ErrorCode::unauthorized, "Sign in, or present the admin token.", "authorization"});
  co_return co_await run(*match.route, request, match.params, actor);
}

Async<http::Response> Api::run(const http::Route<Handler>& route, const http::Request& request, const http::PathParams& params,
                               std::string_view actor) {
  const Call call{use_cases_, options_, request, params, http::Query(request.query()), actor};
  auto response = co_await route.handler(call);
  co_await note_call(call, route, response.status);
  co_return response;
}

}  // namespace kassabro::admin
