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
  World() : crm(client, note_crm_calls()), till(books, crm, clock), events(books, crm, clock) {}

  SystemClock clock;
  MovedClock rule_clock;  // Rule's, so that a message that waits for days need not be waited for
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
  // One pass over Rule's webhooks; a receiver that fails is tried three times.
  Async<bool> send_webhooks_once();
  // One look for messages of Rule's automations that are due.
  Async<bool> deliver_once();

 private:
  sitoo::CallNote note_crm_calls();
};

}  // namespace kassabro::sandbox::control
