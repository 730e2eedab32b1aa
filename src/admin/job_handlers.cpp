#include <algorithm>

#include "admin/handlers.hpp"
#include "admin/parameters.hpp"
#include "base/time_text.hpp"
#include "http/problem.hpp"

namespace kassabro::admin {
namespace {

json::value object_of(const std::string& text) {
  auto value = parse_json(text);
  return value && value->is_object() ? std::move(*value) : json::value(json::object());
}

json::object job_object(const app::Job& job) {
  json::object object{{"account_id", std::to_string(job.account)},
                      {"kind", job.kind},
                      {"state", to_text(job.state)},
                      {"done", job.done},
                      {"total", nullptr},
                      {"faults", job.faults},
                      {"seconds_left", nullptr},
                      {"request", object_of(job.request)},
                      {"report", object_of(job.report)},
                      {"reason", job.reason},
                      {"started_at", to_iso(job.started_at)},
                      {"updated_at", to_iso(job.updated_at)},
                      {"finished_at", nullptr}};
  if (job.total) object["total"] = *job.total;
  if (const auto left = time_left(job)) object["seconds_left"] = std::chrono::ceil<std::chrono::seconds>(*left).count();
  if (job.finished_at) object["finished_at"] = to_iso(*job.finished_at);
  return object;
}

// Which the platform refuses: what calls it waits, and no step says so.
Async<std::vector<app::AccountId>> refused_accounts(const Call& call) {
  std::vector<app::AccountId> ids;
  for (const auto& account : co_await call.use_cases.accounts.list())
    if (account.status == app::AccountStatus::key_refused) ids.push_back(account.id);
  co_return ids;
}

bool is_open(const app::Job& job) { return job.state == app::JobState::waiting || job.state == app::JobState::running; }

// The account that is named, or all.
Async<Result<std::vector<app::AccountId>>> accounts_of(const Call& call, const json::object& body) {
  const auto id = parse_account(body);
  if (!id) co_return fail(id.error());
  std::vector<app::AccountId> ids;
  if (!*id) {
    for (const auto& account : co_await call.use_cases.accounts.list()) ids.push_back(account.id);
    co_return ids;
  }
  const auto account = co_await call.use_cases.accounts.get(**id);
  if (!account) co_return fail(account.error());
  ids.push_back(account->id);
  co_return ids;
}

}  // namespace

Async<http::Response> list_jobs(const Call& call) {
  const auto account = parse_account(call.query);
  if (!account) co_return http::problem(account.error());
  json::array items;
  const auto refused = co_await refused_accounts(call);
  for (auto& job : co_await call.use_cases.jobs.list(*account)) {
    const bool waits = is_open(job) && std::ranges::find(refused, job.account) != refused.end();
    if (waits && call.use_cases.job_calls_platform(job.kind)) job.reason = "The account's key is refused.";
    items.push_back(job_object(job));
  }
  co_return http::json_response(to_json_text(json::object{{"items", std::move(items)}}));
}

Async<http::Response> run_job(const Call& call) {
  const auto body = parse_json(call.request.body);
  if (!body) co_return http::problem(body.error());
  if (!body->is_object()) co_return http::problem(invalid("body", "This must be an object with account and kind."));
  const auto ids = co_await accounts_of(call, body->get_object());
  if (!ids) co_return http::problem(ids.error());
  const auto* request = body->get_object().if_contains("request");
  if (request != nullptr && !request->is_object()) co_return http::problem(invalid("request", "This must be an object."));
  std::int64_t begun = 0;
  for (const auto id : *ids) {
    const auto done = co_await call.use_cases.run_job(id, text_member(body->get_object(), "kind"),
                                                      request == nullptr ? json::object() : request->get_object());
    // Of many accounts, one whose job runs already needs no other.
    if (!done && ids->size() > 1 && done.error().code == ErrorCode::conflict) continue;
    if (!done) co_return http::problem(done.error());
    ++begun;
  }
  co_return http::json_response(to_json_text(json::object{{"count", begun}}));
}

namespace {

using Control = Async<Result<app::Job>> (app::ControlJobs::*)(app::AccountId, std::string);

Async<http::Response> control(const Call& call, Control what) {
  const auto body = parse_json(call.request.body);
  if (!body) co_return http::problem(body.error());
  if (!body->is_object()) co_return http::problem(invalid("body", "This must be an object with account and kind."));
  const auto id = parse_account(body->get_object());
  if (!id) co_return http::problem(id.error());
  if (!*id) co_return http::problem(invalid("account", "Say whose job it is."));
  const auto job = co_await (call.use_cases.control_jobs.*what)(**id, text_member(body->get_object(), "kind"));
  if (!job) co_return http::problem(job.error());
  co_return http::json_response(to_json_text(job_object(*job)));
}

}  // namespace

Async<http::Response> pause_job(const Call& call) { return control(call, &app::ControlJobs::pause); }
Async<http::Response> resume_job(const Call& call) { return control(call, &app::ControlJobs::resume); }
Async<http::Response> cancel_job(const Call& call) { return control(call, &app::ControlJobs::cancel); }

}  // namespace kassabro::admin
