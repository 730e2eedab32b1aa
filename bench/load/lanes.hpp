#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "load/requests.hpp"

namespace bench {

using Clock = std::chrono::steady_clock;

struct Options {
  int port = 0;
  int connections = 64;
  double rate =
      0;  // calls a second at fixed times, whether or not earlier ones are answered; 0: each connection asks as soon as it may
  double seconds = 1;  // that count
  double warm = 0;  // before them
  double patience = 10;  // for what is still asked at the end
  std::int64_t count = 0;  // at most so many calls; 0: as many as there is time for
};

struct Totals {
  std::int64_t sent = 0;
  std::int64_t good = 0;  // answered 200 or 201
  std::int64_t refused = 0;  // answered otherwise
  std::int64_t wrong = 0;  // answered 200 with something else than was expected
  std::int64_t broken = 0;  // connections that ended
  std::int64_t unanswered = 0;
  std::int64_t counted = 0;  // answered of those that were due after the warming up and before the end
  double seconds = 0;  // in which those were answered
  std::vector<std::uint32_t> micros;  // of those, since they were due
  std::vector<std::string> accepted;  // of all
  int first_refusal = 0;
};

// Asks over so many connections, each with one request at a time, from one thread.
class Lanes {
 public:
  Lanes(const Options& options, Requests& requests);
  ~Lanes();
  Lanes(const Lanes&) = delete;
  Lanes& operator=(const Lanes&) = delete;

  Totals run();

 private:
  struct Lane {
    int socket = -1;
    bool busy = false;
    Request request;
    std::size_t sent = 0;
    std::string answer;
    Clock::time_point due;
  };

  void connect_all();
  void send_what_is_due();
  bool ask(Lane& lane, Clock::time_point due);
  bool write_on(Lane& lane);
  void read_from(Lane& lane);
  void settle(Lane& lane, std::size_t head_size);
  void drop(Lane& lane);
  void wait_for_answers();
  Clock::time_point due_of(std::int64_t number) const;

  Options options_;
  Requests& requests_;
  int poll_ = -1;
  std::vector<Lane> lanes_;
  std::deque<Lane*> free_;
  Totals totals_;
  Clock::time_point began_;
  Clock::time_point counted_from_;
  Clock::time_point end_;
  Clock::time_point last_counted_;
  bool is_exhausted_ = false;
};

}  // namespace bench
