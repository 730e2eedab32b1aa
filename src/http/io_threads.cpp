#include "http/io_threads.hpp"

#include <sys/resource.h>
#include <unistd.h>

namespace kassabro::http {
namespace {

// Linux keeps niceness for each thread. A little is enough for tills to go first. That it cannot be had is no reason not to
// run.
void step_back() {
  constexpr int niceness = 2;
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), niceness);
}

}  // namespace

IoThreads::IoThreads(std::size_t count, Priority priority) {
  for (std::size_t i = 0; i < count; ++i) {
    contexts_.push_back(std::make_unique<boost::asio::io_context>(1));
    guards_.emplace_back(contexts_.back()->get_executor());
  }
  for (auto& context : contexts_)
    threads_.emplace_back([&context = *context, priority] {
      if (priority == Priority::below_tills) step_back();
      context.run();
    });
}

IoThreads::~IoThreads() { stop(); }

boost::asio::io_context& IoThreads::next() { return *contexts_[turn_++ % contexts_.size()]; }

void IoThreads::stop() {
  guards_.clear();
  for (auto& context : contexts_) context->stop();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
  threads_.clear();
}

}  // namespace kassabro::http
