#include "store/postgres/read_pool.hpp"

#include "base/error.hpp"
#include "store/postgres/read_session.hpp"

namespace kassabro::store::postgres {

ReadPool::ReadPool(std::string url, Options options) : url_(std::move(url)), options_(options) {
  for (std::size_t i = 0; i < options_.sessions; ++i) threads_.emplace_back([this] { serve(); });
}

ReadPool::~ReadPool() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

Async<void> ReadPool::run(std::function<void(sql::Connection&)> work) {
  const auto ended = co_await wait_for_callback<Ended>(
      [this, work = std::move(work)](Resume<Ended> resume) mutable { submit({std::move(work), std::move(resume)}); });
  if (ended.failure) std::rethrow_exception(ended.failure);
}

void ReadPool::submit(Job job) {
  {
    const std::scoped_lock lock(mutex_);
    if (queue_.size() < options_.waiting_max) {
      queue_.push_back(std::move(job));
      wake_.notify_one();
      return;
    }
  }
  job.done(Ended{std::make_exception_ptr(InfrastructureFailure("The database is asked more than it can answer just now."))});
}

// A session that is lost in the middle is not the caller's trouble: reading changes nothing, so it is done again.
std::exception_ptr ReadPool::read(ReadSession& session, Job& job) {
  constexpr int tries_max = 2;
  for (int tries = 1;; ++tries) {
    try {
      job.work(session.ready());
      return nullptr;
    } catch (const std::exception&) {
      if (tries == tries_max || !session.is_lost()) return std::current_exception();
    }
  }
}

void ReadPool::serve() {
  ReadSession session(url_);
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
      if (queue_.empty()) return;
      job = std::move(queue_.front());
      queue_.pop_front();
    }
    job.done(Ended{read(session, job)});
  }
}

}  // namespace kassabro::store::postgres
