#include "tests/simulation/schedule.hpp"

#include <algorithm>

namespace kassabro::simulation {

using std::chrono::milliseconds;

namespace {

// An alarm whose wait ends when its time has come, or when it is cancelled, whichever is first.
class ScheduledAlarm final : public Alarm {
 public:
  ScheduledAlarm(Schedule& schedule, NodeId owner) : schedule_(schedule), owner_(owner) {}

  Async<void> wait(milliseconds time) override {
    co_await wait_for_callback<bool>([&](Resume<bool> resume) {
      // Not the coroutine's own, or each would hold the other.
      const auto waiting = std::make_shared<Waiting>(std::move(resume));
      waiting_ = waiting;
      schedule_.after(time, owner_, [waiting] { waiting->end(); });
    });
  }
  void cancel() override {
    if (const auto waiting = waiting_.lock()) waiting->end();
  }

 private:
  struct Waiting {
    Resume<bool> resume;
    void end() {
      if (resume) std::exchange(resume, nullptr)(true);
    }
  };
  Schedule& schedule_;
  NodeId owner_;
  std::weak_ptr<Waiting> waiting_;
};

}  // namespace

void Schedule::after(milliseconds time, NodeId owner, std::move_only_function<void()> happening) {
  const auto at = now() + std::max(time, milliseconds(1));
  waiting_.emplace(std::pair(at, ++count_), Happening{owner, std::move(happening)});
}

Async<void> Schedule::sleep(NodeId owner, milliseconds time) {
  co_await wait_for_callback<bool>(
      [&](Resume<bool> resume) { after(time, owner, [resume = std::move(resume)]() mutable { resume(true); }); });
}

Alarms Schedule::alarms(NodeId owner) {
  return [this, owner](boost::asio::io_context&) { return std::make_unique<ScheduledAlarm>(*this, owner); };
}

void Schedule::drop(NodeId owner, std::shared_ptr<const void> remains) {
  frozen_until_.erase(owner);
  std::erase_if(waiting_, [owner](const auto& entry) { return entry.second.owner == owner; });
  remains_.push_back(std::move(remains));
}

bool Schedule::is_frozen(NodeId owner) const {
  const auto found = frozen_until_.find(owner);
  return found != frozen_until_.end() && found->second > now();
}

void Schedule::drain() {
  context_.restart();
  context_.poll();
  remains_.clear();
}

void Schedule::run_until(Timestamp end) {
  drain();
  while (!waiting_.empty() && waiting_.begin()->first.first <= end) {
    auto next = waiting_.extract(waiting_.begin());
    clock_.set(std::max(now(), next.key().first));
    if (is_frozen(next.mapped().owner)) {
      next.key() = {frozen_until_.at(next.mapped().owner), ++count_};
      waiting_.insert(std::move(next));
      continue;
    }
    next.mapped().run();
    drain();
  }
  clock_.set(std::max(now(), end));
}

}  // namespace kassabro::simulation
