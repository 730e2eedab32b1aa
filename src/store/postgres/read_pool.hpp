#pragma once

#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "store/postgres/read_session.hpp"
#include "store/sql/read_pool.hpp"

namespace kassabro::store::postgres {

// Some sessions that read, each with a thread that may wait for the server; a thread that serves tills never does.
class ReadPool final : public sql::ReadPool {
 public:
  struct Options {
    std::size_t sessions = 8;
    std::size_t waiting_max = 5'000;  // what is beyond is refused at once
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
  Async<void> run(std::function<void(sql::Connection&)> work) override;
  void submit(Job job);
  void serve();
  static std::exception_ptr read(ReadSession& session, Job& job);

  const std::string url_;
  const Options options_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace kassabro::store::postgres
