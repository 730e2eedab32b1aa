#pragma once

#include <chrono>

#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::sandbox::sitoo {

// What the contracts leave open and what tests want to turn, on Sitoo's side. Read and set at /control/sitoo/switches.
struct Switches {
  std::size_t list_items_max = 1000;  // `num` is cut to it silently (REST contract, 2.3)
  bool one_at_a_time = false;         // a second call at the same time is refused (REST contract, 2.6)
  std::chrono::milliseconds latency{0};
  bool empty_data_as_array = false;  // additionaldata without keys is [] (REST contract, 3.6)
  bool events_for_v1 = false;        // sales by SPI v1 send events too
  std::size_t event_batch_max = 10;
  bool event_single_object = false;  // one object instead of an array
  bool event_dashes = false;         // 8-4-4-4-12 instead of 32 hex digits
  bool event_duplicates = false;     // every batch is sent twice
  // Between the ten retries of the first hour (really six minutes); the hourly ones are ten times as far apart.
  std::chrono::milliseconds event_retry{200};
};

json::object to_json(const Switches& switches);
// `body` laid over `current`. Errors name the switch.
Result<Switches> parse_switches(const json::object& body, Switches current);

}  // namespace kassabro::sandbox::sitoo
