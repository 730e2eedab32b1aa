#include "base/together.hpp"

#include <atomic>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <exception>
#include <memory>
#include <mutex>

namespace kassabro {
namespace {

struct Ended {
  std::exception_ptr failure;
};

// Held by the tasks only: whatever takes them apart before their end takes apart who waits for them too.
struct Together {
  std::atomic<std::size_t> left;
  std::mutex mutex;
  std::exception_ptr first;
  Resume<Ended> resume;

  void end_one(const std::exception_ptr& error) {
    if (error) {
      const std::scoped_lock lock(mutex);
      if (!first) first = error;
    }
    if (left.fetch_sub(1) == 1) resume({first});
  }
};

}  // namespace

Async<void> run_together(std::vector<Async<void>> tasks) {
  if (tasks.empty()) co_return;
  const auto executor = co_await boost::asio::this_coro::executor;
  const auto ended = co_await wait_for_callback<Ended>([executor, all = std::move(tasks)](Resume<Ended> resume) mutable {
    const auto together = std::make_shared<Together>();
    together->left = all.size();
    together->resume = std::move(resume);
    for (auto& task : all)
      boost::asio::co_spawn(executor, std::move(task),
                            [together](const std::exception_ptr& error) { together->end_one(error); });
  });
  if (ended.failure) std::rethrow_exception(ended.failure);
}

}  // namespace kassabro
