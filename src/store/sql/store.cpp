#include "store/sql/store.hpp"

#include "store/sent_calls_text.hpp"
#include "store/sql/audit_rows.hpp"
#include "store/sql/customer_file_rows.hpp"
#include "store/sql/delivery_queue.hpp"
#include "store/sql/delivery_search.hpp"
#include "store/sql/delivery_tries.hpp"
#include "store/sql/doctor_rows.hpp"
#include "store/sql/erasure_rows.hpp"
#include "store/sql/history_rows.hpp"
#include "store/sql/import_rows.hpp"
#include "store/sql/job_rows.hpp"
#include "store/sql/lookup_rows.hpp"
#include "store/sql/message_reader.hpp"
#include "store/sql/order_fetch_queue.hpp"
#include "store/sql/overview_rows.hpp"
#include "store/sql/personal_file_rows.hpp"
#include "store/sql/readers.hpp"
#include "store/sql/receipt_links.hpp"
#include "store/sql/retention_rows.hpp"
#include "store/sql/sealed_secrets.hpp"
#include "store/sql/sending_queue.hpp"
#include "store/sql/silence_rows.hpp"
#include "store/sql/writer.hpp"

namespace kassabro::store::sql {
namespace {

constexpr const char* sql_find_fact = "SELECT value FROM remote_facts WHERE account_id = ?1 AND name = ?2";
constexpr const char* sql_save_fact =
    "INSERT INTO remote_facts (account_id, name, value) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (account_id, name) DO UPDATE SET value = ?3";

class SqlUnitOfWork final : public app::UnitOfWork {
 public:
  explicit SqlUnitOfWork(Writer& writer) : writer_(writer) {}
  Async<void> run(app::AccountId account, std::move_only_function<bool(app::Tables&)> work) override {
    co_await write(writer_, account,
                   [work = std::move(work)](app::Tables& tables, Connection&) mutable { return work(tables); });
  }

 private:
  Writer& writer_;
};

class SqlDeliveryQueue final : public app::DeliveryQueue {
 public:
  SqlDeliveryQueue(Writer& writer, ReadPool& pool) : writer_(writer), pool_(pool) {}

  Async<std::vector<app::AccountId>> list_due_accounts(Timestamp now) override {
    co_return co_await pool_.read([&](Connection& connection) { return sql::list_due_accounts(connection, now); });
  }
  Async<std::vector<app::Delivery>> lease(app::AccountId account, Timestamp now, Timestamp until,
                                          std::size_t count_max) override {
    std::vector<app::Delivery> leased;
    co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
      leased = lease_deliveries(connection, account, now, until, count_max);
      return true;
    });
    co_return leased;
  }
  Async<void> settle(std::vector<app::Settlement> settlements, Timestamp now) override {
    if (settlements.empty()) co_return;
    const auto account = settlements.front().delivery.account;
    std::vector<std::string> calls;
    for (const auto& settlement : settlements) calls.push_back(settlement.noted ? packed(settlement.noted->calls) : "");
    co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
      for (std::size_t i = 0; i < settlements.size(); ++i) {
        settle_delivery(connection, settlements[i], now);
        if (settlements[i].noted) save_try(connection, settlements[i].delivery, *settlements[i].noted, calls[i]);
      }
      return true;
    });
  }
  Async<std::size_t> recover(Timestamp ended_before, Timestamp now) override {
    co_return co_await counted(app::no_account_yet,
                               [=](Connection& connection) { return recover_leases(connection, ended_before, now); });
  }
  Async<std::size_t> forget_later_clock(Timestamp now) override {
    co_return co_await counted(app::no_account_yet,
                               [=](Connection& connection) { return sql::forget_later_clock(connection, now); });
  }
  Async<std::size_t> end_waits(app::AccountId account, Timestamp now) override {
    co_return co_await counted(account, [=](Connection& connection) { return sql::end_waits(connection, account, now); });
  }
  Async<std::optional<Timestamp>> next_due() override {
    co_return co_await pool_.read([](Connection& connection) { return find_next_due(connection); });
  }
  Async<std::vector<app::DeliveryRow>> list(app::DeliveryFilter filter) override {
    co_return co_await pool_.read([&](Connection& connection) { return list_deliveries(connection, filter); });
  }
  Async<app::DeliveryPage> search(app::DeliverySearch search) override {
    co_return co_await pool_.read([&](Connection& connection) { return search_deliveries(connection, search); });
  }
  Async<std::vector<app::DeliveryTry>> list_tries(app::AccountId account, app::DeliveryId id) override {
    co_return co_await pool_.read([&](Connection& connection) { return sql::list_tries(connection, account, id); });
  }
  Async<std::size_t> forget_tries(app::AccountId account, Timestamp before, std::size_t count_max) override {
    co_return co_await counted(
        account, [=](Connection& connection) { return sql::forget_tries(connection, account, before, count_max); });
  }
  Async<std::size_t> replay(app::AccountId account, std::vector<app::DeliveryId> ids, Timestamp now) override {
    co_return co_await counted(account, [&](Connection& connection) {
      std::size_t count = 0;
      for (const auto id : ids) count += replay_delivery(connection, account, id, now);
      return count;
    });
  }
  Async<std::size_t> park(app::AccountId account, std::vector<app::DeliveryId> ids, std::string reason,
                          Timestamp now) override {
    co_return co_await counted(account, [&](Connection& connection) {
      std::size_t count = 0;
      for (const auto id : ids) count += park_delivery(connection, account, id, reason, now);
      return count;
    });
  }

 private:
  template <class Change>
  Async<std::size_t> counted(app::AccountId account, Change change) {
    std::size_t count = 0;
    co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
      count = change(connection);
      return true;
    });
    co_return count;
  }

  Writer& writer_;
  ReadPool& pool_;
};

