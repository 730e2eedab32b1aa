#pragma once

#include <deque>
#include <memory>

#include "rule/fake_rule.hpp"
#include "tests/simulation/random.hpp"
#include "tests/simulation/schedule.hpp"

namespace kassabro::simulation {

// How the way to Rule is for a while: shares of calls, of 0 to 1.
struct Weather {
  bool is_down = false;           // nobody can be reached
  double lost_before = 0;         // never arrives; the caller waits until its time is out
  double lost_after = 0;          // arrives and is done, the answer is lost
  double failed_before = 0;       // 500, and nothing was done
  double failed_after = 0;        // 500, and it was done
  double rate_limited = 0;        // 429
  double orders_failed = 0;       // 500 to what tells of orders, and nothing was done; the rest goes on
  std::chrono::milliseconds slowest{80};
};

// The way from our nodes to one imitated Rule account. Rule counts errors as the real one does, and blocks an account whose share of
// them passes its limit.
class Network {
 public:
  Network(Schedule& schedule, Random& random, rule::FakeRule& rule) : schedule_(schedule), random_(random), rule_(rule) {}

  http::Send from(NodeId node);

  enum class Fate { served, refused, lost_before, lost_after, failed_before, failed_after, rate_limited };

  Weather weather;
  std::function<Fate()> decide_otherwise;  // absent: the weather does
  std::uint64_t calls = 0;
  double worst_error_percent = 0;  // of a window in which Rule counts
  int times_blocked = 0;
  std::uint64_t digest = 0;  // of all that has arrived and when: the same seed gives the same

 private:
  struct Call;
  void start(NodeId node, http::OutboundRequest request, Resume<http::OutboundResult> resume);
  void arrive(NodeId node, const std::shared_ptr<const http::OutboundRequest>& request, Fate fate,
              const std::weak_ptr<Call>& call);
  http::OutboundResult serve(const http::OutboundRequest& request, Fate fate);
  Fate decide(const http::OutboundRequest& request);
  void count(int status);

  Schedule& schedule_;
  Random& random_;
  rule::FakeRule& rule_;
  std::deque<std::pair<Timestamp, bool>> past_;  // when, and was it an error
  int errors_ = 0;
  Timestamp blocked_until_;
};

}  // namespace kassabro::simulation
