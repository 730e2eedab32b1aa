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

Async<void> ReadPool::run(app::AccountId account, std::function<void(sql::Connection&)> work) {
  const auto ended = co_await wait_for_callback<Ended>([this, account, work = std::move(work)](Resume<Ended> resume) mutable {
    submit(account, {std::move(work), std::move(resume)});
  });
  if (ended.failure) std::rethrow_exception(ended.failure);
}

void ReadPool::submit(app::AccountId account, Job job) {
  {
    const std::scoped_lock lock(mutex_);
    const auto lane = lanes_.find(account);
    const auto of_account = lane == lanes_.end() ? 0 : lane->second.size();
    if (waiting_ < options_.waiting_max && of_account < options_.waiting_of_account_max) {
      if (of_account == 0) turns_.push_back(account);
      lanes_[account].push_back(std::move(job));
      ++waiting_;
      wake_.notify_one();
      return;
    }
  }
  job.done(Ended{std::make_exception_ptr(InfrastructureFailure("The database is asked more than it can answer just now."))});
}

// A session that is lost in the middle is not the caller's trouble: reading changes nothing, so it is done again.
std::exception_ptr ReadPool::serve_one(ReadSession& session, Job& job) {
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

// One of each account in turn.
ReadPool::Job ReadPool::take() {
  const auto account = turns_.front();
  turns_.pop_front();
  const auto lane = lanes_.find(account);
  auto job = std::move(lane->second.front());
  lane->second.pop_front();
  --waiting_;
  if (lane->second.empty())
    lanes_.erase(lane);
  else
    turns_.push_back(account);
  return job;
}

void ReadPool::serve() {
  ReadSession session(url_);
  for (;;) {
    Job job;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return stopping_ || !turns_.empty(); });
      if (turns_.empty()) return;
      job = take();
    }
    job.done(Ended{serve_one(session, job)});
  }
}

}  // namespace kassabro::store::postgres
