#include "main/core.hpp"

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <thread>
#include <utility>

#include "app/customer_card.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/refresh_customers.hpp"
#include "app/remote_state.hpp"
#include "jobs/lookup_saver.hpp"
#include "jobs/order_fetcher.hpp"
#include "main/admin_api.hpp"
#include "main/background_jobs.hpp"
#include "main/bonus_check_imports.hpp"
#include "main/notes.hpp"
#include "main/open_store.hpp"
#include "main/options.hpp"
#include "main/outgoing_webhooks.hpp"
#include "main/personal_data.hpp"
#include "main/public_api.hpp"
#include "main/read_order.hpp"
#include "main/rule_adapter.hpp"
#include "main/uploads.hpp"
#include "observability/log.hpp"
#include "observability/metrics.hpp"
#include "receipt/compose_message.hpp"
#include "receipt_page/pages.hpp"
#include "sitoo/events/api.hpp"
#include "sitoo/rest/order_source.hpp"
#include "sitoo/spi/v1/api.hpp"
#include "sitoo/spi/v2/api.hpp"

namespace kassabro::main {

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
  std::atomic<bool> is_serving = false;  // the background works, or is about to
  bool is_stopped = false;
  observability::Metrics metrics;
  http::IoThreads background{1, http::Priority::below_tills};
  http::IoThreads files{1, http::Priority::below_tills};
  http::Client http{outbound_options_of(config)};
  std::unique_ptr<store::sql::SqlStore> opened;
  store::sql::SqlStore& store = *opened;
  Uploads uploads;
  admin::PasswordFile password_file;
  SecretString admin_token;

  // Until nobody works on what another node had begun: here no other process does.
  const std::chrono::milliseconds takes_over_after = std::chrono::seconds(store.is_shared() ? 35 : 0);
  // Until Rule, too, has ended what the process before had asked of it a moment before it was killed; then it can be asked whether it is done.
  const std::chrono::milliseconds tells_again_after =
      std::max<std::chrono::milliseconds>(takes_over_after, std::chrono::seconds(5));
  outbox::WakingUnitOfWork unit{store.unit_of_work()};
  app::AccountRegistry registry{store.accounts()};
  RuleAdapter rule{config, http, store, unit, clock};

  app::ProbeGuard guard{clock};
  app::Authenticate authenticate{registry, rule.probe, unit, guard, clock, defaults_of(config)};
  app::RefreshCustomers refresh{background.at(0).get_executor(), rule.background_directory, unit, clock};
  app::FindCustomer find_customer{
      store.contacts(),
      rule.directory,
      unit,
      clock,
      {config.rule_read_max_age, config.rule_read_deadline},
      [this](const app::Account& account, const app::StoredContact& stored) { refresh.offer(account, stored); }};
  app::SaveCustomer save_customer{unit, clock};
  app::AcceptOrders accept_orders{unit, clock};
  app::ShowPurchases show_purchases{store.contacts(), store.orders(), store.channel_purchases()};
  app::QuietTills quiet_tills{store.accounts(), store.orders(), clock, {config.alerts_silence}};
  BonusCheckImports imports{store, unit, clock};
  app::ShowCard show_card{{find_customer, store.contacts(), store.cards(), rule.directory, unit, clock},
                          config.rule_read_deadline};
  app::LookupLog lookups{store.lookups(), [this](std::int64_t passed_over) { metrics.count_lookups_passed_over(passed_over); }};
  jobs::LookupSaver lookup_saver{background.at(0), lookups, {}};
  app::RedeemBonusChecks redeem{unit, clock};
  app::UndoRedemption undo{unit, clock};

  app::ReceiptLinks receipt_links{store.receipt_links(), clock, {}};
  receipt::ReadReceipt read_receipt{{registry, store.orders(), store.contacts(), store.bonus_checks()}};
  receipt::ComposeMessage receipt_messages{{registry, store.cards(), receipt_links, read_receipt}, config.public_base_url};

