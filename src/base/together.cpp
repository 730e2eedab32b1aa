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

struct Together {
  std::atomic<std::size_t> left;
  std::mutex mutex;
  std::exception_ptr first;
  Resume<bool> resume;

  void end_one(const std::exception_ptr& error) {
    if (error) {
      const std::scoped_lock lock(mutex);
      if (!first) first = error;
    }
    if (left.fetch_sub(1) == 1) resume(true);
  }
};

}  // namespace

Async<void> run_together(std::vector<Async<void>> tasks) {
  if (tasks.empty()) co_return;
  const auto executor = co_await boost::asio::this_coro::executor;
  auto together = std::make_shared<Together>();
  together->left = tasks.size();
  co_await wait_for_callback<bool>([&](Resume<bool> resume) {
    together->resume = std::move(resume);
    for (auto& task : tasks)
      boost::asio::co_spawn(executor, std::move(task),
                            [together](const std::exception_ptr& error) { together->end_one(error); });
  });
  if (together->first) std::rethrow_exception(together->first);
}

}  // namespace kassabro
