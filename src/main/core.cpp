#include "main/core.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <thread>

#include "admin/api.hpp"
#include "admin_pages/pages.hpp"
#include "app/control_jobs.hpp"
#include "app/customer_card.hpp"
#include "app/import_job.hpp"
#include "app/merge_bonus_checks.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/refresh_customers.hpp"
#include "app/remote_state.hpp"
#include "base/sleep.hpp"
#include "http/router.hpp"
#include "jobs/attempt_upkeep.hpp"
#include "jobs/bonus_check_import.hpp"
#include "jobs/bonus_expiry.hpp"
#include "jobs/engine.hpp"
#include "jobs/history_sync.hpp"
#include "jobs/lookup_saver.hpp"
#include "jobs/mirror_customers.hpp"
#include "jobs/news_poll.hpp"
#include "jobs/order_fetcher.hpp"
#include "jobs/receipt_upkeep.hpp"
#include "jobs/reconcile.hpp"
#include "jobs/retention.hpp"
#include "jobs/silence_watch.hpp"
#include "main/account_settings.hpp"
#include "main/automations.hpp"
#include "main/check_source.hpp"
#include "main/default_settings.hpp"
#include "main/explain.hpp"
#include "main/feeds.hpp"
#include "main/notes.hpp"
#include "main/open_store.hpp"
#include "main/options.hpp"
#include "main/outgoing_webhooks.hpp"
#include "main/personal_data.hpp"
#include "main/public_api.hpp"
#include "main/read_order.hpp"
#include "main/read_sheet.hpp"
#include "main/receipts.hpp"
#include "main/uploads.hpp"
#include "observability/log.hpp"
#include "observability/metrics.hpp"
#include "person_page/page.hpp"
#include "receipt/compose_message.hpp"
#include "receipt_page/pages.hpp"
#include "rule/bonus_field.hpp"
#include "rule/channel.hpp"
#include "rule/directory.hpp"
#include "rule/explain.hpp"
#include "rule/news_source.hpp"
#include "rule/receipt_way.hpp"
#include "sitoo/events/api.hpp"
#include "sitoo/rest/order_archive.hpp"
#include "sitoo/rest/order_source.hpp"
#include "sitoo/rest/z_reports.hpp"
#include "sitoo/spi/v1/api.hpp"
#include "sitoo/spi/v2/api.hpp"

namespace kassabro::main {
namespace {

Async<void> run_work(std::function<void()> work) {
  work();
  co_return;
}

}  // namespace

struct Core::Parts {
  Parts(const Config& config_in, DataFolder& folder)
      : config(config_in),
        opened(open_store(config, folder)),
        uploads(folder.uploads_path()),
        password_file(folder.password_path()),
        admin_token(folder.admin_token()) {
    expect_what_alerts_watch(metrics);
  }

  Config config;
  SystemClock clock;
  bool is_serving = false;  // the background works
  observability::Metrics metrics;
  http::IoThreads background{1, http::Priority::below_tills};
  http::IoThreads files{1, http::Priority::below_tills};
  http::Client http{outbound_options_of(config)};
  std::unique_ptr<store::sql::SqlStore> opened;
  store::sql::SqlStore& store = *opened;
  Uploads uploads;
  admin::PasswordFile password_file;
  admin::AccessFile access_file{config.data_dir + "/admin.access"};
  SecretString admin_token;

  // Until a call that another node had begun has ended.
  const std::chrono::milliseconds takes_over_after = std::chrono::seconds(store.is_shared() ? 35 : 0);
  outbox::WakingUnitOfWork unit{store.unit_of_work()};
  app::AccountRegistry registry{store.accounts()};

  rule::RuleClient rule_client{http::send_through(http), clock, rule_settings_of(config)};
  rule::GroupNames rule_groups{clock};
  rule::RuleDirectory directory{rule_client, rule_groups, clock};
  rule::RuleDirectory background_directory{rule_client, rule_groups, clock, rule::CallClass::background};
  rule::RuleKeyProbe probe{rule_client};
  app::MergeBonusChecks bonus_edits{unit, clock};
  rule::RuleChannel channel{rule_client, store.remote_memory(), bonus_edits, clock, &alert_of};

