#include "store/sqlite/writer.hpp"

#include "store/sql/table_set.hpp"
#include "store/sqlite/schema.hpp"

namespace kassabro::store::sqlite {
namespace {

void set_up_writing(Connection& connection) {
  connection.execute(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
      // A thread of its own checkpoints, so that no till waits for it.
      "PRAGMA wal_autocheckpoint = 0; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;"
      // What is removed is overwritten, in the database and in what is left of a page; Debian's library does so by itself.
      "PRAGMA secure_delete = ON;"
      // What a log is cut to that had to grow, for a backup that took long perhaps.
      "PRAGMA journal_size_limit = 268435456;");
}

}  // namespace

Writer::Writer(const std::string& path, const Vault& vault, Options options)
    : vault_(vault), options_(options), connection_(path, OpenMode::read_write) {
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

void Writer::submit(app::AccountId account, Work work, Done done) {
  {
    const std::scoped_lock lock(mutex_);
    const auto lane = lanes_.find(account);
    const bool has_room =
        waiting_ < options_.waiting_max && (lane == lanes_.end() || lane->second.size() < options_.waiting_of_account_max);
    if (has_room) {
      if (lane == lanes_.end()) turns_.push_back(account);
      lanes_[account].push_back({std::move(work), std::move(done), nullptr});
      ++waiting_;
      wake_.notify_one();
      return;
    }
  }
  done(Ended{sql::too_much_waits()});
}

// One of each account in turn.
std::deque<Writer::Job> Writer::take_batch() {
  std::deque<Job> batch;
  while (!turns_.empty() && batch.size() < options_.batch_jobs_max) {
    const auto lane = lanes_.find(turns_.front());
    batch.push_back(std::move(lane->second.front()));
    lane->second.pop_front();
    --waiting_;
    if (lane->second.empty())
      lanes_.erase(lane);
    else
      turns_.push_back(turns_.front());
    turns_.pop_front();
  }
  return batch;
}

void Writer::between_batches(std::function<void(Connection&)> work) {
  std::unique_lock lock(mutex_);
  between_ = std::move(work);
  wake_.notify_one();
  between_ended_.wait(lock, [this] { return !between_; });
}

void Writer::run_between(std::unique_lock<std::mutex>& lock) {
  lock.unlock();
  between_(connection_);
  lock.lock();
  between_ = nullptr;
  between_ended_.notify_one();
}

void Writer::run() {
  for (;;) {
    std::deque<Job> batch;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || between_ || !turns_.empty(); });
      if (between_) run_between(lock);
      if (turns_.empty() && stopping_) return;
      batch = take_batch();
    }
    if (batch.empty()) continue;
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
