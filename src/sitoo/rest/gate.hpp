#pragma once

#include <deque>
#include <memory>
#include <mutex>
#include <optional>

#include "base/async.hpp"
#include "base/clock.hpp"

namespace kassabro::sitoo::rest {

// Lets one request at a time to a Sitoo account, in the order in which they came: a second one in flight is refused with
// "429 Too many connections" (contracts of Sitoo REST, 2.6). Thread-safe.
class Gate : public std::enable_shared_from_this<Gate> {
 public:
  // The permission to send one request; given back when it goes.
  class Turn {
   public:
    explicit Turn(std::shared_ptr<Gate> gate) : gate_(std::move(gate)) {}
    Turn(Turn&&) noexcept = default;
    Turn(const Turn&) = delete;
    Turn& operator=(Turn&&) = delete;
    ~Turn() {
      if (gate_) gate_->leave();
    }

   private:
    std::shared_ptr<Gate> gate_;
  };

  Async<Turn> enter();

  // Until when Sitoo asked to be left alone; absent: it did not, or that time is over.
  std::optional<Timestamp> closed_until(Timestamp now) const;
  void close_until(Timestamp at);

 private:
  void leave();
  void wait(Resume<bool> resume);

  mutable std::mutex mutex_;
  bool taken_ = false;
  std::deque<Resume<bool>> waiting_;
  Timestamp closed_until_;
};

}  // namespace kassabro::sitoo::rest