  app::ProbeGuard guard{clock};
  app::Authenticate authenticate{registry, probe, unit, guard, clock, defaults_of(config)};
  app::RefreshCustomers refresh{background.at(0).get_executor(), background_directory, unit, clock};
  app::FindCustomer find_customer{
      store.contacts(),
      directory,
      unit,
      clock,
      {config.rule_read_max_age, config.rule_read_deadline},
      [this](const app::Account& account, const app::StoredContact& stored) { refresh.offer(account, stored); }};
  app::SaveCustomer save_customer{unit, clock};
  app::AcceptOrders accept_orders{unit, clock};
  app::ShowPurchases show_purchases{store.contacts(), store.orders(), store.channel_purchases()};
  app::ExpireBonusChecks expire_bonus_checks{unit, clock};
  app::QuietTills quiet_tills{store.accounts(), store.orders(), clock, {config.alerts_silence}};
  app::Doctor doctor{store.doctor(), unit, clock};
  app::StageBonusChecks stage_bonus_checks{
      unit, store.imports(), clock,
      [](const std::string& text, const app::Account& account) { return rule::parse_bonus_field(json::value(text), account); }};
  app::ApplyImport apply_import{unit, store.imports(), clock};
  app::UndoImport undo_import{unit, clock};
  app::ShowCard show_card{{find_customer, store.contacts(), store.cards(), directory, unit, clock}, config.rule_read_deadline};
  app::LookupLog lookups{store.lookups(), [this](std::int64_t passed_over) { metrics.count_lookups_passed_over(passed_over); }};
  jobs::LookupSaver lookup_saver{background.at(0), lookups, {}};
  app::RedeemBonusChecks redeem{unit, clock};
  app::UndoRedemption undo{unit, clock};
  app::ManageAccounts manage_accounts{
      registry, store.accounts(), probe, unit, clock, &check_account_settings, sitoo_address_check_of(config)};
  rule::FeedTrials feed_trials{http::send_through(http), clock, rule_settings_of(config), store.remote_memory(),
                               &receipt::sample_message};
  rule::automations::Automations automations{rule_client, feed_trials, store.remote_memory()};

  app::ReceiptLinks receipt_links{store.receipt_links(), clock, {}};
  receipt::ReadReceipt read_receipt{{registry, store.orders(), store.contacts(), store.bonus_checks()}};
  receipt::ComposeMessage receipt_messages{{registry, store.cards(), receipt_links, read_receipt}, config.public_base_url};

  outbox::Worker worker{background.at(0),
                        {store.deliveries(), store.contacts(), store.orders(), store.bonus_checks(), store.silences(),
                         receipt_messages, registry, unit, channel, clock},
                        {.leads = [this] { return store.leads(); }, .takes_over_after = takes_over_after},
                        [this](const outbox::Attempt& attempt) { log_attempt(attempt, metrics); }};

  sitoo::rest::RestClient rest_client{http::send_through(http), clock, config.sitoo_base_url};
  sitoo::rest::RestOrderSource order_source{rest_client};
  app::AcceptEvents accept_events{unit, clock};
  jobs::OrderFetcher order_fetcher{background.at(0),
                                   {store.order_fetches(), registry, order_source, accept_orders, clock, &read_order},
                                   {.leads = [this] { return store.leads(); }},
                                   {[this](const jobs::FetchAttempt& attempt) { log_fetch(attempt, metrics); }, &alert_of}};
  sitoo::events::Api events{authenticate,
                            accept_events,
                            clock,
                            {[this](std::string_view result, std::size_t count) { metrics.count_events(result, count); },
                             [](const std::string& text) { observability::alert(text); }, [this] { order_fetcher.wake(); }}};

  rule::RuleCatalogue catalogue{rule_client, clock};
  jobs::MirrorCustomers mirror{{catalogue, background_directory, store.links(), store.jobs(), unit, clock},
                               mirror_options_of(config),
                               &wants_mirror,
                               [this](const jobs::MirroredPage& page) { note_page(page, metrics); }};

