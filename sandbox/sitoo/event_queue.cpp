#include "sandbox/sitoo/event_queue.hpp"

#include <algorithm>

#include "base/time_text.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::size_t settled_max = 10'000;
constexpr int quick_retries = 10;    // within the first hour
constexpr int hourly_retries = 23;  // then it is a day, and the events are dropped

bool is_temporary(int status) { return status == 0 || status == 429 || status == 503 || status == 504; }

json::object settled_json(const SettledEvent& settled) {
  return {{"event", settled.event}, {"at", to_iso(settled.at)}, {"status", settled.status}, {"attempts", settled.attempts}};
}

}  // namespace

EventQueue::Batch EventQueue::head(std::size_t count_max, Timestamp now) {
  Batch batch{{}, age_};
  if (waiting_.empty() || now < not_before_) return batch;
  const auto count = head_size_ > 0 ? head_size_ : std::min(count_max, waiting_.size());
  batch.events.assign(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
  return batch;
}

void EventQueue::settle(const Batch& batch, int status, std::chrono::milliseconds retry, Timestamp now) {
  if (batch.queue_age != age_ || batch.events.empty()) return;
  last_status_ = status;
  ++attempts_;
  if (is_temporary(status) && attempts_ <= quick_retries + hourly_retries) {
    head_size_ = batch.events.size();
    not_before_ = now + (attempts_ <= quick_retries ? retry : 10 * retry);
    return;
  }
  take_off(batch, status, status == 200, now);
}

void EventQueue::take_off(const Batch& batch, int status, bool was_taken, Timestamp now) {
  for (const auto& event : batch.events) {
    settled_.push_back({event, now, status, attempts_, was_taken});
    waiting_.pop_front();
    if (!was_taken) ++dropped_;
    if (settled_.size() > settled_max) settled_.pop_front();
  }
  head_size_ = 0;
  attempts_ = 0;
  not_before_ = {};
}

void EventQueue::clear() {
  const auto age = age_ + 1;
  *this = {};
  age_ = age;
}

json::object EventQueue::list() const {
  json::array waiting, sent, dropped;
  for (const auto& event : waiting_) waiting.push_back(event);
  for (const auto& settled : settled_) (settled.was_taken ? sent : dropped).push_back(settled_json(settled));
  return {{"waiting", std::move(waiting)}, {"sent", std::move(sent)}, {"dropped", std::move(dropped)}};
}

}  // namespace kassabro::sandbox::sitoo
