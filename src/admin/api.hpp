#pragma once

#include <functional>
#include <string>

#include "admin/noted_views.hpp"
#include "admin/scope.hpp"
#include "admin/sessions.hpp"
#include "app/audit_log.hpp"
#include "app/control_jobs.hpp"
#include "app/customer_file.hpp"
#include "app/delivery_queue.hpp"
#include "app/doctor.hpp"
#include "app/erasures.hpp"
#include "app/find_customer.hpp"
#include "app/guess_guard.hpp"
#include "app/import_bonus_checks.hpp"
#include "app/jobs.hpp"
#include "app/manage_accounts.hpp"
#include "app/manage_endpoints.hpp"
#include "app/order_fetch_queue.hpp"
#include "app/overview.hpp"
#include "app/personal_file.hpp"
#include "app/quarantine_reader.hpp"
#include "app/rotate_key.hpp"
#include "app/show_purchases.hpp"
#include "app/webhook_log.hpp"
#include "base/async.hpp"
#include "http/message.hpp"
#include "http/router.hpp"
#include "http/url.hpp"
#include "observability/metrics.hpp"

namespace kassabro::admin {

// Which calls an order would cause; composed of the Sitoo and the Rule adapter, which do not know each other.
using Explain = std::function<Async<Result<json::value>>(const app::Account&, const json::value& order)>;

struct Imports {
  std::function<Async<Result<app::StagedImport>>(app::Account, app::StageRequest, app::OpenSheet)> stage;
  app::ApplyImport& apply;
  app::UndoImport& undo;
  app::ImportReader& reader;
  app::ReadSheet read_sheet;
  app::KeepFile keep_file;
  // After applying or undoing was begun: sees to it that it goes on, and waits for its end if that is wanted.
  std::function<Async<void>(app::AccountId, app::ImportId, bool wait)> carry_on;
};

// What is sent to the marketing platform, and test calls of it; composed in main: the answers are those of main/feeds.hpp.
struct Feeds {
  std::function<Result<json::value>(const app::Account&)> list;
  std::function<Async<Result<json::value>>(const app::Account&, std::string feed)> test;
  std::function<Async<Result<json::value>>(const app::Account&)> remove_test;
};

// The account's flows on the marketing platform; composed in main: requests and answers are those of main/automations.hpp.
using AutomationCall = std::function<Async<Result<json::value>>(const app::Account&, const json::object& request)>;
struct Automations {
  AutomationCall plan, apply, remove, preview;
};

// One customer, and all that touched them.
struct Customers {
  // As a till does.
  std::function<Async<Result<app::FoundCustomer>>(const app::Account&, std::string_view key)> find;
  app::CustomerFileReader& files;
  app::CardReader& cards;
  app::OrderReader& orders;
  app::ShowPurchases& purchases;
  app::ReadPersonalFile& personal;
  // How a receipt was sent, by the calls of its delivery: "email", "sms"; "" where they do not tell.
  std::function<std::string(const app::SentCalls&)> receipt_way;
  // An export, or a proof of consents, as a page for the person.
  std::function<std::string(const app::Account&, const json::object&)> page;
};

struct Erasures {
  std::function<Async<Result<app::Erasure>>(const app::Account&, domain::ContactId, std::string author)> erase;
  app::ErasureReader& reader;
};

// Which calls a stored order of this customer would cause, or their registration when there is no order; composed of the Rule
// adapter's.
using ExplainStored =
    std::function<Result<json::value>(const app::Account&, const domain::Contact& buyer, const std::optional<domain::Order>&)>;

// The messages of an order's receipt, of a sample's when `order_id` is "": the answer is main/receipts.hpp's.
using PreviewReceipt =
    std::function<Async<Result<json::value>>(const app::Account&, std::string order_id, std::string language)>;

// Integrators' endpoints, and what they are told.
struct Webhooks {
  app::ManageEndpoints& endpoints;
  app::MessageReader& messages;
};

struct UseCases {
  app::ManageAccounts& accounts;
  app::DeliveryQueue& deliveries;
  app::Doctor& doctor;
  const observability::Metrics& metrics;
  const Clock& clock;
  Explain explain;
  std::function<void()> resume_outbox;
  app::OrderFetchQueue& order_fetches;
  app::QuarantineReader& quarantine;
  std::function<void()> resume_order_fetches;
  app::JobReader& jobs;
  app::ControlJobs& control_jobs;
  // Begins a job of a kind as soon as may be. Errors: invalid (field "kind") when there is no such kind, or naming a member
  // of the request; conflict when one runs.
  std::function<Async<Result<void>>(app::AccountId account, std::string kind, json::object request)> run_job;
  std::function<bool(std::string_view kind)> job_calls_platform;  // and waits while the account's key is refused
  Imports imports;
  Feeds feeds;
  Automations automations;
  Sessions& sessions;
  app::OverviewReader& overview;
  app::FirstCalls& first_calls;
  std::function<double(app::AccountId)> rule_load;  // how much of the platform's error limit is used up; 1.0 is the limit
  Customers customers;
  Erasures erasures;
  ExplainStored explain_stored;
  PreviewReceipt preview_receipt;
  app::WebhookLog& webhook_log;
  std::function<json::object()> default_settings;
  app::AuditLog& audit_log;
  app::RotateKey rotate_key;
  Webhooks webhooks;
};

struct Options {
  std::string public_base_url;  // "https://till.example.com", without a trailing slash
  SecretString token;           // what callers present as `Authorization: Bearer`
};

// Who calls, as it was proven: by the admin token, an API token, a session of the pages, or not at all.
struct Caller {
  static constexpr std::string_view command_line = "command_line", pages = "pages", nobody = "nobody";
  std::string actor;  // one of these; "user:" or "token:" with a name
  Scopes scopes;
  std::optional<Session> session = std::nullopt;  // of the pages
  bool must_wait = false;  // too many wrong tokens came from this address
};

struct Call {
  UseCases& use_cases;
  const Options& options;
  const http::Request& request;
  const http::PathParams& params;
  http::Query query;
  const Caller& caller;
};

using Handler = Async<http::Response> (*)(const Call&);

// An operation, and what its caller must have.
struct Guarded {
  Handler handler;
  Scope scope;
};

// Which operation is called, for the audit log.
struct Operation {
  http::Method method;
  std::string_view pattern;
  Handler handler;
};

// The admin API below /api/v1, and /metrics. The command line calls the same operations, with the token; the pages with the cookie
// of a session, and what changes anything with its X-CSRF-Token besides.
class Api {
 public:
  Api(UseCases use_cases, Options options)
      : use_cases_(std::move(use_cases)),
        options_(std::move(options)),
        guesses_(use_cases_.clock, {.per_address_a_minute = wrong_tokens_a_minute}),
        noted_views_(use_cases_.clock) {}

  Async<http::Response> handle(const http::Request& request);

 private:
  static constexpr int wrong_tokens_a_minute = 120;

  Caller caller_of(const http::Request& request);
  Caller caller_by_token(const http::Request& request, const SecretString& token);
  static bool is_forged(const http::Request& request, const Caller& caller);
  Async<http::Response> run(Operation operation, const http::Request& request, const http::PathParams& params,
                            const Caller& caller);

  UseCases use_cases_;
  Options options_;
  app::GuessGuard guesses_;
  NotedViews noted_views_;
};

}  // namespace kassabro::admin
