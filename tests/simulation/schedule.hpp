#pragma once

#include <boost/asio/io_context.hpp>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/wake_timer.hpp"

namespace kassabro::simulation {

// One of our nodes, from 0; what happens outside of them is nobody's.
using NodeId = int;
inline constexpr NodeId nobody = -1;

// All time there is: what is to happen waits here in its order, and time passes only from one happening to the next. One
// thread runs everything, so that the same seed always gives the same story.
class Schedule {
 public:
  explicit Schedule(Timestamp start) : start_(start), clock_(start) {}

  const Clock& clock() const { return clock_; }
  Timestamp now() const { return clock_.now(); }
  boost::asio::io_context& context() { return context_; }

  // In `time`, at the earliest in the next millisecond. When the owner is killed before, never.
  void after(std::chrono::milliseconds time, NodeId owner, std::move_only_function<void()> happening);
  Async<void> sleep(NodeId owner, std::chrono::milliseconds time);
  Alarms alarms(NodeId owner);

  // All that the node was about to do. Its coroutines are taken apart a moment later, and still look at what remains of it.
  void drop(NodeId owner, std::shared_ptr<const void> remains);
  // The node does nothing until then: what was due meanwhile comes late, and all at once.
  void freeze(NodeId owner, Timestamp until) { frozen_until_[owner] = until; }
  bool is_frozen(NodeId owner) const;

  // Whoever replays a story reads it here, with the seconds since its start.
  std::function<void(double at, const std::string& what)> on_note;
  template <class Text>
  void note(Text text) {
    if (on_note) on_note(static_cast<double>((now() - start_).count()) / 1000.0, text());
  }

  // Lets happen what is due by then.
  void run_until(Timestamp end);

 private:
  struct Happening {
    NodeId owner;
    std::move_only_function<void()> run;
  };
  void drain();

  Timestamp start_;
  ManualClock clock_;
  std::vector<std::shared_ptr<const void>> remains_;
  boost::asio::io_context context_;
  std::uint64_t count_ = 0;
  std::map<std::pair<Timestamp, std::uint64_t>, Happening> waiting_;
  std::map<NodeId, Timestamp> frozen_until_;
};

}  // namespace kassabro::simulation
