#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <unordered_map>

#include "store/sql/writer.hpp"
#include "store/sqlite/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sqlite {

// The one thread that writes. What waits when it wakes becomes one database transaction with one fsync (group commit);
// inside it every caller's work has a savepoint of its own. Accounts take turns: whoever brings much waits behind itself.
class Writer final : public sql::Writer {
 public:
  struct Options {
    std::size_t batch_jobs_max = 128;  // who comes meanwhile waits for no more than these
    std::size_t waiting_max = 10'000;  // of all accounts; what is beyond is refused at once
    std::size_t waiting_of_account_max = 2'000;
  };

  Writer(const std::string& path, const Vault& vault, Options options);
  ~Writer() override;  // finishes what is queued
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void submit(app::AccountId account, Work work, Done done) override;
  // Runs `work` on the writing thread between two transactions, and waits for its end. It must not throw; one caller at a time.
  void between_batches(std::function<void(Connection&)> work);

 private:
  struct Job {
    Work work;
    Done done;
    std::exception_ptr failure;
  };

  void run();
  void run_between(std::unique_lock<std::mutex>& lock);
  std::deque<Job> take_batch();
  void run_batch(std::deque<Job>& batch);
  void run_job(Job& job, app::Tables& tables);

  const Vault& vault_;
  Options options_;
  Connection connection_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::unordered_map<app::AccountId, std::deque<Job>> lanes_;  // none is empty
  std::deque<app::AccountId> turns_;  // those of lanes_
  std::size_t waiting_ = 0;
  std::function<void(Connection&)> between_;  // what between_batches waits for
  std::condition_variable between_ended_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kassabro::store::sqlite
