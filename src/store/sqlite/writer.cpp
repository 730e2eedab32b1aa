#include "store/sqlite/writer.hpp"

#include "base/error.hpp"
#include "store/sql/table_set.hpp"
#include "store/sqlite/schema.hpp"

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

void Writer::submit(app::AccountId, Work work, Done done) {
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
  sql::TableSet tables(connection_, vault_);
  try {
    connection_.prepare("BEGIN IMMEDIATE")->run();
    for (auto& job : batch) run_job(job, tables.all());
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

}  // namespace kassabro::store::sqlite