  jobs::BonusExpiry bonus_expiry{expire_bonus_checks, store.unit_of_work(), clock};

  sitoo::rest::RestOrderArchive archive{rest_client};
  jobs::HistoryTeller history_teller{{store.history(), store.contacts(), store.orders(), store.unit_of_work(), channel, clock},
                                     {.may_call = [this] { return store.leads(); }}};
  jobs::HistorySync history{{archive, store.history(), unit, clock, &read_order, history_teller}, {}};
  sitoo::rest::RestZReports z_reports{rest_client};
  jobs::Reconcile reconcile{{archive, z_reports, store.orders(), store.order_fetches(), store.jobs(), unit, clock, &read_order,
                             [this] { order_fetcher.wake(); }},
                            reconcile_options_of(config)};
  jobs::SilenceWatch silence_watch{{store.silences(), store.contacts(), unit, clock}, {}};
  app::TakeRemoteNews take_remote_news{{store.links(), store.contacts(), unit, clock}};
  app::ReadRemoteState read_remote_state{{background_directory, store.contacts(), unit, clock}};
  rule::RuleNewsSource news_source{rule_client};
  jobs::NewsPoll news_poll{{news_source, take_remote_news, unit, clock}, {}};
  jobs::ReceiptUpkeep receipt_upkeep{receipt_links, store.unit_of_work(), clock, {}};
  jobs::AttemptUpkeep attempt_upkeep{{store.deliveries(), store.lookups(), store.message_upkeep(), store.unit_of_work(), clock},
                                     attempt_upkeep_options_of(config)};
  jobs::Retention retention{
      store.retention(), store.unit_of_work(), clock, retention_options_of(config),
      [this](app::KeptKind kind, std::size_t rows) { metrics.count_removed_by_age(to_text(kind), rows); }};
  PersonalData personal_data{store, unit, rule_client, clock};
  jobs::BonusCheckImport bonus_check_import{{apply_import, undo_import, store.imports(), unit, clock}};
  app::ControlJobs control_jobs{unit, clock};
  jobs::Engine engine{background.at(0),
                      {store.accounts(), store.jobs(), store.unit_of_work(), clock},
                      {.leads = [this] { return store.leads(); }, .takes_over_after = takes_over_after},
                      {[](const app::Job& job) { log_job(job); }, &alert_of},
                      {&history, &reconcile, &mirror, &bonus_expiry, &bonus_check_import, &silence_watch, &news_poll,
                       &receipt_upkeep, &attempt_upkeep, &retention, &personal_data.traces}};

  Async<Result<void>> run_job(app::AccountId account, std::string kind, json::object request) {
    const auto* known = engine.find(kind);
    if (known == nullptr)
      co_return fail(invalid("kind", "There is no such kind of job. There are: " + engine.kinds_text() + "."));
    auto wanted = known->read_request(request);
    if (!wanted) co_return fail(wanted.error());
    if (known->reads_till_system())
      if (auto checked = co_await check_source(store.accounts(), archive, account); !checked) co_return fail(checked.error());
    const auto job = co_await control_jobs.start(account, std::move(kind), std::move(*wanted));
    if (!job) co_return fail(job.error());
    engine.wake();
    co_return Result<void>();
  }

  // Cells are read and compared on a thread of their own: no till and no delivery waits for a file.
  Async<Result<app::StagedImport>> stage_import(app::Account account, app::StageRequest request, app::OpenSheet sheet) {
    co_return co_await boost::asio::co_spawn(files.at(0), stage_bonus_checks(account, std::move(request), std::move(sheet)),
                                             boost::asio::use_awaitable);
  }

