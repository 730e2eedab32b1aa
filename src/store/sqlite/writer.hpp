#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <thread>

#include "app/unit_of_work.hpp"
#include "store/sqlite/connection.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sqlite {

// The one thread that writes. What waits when it wakes becomes one database transaction with one fsync (group commit);
// inside it every caller's work has a savepoint of its own.
class Writer {
 public:
  Writer(const std::string& path, const Vault& vault);
  ~Writer();  // finishes what is queued
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  using Work = std::move_only_function<bool(app::Tables&, Connection&)>;
  // No failure: committed (or rolled back because the work said so). Otherwise what was thrown; nothing is changed then.
  struct Ended {
    std::exception_ptr failure;
  };
  using Done = std::move_only_function<void(Ended)>;

  void submit(Work work, Done done);

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

// Submits, and waits until it is committed; throws what `Ended` tells of.
Async<void> write(Writer& writer, Writer::Work work);

}  // namespace kassabro::store::sqlite
