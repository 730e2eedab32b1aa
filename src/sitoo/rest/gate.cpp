#include "sitoo/rest/gate.hpp"

namespace kassabro::sitoo::rest {

Async<Gate::Turn> Gate::enter() {
  auto self = shared_from_this();
  co_await wait_for_callback<bool>([self](Resume<bool> resume) { self->wait(std::move(resume)); });
  co_return Turn(std::move(self));
}

void Gate::wait(Resume<bool> resume) {
  {
    const std::scoped_lock lock(mutex_);
    if (taken_) {
      waiting_.push_back(std::move(resume));
      return;
    }
    taken_ = true;
  }
  resume(true);
}

// The turn goes straight to the next in line, so that nobody overtakes.
void Gate::leave() {
  Resume<bool> next;
  {
    const std::scoped_lock lock(mutex_);
    taken_ = !waiting_.empty();
    if (!taken_) return;
    next = std::move(waiting_.front());
    waiting_.pop_front();
  }
  next(true);
}

std::optional<Timestamp> Gate::closed_until(Timestamp now) const {
  const std::scoped_lock lock(mutex_);
  if (closed_until_ <= now) return std::nullopt;
  return closed_until_;
}

void Gate::close_until(Timestamp at) {
  const std::scoped_lock lock(mutex_);
  closed_until_ = std::max(closed_until_, at);
}

}  // namespace kassabro::sitoo::rest
