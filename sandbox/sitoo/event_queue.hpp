#pragma once

#include <deque>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"

namespace kassabro::sandbox::sitoo {

// An event that has left the queue.
struct SettledEvent {
  json::object event;
  Timestamp at;
  int status = 0, attempts = 0;
  bool was_taken = false;  // false: dropped
};

// What Sitoo has to tell a subscriber of its events: one queue, strictly in order, and what became of each. The head of the
// queue is a batch that stays the same until it is taken or dropped.
class EventQueue {
 public:
  void add(json::object event) { waiting_.push_back(std::move(event)); }

  struct Batch {
    std::vector<json::object> events;
    std::uint64_t queue_age = 0;  // of the queue it was taken from
  };
  // The batch to send now; empty when there is none, or it is to wait.
  Batch head(std::size_t count_max, Timestamp now);
  // 200 takes the head off; 429, 503, 504 and silence (0) keep it for later; any other code drops it, and so does the last
  // retry (SPI contract, C.1).
  void settle(const Batch& batch, int status, std::chrono::milliseconds retry, Timestamp now);

  void clear();
  std::size_t waiting() const { return waiting_.size(); }
  std::size_t dropped() const { return dropped_; }
  int last_status() const { return last_status_; }  // of the last call; 0 before the first and when no answer came
  // {"waiting":[...],"sent":[...],"dropped":[...]}; of the last 10,000 that left the queue.
  json::object list() const;

 private:
  void take_off(const Batch& batch, int status, bool was_taken, Timestamp now);

  std::deque<json::object> waiting_;
  std::deque<SettledEvent> settled_;
  std::size_t head_size_ = 0;  // of a batch that was tried and waits
  int attempts_ = 0;
  Timestamp not_before_{};
  std::size_t dropped_ = 0;
  int last_status_ = 0;
  std::uint64_t age_ = 0;  // grows with clear(), so that an answer that comes late settles nothing
};

}  // namespace kassabro::sandbox::sitoo
