#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "store/sql/writer.hpp"
#include "store/sqlite/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sqlite {

// The one thread that writes. What waits when it wakes becomes one database transaction with one fsync (group commit);
// inside it every caller's work has a savepoint of its own.
class Writer final : public sql::Writer {
 public:
  Writer(const std::string& path, const Vault& vault);
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

  void run();
  void run_batch(std::deque<Job>& batch);
  void run_job(Job& job, app::Tables& tables);

  const Vault& vault_;
  Connection connection_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace kassabro::store::sqlite
