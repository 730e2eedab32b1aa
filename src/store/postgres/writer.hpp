#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <thread>
#include <vector>

#include "store/postgres/connection.hpp"
#include "store/sql/writer.hpp"
#include "store/vault.hpp"

namespace kassabro::store::postgres {

// Some sessions that write. What waits of one account becomes one transaction (group commit) with a savepoint for each work; it holds
// the account's lock on all nodes, so works of an account never meet. Accounts take turns: a busy one does not hold up the others.
class Writer final : public sql::Writer {
 public:
  struct Options {
    std::size_t sessions = 4;
    std::size_t batch_jobs_max = 128;
    std::size_t waiting_max = 10'000;  // of all accounts; what is beyond is refused at once
    std::size_t waiting_of_account_max = 2'000;
  };

  Writer(const std::string& url, const Vault& vault, Options options);
  ~Writer() override;  // finishes what is queued
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void submit(app::AccountId account, Work work, Done done) override;

 private:
  struct Job {
    Work work;
    Done done;
    std::exception_ptr failure;
  };
  struct Lane {
    std::deque<Job> jobs;
    bool is_busy = false;
  };

  void run();
  bool take(app::AccountId& account, std::deque<Job>& batch);
  void give_back(app::AccountId account);
  void run_batch(Connection& connection, app::AccountId account, std::deque<Job>& batch);
  void run_job(Connection& connection, Job& job, app::Tables& tables);

  const std::string url_;
  const Vault& vault_;
  const Options options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::map<app::AccountId, Lane> lanes_;
  std::deque<app::AccountId> turns_;  // accounts that have jobs and are not busy
  std::size_t waiting_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kassabro::store::postgres
