#include "main/core.hpp"

#include <filesystem>

#include "admin/api.hpp"
#include "app/customer_card.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/refresh_customers.hpp"
#include "main/account_settings.hpp"
#include "main/explain.hpp"
#include "main/public_api.hpp"
#include "observability/log.hpp"
#include "observability/metrics.hpp"
#include "rule/channel.hpp"
#include "rule/directory.hpp"
#include "sitoo/spi/v1/api.hpp"
#include "sitoo/spi/v2/api.hpp"
#include "store/sqlite/store.hpp"

namespace kassabro::main {
namespace {

app::Authenticate::Defaults defaults_of(const Config& config) {
  app::Authenticate::Defaults defaults;
  defaults.country = config.default_country;
  defaults.time_zone = config.default_time_zone;
  defaults.currency = config.default_currency;
  defaults.sitoo_base_url = config.sitoo_base_url;
  return defaults;
}

rule::RuleClientSettings rule_settings_of(const Config& config) {
  rule::RuleClientSettings settings;
  settings.base_url = config.rule_base_url;
  return settings;
}

// A database without its key would come up empty-handed: no till would be known, no secret could be opened.
store::Vault open_vault(const DataFolder& folder) {
  const bool has_database = std::filesystem::exists(folder.database_path());
  if (has_database && !std::filesystem::exists(folder.key_path()))
    throw InfrastructureFailure("The key file " + folder.key_path() + " is missing. Put it back: without it the database " +
                                folder.database_path() + " cannot be read.");
  return store::Vault::open_or_create(folder.key_path());
}

// One wide line an attempt; an expected failure is no error line.
void log_attempt(const outbox::Attempt& attempt, observability::Metrics& metrics) {
  const auto& delivery = attempt.delivery;
  const auto state = to_text(attempt.settlement.state);
  spdlog::info(
      "delivery id={} account={} contact={} order={} kind={} attempt={} state={} ambiguous={} took_ms={} reason=\"{}\"",
      delivery.id, delivery.account, delivery.contact, delivery.order_id, to_text(delivery.kind), delivery.attempts, state,
      delivery.ambiguous, attempt.took.count(), attempt.settlement.reason);
  metrics.count_delivery(to_text(delivery.kind), state, attempt.took);
  if (attempt.settlement.state == app::DeliveryState::parked)
    observability::alert(fmt::format("delivery parked id={} account={} reason=\"{}\"", delivery.id, delivery.account,
                                     attempt.settlement.reason));
}

// A first live call on a spelling that we do not know teaches us the contract (D13): names only, no values.
std::function<void(std::string_view, std::string_view)> note_unmatched(observability::Metrics& metrics, std::string_view spi) {
  return [&metrics, spi](std::string_view method, std::string_view path) {
    metrics.count_unmatched_path();
    spdlog::warn("unmatched_path spi={} method={} path={}", spi, method.substr(0, 10), without_values(path));
  };
}

}  // namespace

struct Core::Parts {
  Parts(const Config& config_in, DataFolder& folder)
      : config(config_in), store(folder.database_path(), open_vault(folder)), admin_token(folder.admin_token()) {}

  Config config;
  SystemClock clock;
  observability::Metrics metrics;
  http::IoThreads background{1};
  http::Client http;
  store::sqlite::SqliteStore store;
  SecretString admin_token;

  outbox::WakingUnitOfWork unit{store.unit_of_work()};
  app::AccountRegistry registry{store.accounts()};

  rule::RuleClient rule_client{rule::http_call(http), clock, rule_settings_of(config)};
  rule::RuleDirectory directory{rule_client, clock};
  rule::RuleDirectory background_directory{rule_client, clock, rule::CallClass::background};
  rule::RuleKeyProbe probe{rule_client};
  rule::RuleChannel channel{rule_client, store.remote_memory(), clock, [](app::AccountId account, const std::string& text) {
                              observability::alert(fmt::format("account={} {}", account, text));
                            }};

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
  app::ShowCard show_card{{find_customer, store.contacts(), store.bonus_checks(), store.cards(), directory, unit, clock},
                          config.rule_read_deadline};
  app::RedeemBonusChecks redeem{unit, clock};
  app::UndoRedemption undo{unit, clock};
  app::ManageAccounts manage_accounts{registry, store.accounts(), probe, unit, clock, &check_account_settings};

  outbox::Worker worker{
      background.at(0),
      {store.deliveries(), store.contacts(), store.orders(), store.bonus_checks(), registry, unit, channel, clock},
      {},
      [this](const outbox::Attempt& attempt) { log_attempt(attempt, metrics); }};

  sitoo::spi::v1::Api spi_v1{
      {authenticate, find_customer, save_customer, accept_orders, show_purchases, show_card, redeem, undo, clock},
      note_unmatched(metrics, "v1")};
  sitoo::spi::v2::Api spi_v2{{authenticate, show_card, save_customer, show_purchases, redeem, undo, clock},
                             note_unmatched(metrics, "v2")};
  PublicApi public_api{spi_v1, spi_v2, [this]() -> Async<void> { co_await store.check_writable(); }, metrics};
  admin::Api admin_api{{manage_accounts, store.deliveries(), metrics, clock,
                        [this](const app::Account& account, const json::value& order) {
                          return explain_order(account, order, store.contacts(), clock);
                        },
                        [this] { worker.resume(); }},
                       {config.public_base_url, admin_token}};
};

Core::Core(const Config& config, DataFolder& folder) : parts_(std::make_unique<Parts>(config, folder)) {
  parts_->unit.set_wake([parts = parts_.get()] { parts->worker.wake(); });
}

Core::~Core() { stop(); }

Async<http::Response> Core::handle_public(const http::Request& request) { return parts_->public_api.handle(request); }

Async<http::Response> Core::handle_admin(const http::Request& request) { return parts_->admin_api.handle(request); }

void Core::start_background() { parts_->worker.start(true); }

void Core::drain() { parts_->public_api.drain(); }

void Core::stop() {
  parts_->worker.stop();
  parts_->background.stop();
}

}  // namespace kassabro::main