class SqlRemoteMemory final : public app::RemoteMemory {
 public:
  SqlRemoteMemory(Writer& writer, ReadPool& pool) : writer_(writer), pool_(pool) {}

  Async<std::optional<std::string>> find(app::AccountId account, std::string name) override {
    co_return co_await pool_.read([&](Connection& connection) -> std::optional<std::string> {
      auto query = connection.prepare(sql_find_fact);
      query->bind(1, account).bind(2, name);
      if (!query->step()) return std::nullopt;
      return query->text(0);
    });
  }
  Async<void> save(app::AccountId account, std::string name, std::string value) override {
    co_await write(writer_, account, [&](app::Tables&, Connection& connection) {
      connection.prepare(sql_save_fact)->bind(1, account).bind(2, name).bind(3, value).run();
      return true;
    });
  }

 private:
  Writer& writer_;
  ReadPool& pool_;
};

class BackendFiles final : public app::StoreFiles {
 public:
  explicit BackendFiles(Backend& backend) : backend_(backend) {}
  Async<bool> forget_removed() override { co_return backend_.forget_removed(); }

 private:
  Backend& backend_;
};

}  // namespace

struct SqlStore::Parts {
  explicit Parts(std::unique_ptr<Backend> backend_in) : backend(std::move(backend_in)) {}

  std::unique_ptr<Backend> backend;
  Writer& writer = backend->writer();
  ReadPool& pool = backend->readers();
  const Vault& vault = backend->vault();
  SqlUnitOfWork unit{writer};
  SqlContactReader contacts{pool};
  SqlOrderReader orders{pool};
  SqlAccountReader accounts{pool, vault};
  SqlDeliveryQueue deliveries{writer, pool};
  SqlRemoteMemory memory{writer, pool};
  SqlBonusReader bonus_checks{pool};
  SqlDoctorReader doctor{pool};
  SqlCardReader cards{pool};
  SqlChannelPurchaseReader channel_purchases{pool};
  SqlOrderFetchQueue order_fetches{writer, pool};
  SqlQuarantineReader quarantine{pool};
  SqlJobReader jobs{pool};
  SqlLinkReader links{pool};
  SqlHistoryReader history{pool};
  SqlImportReader imports{pool};
  SqlSilenceReader silences{pool};
  SqlReceiptLinks receipt_links{writer, pool, vault};
  SqlOverviewReader overview{pool};
  SqlCustomerFileReader customer_files{pool};
  SqlPersonalFileReader personal_files{pool};
  SqlErasureReader erasures{pool};
  BackendFiles files{*backend};
  SqlLookups lookups{writer};
  SqlRetention retention{writer, pool};
  SqlAuditLog audit_log{writer, pool, vault};
  SqlSealedSecrets sealed_secrets{writer, vault};
  SqlSendingQueue sendings{writer, pool, vault};
  SqlMessageReader messages{pool, vault};
};

