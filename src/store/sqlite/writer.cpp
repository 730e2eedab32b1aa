#include "store/sqlite/writer.hpp"

#include "base/error.hpp"
#include "store/sqlite/account_rows.hpp"
#include "store/sqlite/bonus_rows.hpp"
#include "store/sqlite/card_rows.hpp"
#include "store/sqlite/contact_rows.hpp"
#include "store/sqlite/erasure_rows.hpp"
#include "store/sqlite/event_tables.hpp"
#include "store/sqlite/history_rows.hpp"
#include "store/sqlite/import_rows.hpp"
#include "store/sqlite/inbound_rows.hpp"
#include "store/sqlite/job_rows.hpp"
#include "store/sqlite/receipt_links.hpp"
#include "store/sqlite/schema.hpp"
#include "store/sqlite/silence_rows.hpp"

namespace kassabro::store::sqlite {
namespace {

constexpr std::size_t batch_jobs_max = 512;

void set_up_writing(Connection& connection) {
  connection.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      // A thread of its own checkpoints, so that no till waits for it.
      "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;");
}

}  // namespace

Writer::Writer(const std::string& path, const Vault& vault) : vault_(vault), connection_(path, OpenMode::read_write) {
  set_up_writing(connection_);
  migrate(connection_);
  thread_ = std::thread([this] { run(); });
}

Writer::~Writer() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void Writer::submit(Work work, Done done) {
  {
    const std::scoped_lock lock(mutex_);
    queue_.push_back({std::move(work), std::move(done), nullptr});
  }
  wake_.notify_one();
}

void Writer::run() {
  for (;;) {
    std::deque<Job> batch;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      while (!queue_.empty() && batch.size() < batch_jobs_max) {
        batch.push_back(std::move(queue_.front()));
        queue_.pop_front();
      }
    }
    run_batch(batch);
    for (auto& job : batch) job.done(Ended{job.failure});
  }
}

void Writer::run_batch(std::deque<Job>& batch) {
  SqliteContactTable contacts(connection_);
  SqliteOrderTable orders(connection_);
  SqliteDeliveryTable deliveries(connection_);
  SqliteInboxTable inbox(connection_);
  SqliteAccountTable accounts(connection_, vault_);
  SqliteBonusTable bonus(connection_);
  SqliteContactExtrasTable extras(connection_);
  SqliteChannelPurchaseTable channel_purchases(connection_);
  SqliteEventTable events(connection_);
  SqliteOrderFetchTable order_fetches(connection_);
  SqliteQuarantineTable quarantine(connection_);
  SqliteJobTable jobs(connection_);
  SqliteHistoryTable history(connection_);
  SqliteImportTable imports(connection_);
  SqliteSilenceTable silences(connection_);
  SqliteReceiptRequestTable receipt_requests(connection_);
  SqliteErasureTable erasures(connection_);
  app::Tables tables{contacts,          orders,           deliveries,    inbox,      accounts, bonus,   extras,
                     channel_purchases, events,           order_fetches, quarantine, jobs,     history, imports,
                     silences,          receipt_requests, erasures};
  try {
    connection_.prepare("BEGIN IMMEDIATE")->run();
    for (auto& job : batch) run_job(job, tables);
    connection_.prepare("COMMIT")->run();
  } catch (const std::exception&) {
    const auto failure = std::current_exception();
    for (auto& job : batch) job.failure = failure;
    if (sqlite3_get_autocommit(connection_.handle()) == 0)
      sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

// A job's own failure is its own; when the database gave up the whole transaction (disk full), it is everybody's.
void Writer::run_job(Job& job, app::Tables& tables) {
  connection_.prepare("SAVEPOINT job")->run();
  bool keep = false;
  try {
    keep = job.work(tables, connection_);
  } catch (const std::exception&) {
    job.failure = std::current_exception();
    if (sqlite3_get_autocommit(connection_.handle()) != 0) throw;
  }
  if (!keep) connection_.prepare("ROLLBACK TO job")->run();
  connection_.prepare("RELEASE job")->run();
}

Async<void> write(Writer& writer, Writer::Work work) {
  const auto ended =
      co_await wait_for_callback<Writer::Ended>([&writer, work = std::move(work)](Resume<Writer::Ended> resume) mutable {
        writer.submit(std::move(work), std::move(resume));
      });
  if (ended.failure) std::rethrow_exception(ended.failure);
}

}  // namespace kassabro::store::sqlite
