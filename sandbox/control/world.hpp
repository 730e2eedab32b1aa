#pragma once

#include <atomic>

#include "base/clock.hpp"
#include "http/client.hpp"
#include "sandbox/control/call_log.hpp"
#include "sandbox/control/faults.hpp"
#include "sandbox/control/moved_clock.hpp"
#include "sandbox/rule/state.hpp"
#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::control {

// Everything the sandbox imitates, and the switches over it.
struct World {
  // `clock_file`: where it is written by how much the clocks were moved, for programs that follow (libfaketime's form: "+86400").
  // With one, the tills' clock moves too. Throws when it cannot be written.
  explicit World(std::string clock_file_in = {})
      : clock_file(std::move(clock_file_in)),
        crm(client, note_crm_calls()),
        till(books, crm, clock),
        events(books, crm, clock) {
    note_clock();
  }

  MovedClock clock;  // the tills' and Sitoo's
  MovedClock rule_clock;  // Rule's, so that a message that waits for days need not be waited for
  const std::string clock_file;
  CallLog calls;
  Faults faults;
  rule::State rule;
  sitoo::Books books;
  http::Client client;
  sitoo::CrmClient crm;
  sitoo::Till till;
  sitoo::EventSender events;
  std::atomic<bool> sitoo_one_at_a_time = false;
  std::atomic<std::int64_t> sitoo_latency_ms = 0;
  std::atomic<int> sitoo_calls_running = 0;

  void reset();
  void advance(std::chrono::milliseconds by);
  // One pass over Rule's webhooks; a receiver that fails is tried three times.
  Async<bool> send_webhooks_once();
  // One look for messages of Rule's automations that are due.
  Async<bool> deliver_once();

 private:
  sitoo::CallNote note_crm_calls();
  void note_clock() const;
};

}  // namespace kassabro::sandbox::control