  // The engine's work, where it runs; the command line without a server does it itself.
  Async<void> carry_on_import(app::AccountId account, app::ImportId id, bool wait) {
    if (is_serving) engine.wake();
    while (wait || !is_serving) {
      const auto job = co_await store.jobs().find(account, app::import_kind);
      if (!job || job->request != app::import_request(id)) co_return;
      if (job->state != app::JobState::waiting && job->state != app::JobState::running) co_return;
      const auto steps = is_serving ? 0 : co_await engine.run_kind(app::import_kind);
      if (steps == 0) co_await sleep_for(std::chrono::milliseconds(20));
    }
  }

  // An import in Rule has brought people whom no till knows: they are taken over at once, not with the next round.
  void read_new_people(app::AccountId account) {
    boost::asio::co_spawn(background.at(0), run_job(account, jobs::mirror_kind, {}), boost::asio::detached);
  }

  Async<Result<app::Erasure>> erase_person(app::Account account, domain::ContactId contact, std::string author) {
    auto erasure = co_await personal_data.erase(account, contact, std::move(author));
    if (erasure) engine.wake();
    co_return erasure;
  }

  void read_again(app::Account account, std::vector<domain::ContactId> people) {
    boost::asio::co_spawn(background.at(0), read_remote_state(std::move(account), std::move(people)), boost::asio::detached);
  }

