#include "store/sqlite/store.hpp"

#include "store/sent_calls_text.hpp"
#include "store/sqlite/checkpointer.hpp"
#include "store/sqlite/customer_file_rows.hpp"
#include "store/sqlite/delivery_queue.hpp"
#include "store/sqlite/delivery_search.hpp"
#include "store/sqlite/delivery_tries.hpp"
#include "store/sqlite/doctor_rows.hpp"
#include "store/sqlite/erasure_rows.hpp"
#include "store/sqlite/history_rows.hpp"
#include "store/sqlite/import_rows.hpp"
#include "store/sqlite/job_rows.hpp"
#include "store/sqlite/order_fetch_queue.hpp"
#include "store/sqlite/overview_rows.hpp"
#include "store/sqlite/readers.hpp"
#include "store/sqlite/receipt_links.hpp"
#include "store/sqlite/silence_rows.hpp"
#include "store/sqlite/writer.hpp"

namespace kassabro::store::sqlite {
namespace {

constexpr const char* sql_find_fact = "SELECT value FROM remote_facts WHERE account_id = ?1 AND name = ?2";
constexpr const char* sql_save_fact =
    "INSERT INTO remote_facts (account_id, name, value) VALUES (?1, ?2, ?3) "
    "ON CONFLICT DO UPDATE SET value = ?3";

class SqliteUnitOfWork final : public app::UnitOfWork {
 public:
  explicit SqliteUnitOfWork(Writer& writer) : writer_(writer) {}
  Async<void> run(std::move_only_function<bool(app::Tables&)> work) override {
    co_await write(writer_, [work = std::move(work)](app::Tables& tables, Connection&) mutable { return work(tables); });
  }

 private:
  Writer& writer_;
};

class SqliteDeliveryQueue final : public app::DeliveryQueue {
 public:
  SqliteDeliveryQueue(Writer& writer, ReadPool& pool) : writer_(writer), pool_(pool) {}

  Async<std::vector<app::AccountId>> list_due_accounts(Timestamp now) override {
    co_return sqlite::list_due_accounts(pool_.mine(), now);
  }
  Async<std::vector<app::Delivery>> lease(app::AccountId account, Timestamp now, Timestamp until,
                                          std::size_t count_max) override {
    std::vector<app::Delivery> leased;
    co_await write(writer_, [&](app::Tables&, Connection& connection) {
      leased = lease_deliveries(connection, account, now, until, count_max);
      return true;
    });
    co_return leased;
  }
  Async<void> settle(std::vector<app::Settlement> settlements, Timestamp now) override {
    std::vector<std::string> calls;
    for (const auto& settlement : settlements) calls.push_back(settlement.noted ? packed(settlement.noted->calls) : "");
    co_await write(writer_, [&](app::Tables&, Connection& connection) {
      for (std::size_t i = 0; i < settlements.size(); ++i) {
        settle_delivery(connection, settlements[i], now);
        if (settlements[i].noted) save_try(connection, settlements[i].delivery, *settlements[i].noted, calls[i]);
      }
      return true;
    });
  }
  Async<std::size_t> recover(Timestamp ended_before, Timestamp now) override {
    co_return co_await counted([=](Connection& connection) { return recover_leases(connection, ended_before, now); });
  }
  Async<std::optional<Timestamp>> next_due() override { co_return find_next_due(pool_.mine()); }
  Async<std::vector<app::DeliveryRow>> list(app::DeliveryFilter filter) override {
    co_return list_deliveries(pool_.mine(), filter);
  }
  Async<app::DeliveryPage> search(app::DeliverySearch search) override { co_return search_deliveries(pool_.mine(), search); }
  Async<std::vector<app::DeliveryTry>> list_tries(app::AccountId account, app::DeliveryId id) override {
    co_return sqlite::list_tries(pool_.mine(), account, id);
  }
  Async<std::size_t> forget_tries(app::AccountId account, Timestamp before, std::size_t count_max) override {
    co_return co_await counted(
        [=](Connection& connection) { return sqlite::forget_tries(connection, account, before, count_max); });
  }
  Async<std::size_t> replay(app::AccountId account, std::vector<app::DeliveryId> ids, Timestamp now) override {
    co_return co_await counted([&](Connection& connection) {
      std::size_t count = 0;
      for (const auto id : ids) count += replay_delivery(connection, account, id, now);
      return count;
    });
  }
  Async<std::size_t> park(app::AccountId account, std::vector<app::DeliveryId> ids, std::string reason,
                          Timestamp now) override {
    co_return co_await counted([&](Connection& connection) {
      std::size_t count = 0;
      for (const auto id : ids) count += park_delivery(connection, account, id, reason, now);
      return count;
    });
  }