  outbox::Worker worker{background.at(0),
                        {store.deliveries(), store.contacts(), store.orders(), store.bonus_checks(), store.silences(),
                         receipt_messages, registry, unit, rule.channel, clock},
                        {.on_key_refused =
                             [](app::AccountId account) {
                               alert_of(account,
                                        "Rule does not take the account's API key: what is to be told waits, tills go on");
                             },
                         .leads = [this] { return store.leads(); },
                         .takes_over_after = tells_again_after},
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

  app::TakeRemoteNews take_remote_news{{store.links(), store.contacts(), unit, clock}};
  app::ReadRemoteState read_remote_state{{rule.background_directory, store.contacts(), unit, clock}};
  PersonalData personal_data{store, unit, rule.client, clock};
  BackgroundJobs background_jobs{{background.at(0), config, store, unit, clock, metrics, rule, rest_client, order_fetcher,
                                  receipt_links, take_remote_news, imports, personal_data, takes_over_after,
                                  [this]() -> bool { return is_serving; }}};

  // An import in Rule has brought people whom no till knows: they are taken over at once, not with the next round.
  void read_new_people(app::AccountId account) {
    boost::asio::co_spawn(background.at(0), background_jobs.run_job(account, jobs::mirror_kind, {}), boost::asio::detached);
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
  OutgoingWebhooks outgoing{background.at(0), config, store, registry, http, clock, metrics};
  PublicApi public_api{
      {spi_v1, spi_v2, events, receipt_pages, webhooks}, [this]() -> Async<void> { co_await store.check_ready(); }, metrics};
  AdminApi admin_api{{config,
                      clock,
                      metrics,
                      files.at(0),
                      store,
                      unit,
                      registry,
                      authenticate.first_calls(),
                      find_customer,
                      show_purchases,
                      read_receipt,
                      webhook_log,
                      outgoing.endpoints,
                      worker,
                      order_fetcher,
                      uploads,
                      rule,
                      imports,
                      personal_data,
                      background_jobs},
                     password_file,
                     admin_token};
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

Async<http::Response> Core::handle_admin(const http::Request& request) { return parts_->admin_api.handle(request); }

void Core::will_serve() { parts_->is_serving = true; }

void Core::start_background() {
  parts_->store.watch_accounts([parts = parts_.get()](std::optional<app::AccountId> account) {
    account ? parts->registry.forget(*account) : parts->registry.forget_all();
  });
  parts_->worker.start();
  parts_->order_fetcher.start();
  parts_->background_jobs.engine.start();
  parts_->lookup_saver.start();
  parts_->outgoing.sender.start();
}

void Core::note_certificate(Timestamp ends_at) { parts_->metrics.set_certificate_end(ends_at); }

std::optional<Timestamp> Core::certificate_end() const { return parts_->metrics.certificate_end(); }

void Core::note_disk_free(std::uint64_t bytes) { parts_->metrics.set_disk_free(bytes); }

std::map<app::AccountId, double> Core::rule_loads() { return parts_->rule.client.loads(); }

Async<std::optional<std::vector<app::QuietTill>>> Core::quiet_tills() {
  if (!parts_->store.leads()) {
    parts_->metrics.set_quiet(0, 0);
    co_return std::nullopt;
  }
  // Weeks of sales are counted where no till waits for it.
  auto quiet = co_await boost::asio::co_spawn(parts_->background.at(0), parts_->quiet_tills.find(), boost::asio::use_awaitable);
  const auto stores = std::ranges::count_if(quiet, [](const auto& found) { return found.till.register_id.empty(); });
  parts_->metrics.set_quiet(stores, std::ssize(quiet) - stores);
  co_return quiet;
}

void Core::drain() { parts_->public_api.drain(); }

void Core::stop() {
  if (std::exchange(parts_->is_stopped, true)) return;
  parts_->background_jobs.engine.stop();
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