SqlStore::SqlStore(std::unique_ptr<Backend> backend) : parts_(std::make_unique<Parts>(std::move(backend))) {}
SqlStore::~SqlStore() = default;

app::UnitOfWork& SqlStore::unit_of_work() { return parts_->unit; }
app::ContactReader& SqlStore::contacts() { return parts_->contacts; }
app::OrderReader& SqlStore::orders() { return parts_->orders; }
app::AccountReader& SqlStore::accounts() { return parts_->accounts; }
app::DeliveryQueue& SqlStore::deliveries() { return parts_->deliveries; }
app::RemoteMemory& SqlStore::remote_memory() { return parts_->memory; }
app::BonusReader& SqlStore::bonus_checks() { return parts_->bonus_checks; }
app::DoctorReader& SqlStore::doctor() { return parts_->doctor; }
app::CardReader& SqlStore::cards() { return parts_->cards; }
app::ChannelPurchaseReader& SqlStore::channel_purchases() { return parts_->channel_purchases; }
app::OrderFetchQueue& SqlStore::order_fetches() { return parts_->order_fetches; }
app::QuarantineReader& SqlStore::quarantine() { return parts_->quarantine; }
app::JobReader& SqlStore::jobs() { return parts_->jobs; }
app::LinkReader& SqlStore::links() { return parts_->links; }
app::HistoryReader& SqlStore::history() { return parts_->history; }
app::ImportReader& SqlStore::imports() { return parts_->imports; }
app::SilenceReader& SqlStore::silences() { return parts_->silences; }
app::ReceiptLinkStore& SqlStore::receipt_links() { return parts_->receipt_links; }
app::OverviewReader& SqlStore::overview() { return parts_->overview; }
app::CustomerFileReader& SqlStore::customer_files() { return parts_->customer_files; }
app::PersonalFileReader& SqlStore::personal_files() { return parts_->personal_files; }
app::ErasureReader& SqlStore::erasures() { return parts_->erasures; }
app::StoreFiles& SqlStore::files() { return parts_->files; }
app::LookupStore& SqlStore::lookups() { return parts_->lookups; }
app::RetentionStore& SqlStore::retention() { return parts_->retention; }
app::AuditLog& SqlStore::audit_log() { return parts_->audit_log; }
app::KeyRing& SqlStore::keys() { return parts_->vault.ring(); }
app::SealedSecrets& SqlStore::sealed_secrets() { return parts_->sealed_secrets; }
app::SendingQueue& SqlStore::sendings() { return parts_->sendings; }
app::MessageUpkeep& SqlStore::message_upkeep() { return parts_->sendings; }
app::MessageReader& SqlStore::messages() { return parts_->messages; }

bool SqlStore::is_shared() const { return parts_->backend->is_shared(); }
bool SqlStore::leads() const { return parts_->backend->leads(); }
void SqlStore::watch_accounts(std::function<void(std::optional<app::AccountId>)> on_change) {
  parts_->backend->watch_accounts(std::move(on_change));
}

Async<void> SqlStore::check_ready() {
  if (parts_->backend->is_of_use_reading()) {
    co_await parts_->memory.find(app::no_account_yet, "last_check");
    co_return;
  }
  co_await parts_->memory.save(app::no_account_yet, "last_check", "ok");
}

}  // namespace kassabro::store::sql
