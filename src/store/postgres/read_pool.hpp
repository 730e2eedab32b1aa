#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "store/postgres/read_session.hpp"
#include "store/sql/read_pool.hpp"

namespace kassabro::store::postgres {

// Some sessions that read, each with a thread that may wait for the server; a thread that serves tills never does. Accounts take turns: one
// whose tills ask as much as they can does not hold up another's.
class ReadPool final : public sql::ReadPool {
 public:
  struct Options {
    std::size_t sessions = 8;
    std::size_t waiting_max = 10'000;  // of all accounts; what is beyond is refused at once
    std::size_t waiting_of_account_max = 4'000;
  };

  ReadPool(std::string url, Options options);
  ~ReadPool() override;
  ReadPool(const ReadPool&) = delete;
  ReadPool& operator=(const ReadPool&) = delete;

 private:
  struct Ended {
    std::exception_ptr failure;
  };
  using Done = std::move_only_function<void(Ended)>;
  struct Job {
    std::function<void(sql::Connection&)> work;
    Done done;
  };

  sql::Connection* mine() override { return nullptr; }
  Async<void> run(app::AccountId account, std::function<void(sql::Connection&)> work) override;
  void submit(app::AccountId account, Job job);
  Job take();
  void serve();
  static std::exception_ptr serve_one(ReadSession& session, Job& job);

  const std::string url_;
  const Options options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::unordered_map<app::AccountId, std::deque<Job>> lanes_;  // none is empty
  std::deque<app::AccountId> turns_;  // those of lanes_
  std::size_t waiting_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kassabro::store::postgres
