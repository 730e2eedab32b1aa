#include "main/admin_api.hpp"

#include <boost/asio/co_spawn.hpp>

#include "admin_pages/pages.hpp"
#include "http/router.hpp"
#include "main/account_settings.hpp"
#include "main/automations.hpp"
#include "main/default_settings.hpp"
#include "main/explain.hpp"
#include "main/feeds.hpp"
#include "main/options.hpp"
#include "main/read_sheet.hpp"
#include "main/receipts.hpp"
#include "person_page/page.hpp"
#include "rule/explain.hpp"
#include "rule/receipt_way.hpp"

namespace kassabro::main {
namespace {

Async<void> run_work(std::function<void()> work) {
  work();
  co_return;
}

using AutomationsCall = Async<Result<json::value>> (*)(rule::automations::Automations&, const app::Account&,
                                                       const json::object& request);

admin::AutomationCall through(rule::automations::Automations& automations, AutomationsCall call) {
  return [&automations, call](const app::Account& account, const json::object& request) {
    return call(automations, account, request);
  };
}

}  // namespace

AdminApi::AdminApi(const Parts& parts, admin::PasswordFile password_file, SecretString token)
    : parts_(parts),
      manage_accounts_(parts.registry, parts.store.accounts(), parts.rule.probe, parts.unit, parts.clock,
                       &check_account_settings, sitoo_address_check_of(parts.config)),
      doctor_(parts.store.doctor(), parts.unit, parts.clock),
      access_file_(parts.config.data_dir + "/admin.access"),
      // Hashing a password takes a tenth of a second: no till waits for it.
      sessions_(std::move(password_file), access_file_, parts.clock,
                [this](std::function<void()> work) -> Async<void> {
                  co_await boost::asio::co_spawn(parts_.files, run_work(std::move(work)), boost::asio::use_awaitable);
                }),
      api_(use_cases(), {parts.config.public_base_url, std::move(token)}) {}

Async<http::Response> AdminApi::handle(const http::Request& request) {
  const auto path = http::normal_path(request.path());
  const bool is_call = path.starts_with("/api/") || path == "/metrics";
  if (!is_call || path == "/api/v1/openapi.json") co_return admin_pages::answer_page(request, path);
  co_return co_await api_.handle(request);
}

admin::UseCases AdminApi::use_cases() {
  auto& store = parts_.store;
  return {.accounts = manage_accounts_,
          .deliveries = store.deliveries(),
          .doctor = doctor_,
          .metrics = parts_.metrics,
          .clock = parts_.clock,
          .explain =
              [this](const app::Account& account, const json::value& order) {
                return explain_order(account, order, parts_.store.contacts(), parts_.clock);
              },
          .resume_outbox = [this] { parts_.worker.resume(); },
          .order_fetches = store.order_fetches(),
          .quarantine = store.quarantine(),
          .resume_order_fetches = [this] { parts_.order_fetcher.resume(); },
          .jobs = store.jobs(),
          .control_jobs = parts_.background_jobs.control_jobs,
          .run_job =
              [this](app::AccountId account, std::string kind, json::object request) {
                return parts_.background_jobs.run_job(account, std::move(kind), std::move(request));
              },
          .job_calls_platform =
              [this](std::string_view kind) {
                const auto* known = parts_.background_jobs.engine.find(kind);
                return known != nullptr && known->calls_platform();
              },
          .imports = imports(),
          .feeds = feeds(),
          .automations = automations(),
          .sessions = sessions_,
          .overview = store.overview(),
          .first_calls = parts_.first_calls,
          .rule_load = [this](app::AccountId account) { return parts_.rule.client.load(account); },
          .customers = customers(),
          .erasures = {[this](const app::Account& account, domain::ContactId contact, std::string author) {
                         return erase_person(account, contact, std::move(author));
                       },
                       store.erasures()},
          .explain_stored = &rule::explain,
          .preview_receipt =
              [this](const app::Account& account, std::string order_id, std::string language) {
                return preview_receipt(parts_.read_receipt, account, std::move(order_id), std::move(language), parts_.clock);
              },
          .webhook_log = parts_.webhook_log,
          .default_settings = &default_settings,
          .audit_log = store.audit_log(),
          .rotate_key = {store.keys(), store.sealed_secrets(), store.is_shared()},
          .webhooks = {parts_.endpoints, store.messages()}};
}

admin::Imports AdminApi::imports() {
  return {
      .stage = [this](app::Account account, app::StageRequest request,
                      app::OpenSheet sheet) { return stage_import(std::move(account), std::move(request), std::move(sheet)); },
      .apply = parts_.imports.apply,
      .undo = parts_.imports.undo,
      .reader = parts_.store.imports(),
      .read_sheet = &read_sheet,
      .keep_file = [this](std::string_view content) { return parts_.uploads.keep(content); },
      .carry_on = [this](app::AccountId account, app::ImportId id,
                         bool wait) { return parts_.background_jobs.carry_on_import(account, id, wait); }};
}

admin::Feeds AdminApi::feeds() {
  auto& trials = parts_.rule.feed_trials;
  return {
      .list = &list_feeds,
      .test = [&trials](const app::Account& account, std::string feed) { return test_feeds(trials, account, std::move(feed)); },
      .remove_test = [&trials](const app::Account& account) { return remove_feed_test(trials, account); }};
}

admin::Automations AdminApi::automations() {
  auto& flows = parts_.rule.automations;
  return {.plan = through(flows, &plan_automations),
          .apply = through(flows, &apply_automations),
          .remove = through(flows, &remove_automations),
          .preview = through(flows, &preview_automation)};
}

admin::Customers AdminApi::customers() {
  auto& store = parts_.store;
  return {
      .find = [this](const app::Account& account, std::string_view key) { return parts_.find_customer.by_key(account, key); },
      .files = store.customer_files(),
      .cards = store.cards(),
      .orders = store.orders(),
      .purchases = parts_.show_purchases,
      .personal = parts_.personal_data.read,
      .receipt_way = &rule::receipt_way,
      .page = &person_page::page_for};
}

// Cells are read and compared on a thread of their own: no till and no delivery waits for a file.
Async<Result<app::StagedImport>> AdminApi::stage_import(app::Account account, app::StageRequest request, app::OpenSheet sheet) {
  co_return co_await boost::asio::co_spawn(parts_.files, parts_.imports.stage(account, std::move(request), std::move(sheet)),
                                           boost::asio::use_awaitable);
}

Async<Result<app::Erasure>> AdminApi::erase_person(app::Account account, domain::ContactId contact, std::string author) {
  auto erasure = co_await parts_.personal_data.erase(account, contact, std::move(author));
  if (erasure) parts_.background_jobs.engine.wake();
  co_return erasure;
}

}  // namespace kassabro::main
