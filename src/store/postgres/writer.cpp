#include "store/postgres/writer.hpp"

#include "store/sql/table_set.hpp"

namespace kassabro::store::postgres {
namespace {

constexpr const char* sql_lock_account = "SELECT pg_advisory_xact_lock(?1)";

// After a work that gave up by itself: its statements may have failed, too.
void settle_what_was_sent(Connection& connection) {
  try {
    connection.wait();
  } catch (const std::exception&) {
    if (connection.is_lost()) throw;
  }
}

}  // namespace

Writer::Writer(const std::string& url, const Vault& vault, Options options) : url_(url), vault_(vault), options_(options) {
  for (std::size_t i = 0; i < options_.sessions; ++i) threads_.emplace_back([this] { run(); });
}

Writer::~Writer() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

void Writer::submit(app::AccountId account, Work work, Done done) {
  {
    const std::scoped_lock lock(mutex_);
    const auto known = lanes_.find(account);
    const auto waiting_of_account = known == lanes_.end() ? 0 : known->second.jobs.size();
    if (waiting_ < options_.waiting_max && waiting_of_account < options_.waiting_of_account_max) {
      auto& lane = lanes_[account];
      if (lane.jobs.empty() && !lane.is_busy) turns_.push_back(account);
      lane.jobs.push_back({std::move(work), std::move(done), nullptr});
      ++waiting_;
      wake_.notify_one();
      return;
    }
  }
  done(Ended{sql::too_much_waits()});
}

// False: there is nothing left, and it is the end.
bool Writer::take(app::AccountId& account, std::deque<Job>& batch) {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !turns_.empty(); });
  if (turns_.empty()) return false;
  account = turns_.front();
  turns_.pop_front();
  auto& lane = lanes_[account];
  lane.is_busy = true;
  while (!lane.jobs.empty() && batch.size() < options_.batch_jobs_max) {
    batch.push_back(std::move(lane.jobs.front()));
    lane.jobs.pop_front();
  }
  waiting_ -= batch.size();
  return true;
}

void Writer::give_back(app::AccountId account) {
  const std::scoped_lock lock(mutex_);
  auto& lane = lanes_[account];
  lane.is_busy = false;
  if (lane.jobs.empty()) {
    lanes_.erase(account);
    return;
  }
  turns_.push_back(account);
  wake_.notify_one();
}

void Writer::run() {
  std::unique_ptr<Connection> connection;
  app::AccountId account = 0;
  for (std::deque<Job> batch; take(account, batch); batch.clear()) {
    try {
      if (!connection) connection = std::make_unique<Connection>(url_);
      connection->ready();
      run_batch(*connection, account, batch);
    } catch (const std::exception&) {  // no work has begun, or none of it is committed for certain
      for (auto& job : batch) job.failure = std::current_exception();
    }
    give_back(account);
    for (auto& job : batch) job.done(Ended{job.failure});
  }
}

void Writer::run_batch(Connection& connection, app::AccountId account, std::deque<Job>& batch) {
  sql::TableSet tables(connection, vault_);
  try {
    connection.begin();
    connection.prepare(sql_lock_account)->bind(1, account).run();
    for (auto& job : batch) run_job(connection, job, tables.all());
    connection.commit();
  } catch (const std::exception&) {
    connection.roll_back();
    throw;
  }
}

// A job's own failure is its own; when the session is lost, it is everybody's.
void Writer::run_job(Connection& connection, Job& job, app::Tables& tables) {
  connection.send("SAVEPOINT job");
  bool keep = false;
  try {
    keep = job.work(tables, connection);
    connection.wait();
  } catch (const std::exception&) {
    if (connection.is_lost()) throw;
    keep = false;
    job.failure = std::current_exception();
    settle_what_was_sent(connection);
  }
  if (!keep) connection.send("ROLLBACK TO SAVEPOINT job");
  connection.send("RELEASE SAVEPOINT job");
}

}  // namespace kassabro::store::postgres
