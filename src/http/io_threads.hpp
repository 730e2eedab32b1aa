#pragma once

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <memory>
#include <thread>
#include <vector>

namespace kassabro::http {

// What threads may take when there is less time than work: those that nobody waits for at a till step back.
enum class Priority { usual, below_tills };

// One io_context and one thread per core; a connection stays on the thread that accepted it, so nothing of it is shared.
class IoThreads {
 public:
  explicit IoThreads(std::size_t count = std::max(1U, std::thread::hardware_concurrency()),
                     Priority priority = Priority::usual);
  ~IoThreads();
  IoThreads(const IoThreads&) = delete;
  IoThreads& operator=(const IoThreads&) = delete;

  std::size_t size() const { return contexts_.size(); }
  boost::asio::io_context& at(std::size_t index) { return *contexts_.at(index); }
  boost::asio::io_context& next();  // round robin

  // Stops and joins; coroutines that still wait are destroyed with the contexts.
  void stop();

 private:
  std::vector<std::unique_ptr<boost::asio::io_context>> contexts_;
  std::vector<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> guards_;
  std::vector<std::thread> threads_;
  std::size_t turn_ = 0;
};

}  // namespace kassabro::http