 private:
  template <class Change>
  Async<std::size_t> counted(Change change) {
    std::size_t count = 0;
    co_await write(writer_, [&](app::Tables&, Connection& connection) {
      count = change(connection);
      return true;
    });
    co_return count;
  }

  Writer& writer_;
  ReadPool& pool_;
};

class SqliteRemoteMemory final : public app::RemoteMemory {
 public:
  SqliteRemoteMemory(Writer& writer, ReadPool& pool) : writer_(writer), pool_(pool) {}

  Async<std::optional<std::string>> find(app::AccountId account, std::string name) override {
    auto query = pool_.mine().prepare(sql_find_fact);
    query->bind(1, account).bind(2, name);
    if (!query->step()) co_return std::nullopt;
    co_return query->text(0);
  }
  Async<void> save(app::AccountId account, std::string name, std::string value) override {
    co_await write(writer_, [&](app::Tables&, Connection& connection) {
      connection.prepare(sql_save_fact)->bind(1, account).bind(2, name).bind(3, value).run();
      return true;
    });
  }

 private:
  Writer& writer_;
  ReadPool& pool_;
};

}  // namespace

struct SqliteStore::Parts {
  Parts(const std::string& path, Vault vault_in)
      : vault(std::move(vault_in)), writer(path, vault), pool(path), checkpointer(path) {}

  Vault vault;
  Writer writer;
  ReadPool pool;
  Checkpointer checkpointer;
  SqliteUnitOfWork unit{writer};
  SqliteContactReader contacts{pool};
  SqliteOrderReader orders{pool};
  SqliteAccountReader accounts{pool, vault};
  SqliteDeliveryQueue deliveries{writer, pool};
  SqliteRemoteMemory memory{writer, pool};
  SqliteBonusReader bonus_checks{pool};
  SqliteDoctorReader doctor{pool};
  SqliteCardReader cards{pool};
  SqliteChannelPurchaseReader channel_purchases{pool};
  SqliteOrderFetchQueue order_fetches{writer, pool};
  SqliteQuarantineReader quarantine{pool};
  SqliteJobReader jobs{pool};
  SqliteLinkReader links{pool};
  SqliteHistoryReader history{pool};
  SqliteImportReader imports{pool};
  SqliteSilenceReader silences{pool};
  SqliteReceiptLinks receipt_links{writer, pool, vault};
  SqliteOverviewReader overview{pool};
  SqliteCustomerFileReader customer_files{pool};
  SqliteErasureReader erasures{pool};
};

SqliteStore::SqliteStore(const std::string& path, Vault vault) : parts_(std::make_unique<Parts>(path, std::move(vault))) {}
SqliteStore::~SqliteStore() = default;

app::UnitOfWork& SqliteStore::unit_of_work() { return parts_->unit; }
app::ContactReader& SqliteStore::contacts() { return parts_->contacts; }
app::OrderReader& SqliteStore::orders() { return parts_->orders; }
app::AccountReader& SqliteStore::accounts() { return parts_->accounts; }
app::DeliveryQueue& SqliteStore::deliveries() { return parts_->deliveries; }
app::RemoteMemory& SqliteStore::remote_memory() { return parts_->memory; }
app::BonusReader& SqliteStore::bonus_checks() { return parts_->bonus_checks; }
app::DoctorReader& SqliteStore::doctor() { return parts_->doctor; }
app::CardReader& SqliteStore::cards() { return parts_->cards; }
app::ChannelPurchaseReader& SqliteStore::channel_purchases() { return parts_->channel_purchases; }
app::OrderFetchQueue& SqliteStore::order_fetches() { return parts_->order_fetches; }
app::QuarantineReader& SqliteStore::quarantine() { return parts_->quarantine; }
app::JobReader& SqliteStore::jobs() { return parts_->jobs; }
app::LinkReader& SqliteStore::links() { return parts_->links; }
app::HistoryReader& SqliteStore::history() { return parts_->history; }
app::ImportReader& SqliteStore::imports() { return parts_->imports; }
app::SilenceReader& SqliteStore::silences() { return parts_->silences; }
app::ReceiptLinkStore& SqliteStore::receipt_links() { return parts_->receipt_links; }
app::OverviewReader& SqliteStore::overview() { return parts_->overview; }
app::CustomerFileReader& SqliteStore::customer_files() { return parts_->customer_files; }
app::ErasureReader& SqliteStore::erasures() { return parts_->erasures; }

Async<void> SqliteStore::check_writable() {
  co_await write(parts_->writer, [](app::Tables&, Connection& connection) {
    connection.prepare(sql_save_fact)->bind(1, std::int64_t{0}).bind(2, "last_check").bind(3, "ok").run();
    return true;
  });
}

}  // namespace kassabro::store::sqlite