  sitoo::spi::v1::Api spi_v1{
      {authenticate, find_customer, save_customer, accept_orders, show_purchases, show_card, lookups, redeem, undo, clock},
      note_unmatched(metrics, "v1")};
  sitoo::spi::v2::Api spi_v2{{authenticate, show_card, lookups, save_customer, show_purchases, redeem, undo, clock},
                             note_unmatched(metrics, "v2")};
  receipt_page::ReceiptPages receipt_pages{receipt_links, read_receipt, clock};
  app::WebhookLog webhook_log;
  rule::Webhooks webhooks{
      registry,
      take_remote_news,
      clock,
      {[this](app::AccountId account, std::string_view event, std::string_view result) {
         metrics.count_webhooks(event, result);
         if (account != 0) webhook_log.note(account, event, result, clock.now());
       },
       [this](app::AccountId account) { read_new_people(account); },
       [this](const app::Account& account, std::vector<domain::ContactId> people) { read_again(account, std::move(people)); }}};
  // Hashing a password takes a tenth of a second: no till waits for it.
  admin::Sessions sessions{password_file, access_file, clock, [this](std::function<void()> work) -> Async<void> {
                             co_await boost::asio::co_spawn(files.at(0), run_work(std::move(work)), boost::asio::use_awaitable);
                           }};
  OutgoingWebhooks outgoing{background.at(0), config, store, registry, http, clock, metrics};
  PublicApi public_api{
      {spi_v1, spi_v2, events, receipt_pages, webhooks}, [this]() -> Async<void> { co_await store.check_ready(); }, metrics};
  admin::Api admin_api{
      {manage_accounts,
       store.deliveries(),
       doctor,
       metrics,
       clock,
       [this](const app::Account& account, const json::value& order) {
         return explain_order(account, order, store.contacts(), clock);
       },
       [this] { worker.resume(); },
       store.order_fetches(),
       store.quarantine(),
       [this] { order_fetcher.resume(); },
       store.jobs(),
       control_jobs,
       [this](app::AccountId account, std::string kind, json::object request) {
         return run_job(account, std::move(kind), std::move(request));
       },
       {[this](app::Account account, app::StageRequest request, app::OpenSheet sheet) {
          return stage_import(std::move(account), std::move(request), std::move(sheet));
        },
        apply_import, undo_import, store.imports(), &read_sheet,
        [this](std::string_view content) { return uploads.keep(content); },
        [this](app::AccountId account, app::ImportId id, bool wait) { return carry_on_import(account, id, wait); }},
       {&list_feeds,
        [this](const app::Account& account, std::string feed) { return test_feeds(feed_trials, account, std::move(feed)); },
        [this](const app::Account& account) { return remove_feed_test(feed_trials, account); }},
       {[this](const app::Account& account, const json::object& body) { return plan_automations(automations, account, body); },
        [this](const app::Account& account, const json::object& body) { return apply_automations(automations, account, body); },
        [this](const app::Account& account, const json::object& body) {
          return remove_automations(automations, account, body);
        },
        [this](const app::Account& account, const json::object& body) {
          return preview_automation(automations, account, body);
        }},
       sessions,
       store.overview(),
       authenticate.first_calls(),
       [this](app::AccountId account) { return rule_client.load(account); },
       {[this](const app::Account& account, std::string_view key) { return find_customer.by_key(account, key); },
        store.customer_files(), store.cards(), store.orders(), show_purchases, personal_data.read, &rule::receipt_way,
        &person_page::page_for},
       {[this](const app::Account& account, domain::ContactId contact, std::string author) {
          return erase_person(account, contact, std::move(author));
        },
        store.erasures()},
       &rule::explain,
       [this](const app::Account& account, std::string order_id, std::string language) {
         return preview_receipt(read_receipt, account, std::move(order_id), std::move(language), clock);
       },
       webhook_log,
       &default_settings,
       store.audit_log(),
       {store.keys(), store.sealed_secrets(), store.is_shared()},
       {outgoing.endpoints, store.messages()}},
      {config.public_base_url, admin_token}};
};

Core::Core(const Config& config, DataFolder& folder) : parts_(std::make_unique<Parts>(config, folder)) {
  parts_->unit.set_wake([parts = parts_.get()] { parts->worker.wake(); });
}

Core::~Core() { stop(); }

Async<http::Response> Core::handle_public(const http::Request& request) { return parts_->public_api.handle(request); }

void Core::note_public_failure(const http::Request& request) { parts_->public_api.note_failure(request); }

http::Response Core::refuse_public(const http::Request& request, http::Response usual) {
  return parts_->public_api.refuse(request, std::move(usual));
}

Async<http::Response> Core::handle_admin(const http::Request& request) {
  const auto path = http::normal_path(request.path());
  const bool is_call = path.starts_with("/api/") || path == "/metrics";
  if (!is_call || path == "/api/v1/openapi.json") co_return admin_pages::answer_page(request, path);
  co_return co_await parts_->admin_api.handle(request);
}

void Core::start_background() {
  parts_->is_serving = true;
  parts_->store.watch_accounts([parts = parts_.get()](std::optional<app::AccountId> account) {
    account ? parts->registry.forget(*account) : parts->registry.forget_all();
  });
  parts_->worker.start();
  parts_->order_fetcher.start();
  parts_->engine.start();
  parts_->lookup_saver.start();
  parts_->outgoing.sender.start();
}

void Core::note_certificate(Timestamp ends_at) { parts_->metrics.set_certificate_end(ends_at); }

std::optional<Timestamp> Core::certificate_end() const { return parts_->metrics.certificate_end(); }

void Core::note_disk_free(std::uint64_t bytes) { parts_->metrics.set_disk_free(bytes); }

std::map<app::AccountId, double> Core::rule_loads() { return parts_->rule_client.loads(); }

Async<std::vector<app::QuietTill>> Core::quiet_tills() {
  std::vector<app::QuietTill> quiet;
  if (parts_->store.leads()) quiet = co_await parts_->quiet_tills.find();
  const auto stores = std::ranges::count_if(quiet, [](const auto& found) { return found.till.register_id.empty(); });
  parts_->metrics.set_quiet(stores, std::ssize(quiet) - stores);
  co_return quiet;
}

void Core::drain() { parts_->public_api.drain(); }

void Core::stop() {
  parts_->engine.stop();
  parts_->worker.stop();
  parts_->order_fetcher.stop();
  parts_->lookup_saver.stop();
  parts_->outgoing.sender.stop();
  // What is on its way to Rule is waited for: a receipt of which nobody knows whether it was sent is sent by nobody.
  constexpr std::chrono::milliseconds step{20};
  constexpr int steps_max = 500;
  for (int i = 0; i < steps_max && parts_->is_serving && !parts_->worker.is_idle(); ++i) std::this_thread::sleep_for(step);
  parts_->store.watch_accounts({});
  parts_->files.stop();
  parts_->background.stop();
}

}  // namespace kassabro::main
