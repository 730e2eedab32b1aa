#include "sandbox/sitoo/switches.hpp"

#include <string>

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::int64_t wait_ms_max = 3'600'000;

bool* flag_named(Switches& switches, std::string_view name) {
  if (name == "one_at_a_time") return &switches.one_at_a_time;
  if (name == "empty_data_as_array") return &switches.empty_data_as_array;
  if (name == "events_for_v1") return &switches.events_for_v1;
  if (name == "event_single_object") return &switches.event_single_object;
  if (name == "event_dashes") return &switches.event_dashes;
  if (name == "event_duplicates") return &switches.event_duplicates;
  return nullptr;
}

bool set_number(Switches& switches, std::string_view name, std::int64_t number) {
  if (name == "list_items_max" && number >= 1 && number <= 100'000)
    switches.list_items_max = static_cast<std::size_t>(number);
  else if (name == "event_batch_max" && number >= 1 && number <= 1000)
    switches.event_batch_max = static_cast<std::size_t>(number);
  else if (name == "latency_ms" && number >= 0 && number <= wait_ms_max)
    switches.latency = std::chrono::milliseconds(number);
  else if (name == "event_retry_ms" && number >= 1 && number <= wait_ms_max)
    switches.event_retry = std::chrono::milliseconds(number);
  else
    return false;
  return true;
}

}  // namespace

json::object to_json(const Switches& switches) {
  return {{"list_items_max", switches.list_items_max},
          {"one_at_a_time", switches.one_at_a_time},
          {"latency_ms", switches.latency.count()},
          {"empty_data_as_array", switches.empty_data_as_array},
          {"events_for_v1", switches.events_for_v1},
          {"event_batch_max", switches.event_batch_max},
          {"event_single_object", switches.event_single_object},
          {"event_dashes", switches.event_dashes},
          {"event_duplicates", switches.event_duplicates},
          {"event_retry_ms", switches.event_retry.count()}};
}

Result<Switches> parse_switches(const json::object& body, Switches current) {
  for (const auto& [key, value] : body) {
    const std::string name(key);
    auto* flag = flag_named(current, name);
    if (flag != nullptr && value.is_bool())
      *flag = value.get_bool();
    else if (flag != nullptr || !set_number(current, name, int_member(body, name).value_or(-1)))
      return fail(invalid(name, "There is no such switch, or not with this value."));
  }
  return current;
}

}  // namespace kassabro::sandbox::sitoo
