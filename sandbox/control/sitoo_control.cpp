#include "sandbox/answers/answers.hpp"
#include "sandbox/control/handlers.hpp"
#include "sandbox/sitoo/seed.hpp"

namespace kassabro::sandbox::control {

Answer seed_sitoo(ControlCall call) {
  const auto plan = sitoo::parse_seed_plan(call.body);
  if (!plan) co_return error_answer(plan.error());
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  sitoo::seed(books, *plan);
  co_return json_answer(json::object{{"stores", books.stores.size()},
                                     {"customers", books.customers.size()},
                                     {"orders", books.orders.size()},
                                     {"seed", plan->seed}});
}

Answer get_settings(ControlCall call) {
  const std::scoped_lock lock(call.world.books.mutex);
  co_return json_answer(sitoo::settings_json(call.world.books.settings));
}

Answer put_settings(ControlCall call) {
  auto& books = call.world.books;
  const std::scoped_lock lock(books.mutex);
  auto parsed = sitoo::parse_settings(call.body, books.settings);
  if (!parsed) co_return error_answer(parsed.error());
  books.settings = std::move(*parsed);
  co_return json_answer(sitoo::settings_json(books.settings));
}

Answer get_sitoo_switches(ControlCall call) {
  const std::scoped_lock lock(call.world.books.mutex);
  co_return json_answer(sitoo::to_json(call.world.books.switches));
}

Answer put_sitoo_switches(ControlCall call) {
  auto& world = call.world;
  const std::scoped_lock lock(world.books.mutex);
  const auto parsed = sitoo::parse_switches(call.body, world.books.switches);
  if (!parsed) co_return error_answer(parsed.error());
  world.books.switches = *parsed;
  // A call that is to be refused or slowed down must not wait for the books.
  world.sitoo_one_at_a_time = parsed->one_at_a_time;
  world.sitoo_latency_ms = parsed->latency.count();
  co_return json_answer(sitoo::to_json(*parsed));
}

// What the till and Sitoo still owe the CRM, and what Sitoo has given up.
Answer get_pending(ControlCall call) {
  const std::scoped_lock lock(call.world.books.mutex);
  const auto& books = call.world.books;
  co_return json_answer(json::object{{"copies", books.copies.size()},
                                     {"events", books.events.waiting()},
                                     {"dropped", books.events.dropped()},
                                     {"last_status", books.events.last_status()}});
}

Answer list_events(ControlCall call) {
  const std::scoped_lock lock(call.world.books.mutex);
  co_return json_answer(call.world.books.events.list());
}

// {"events":[…]} as they stand: unknown types, orders that do not exist, ids that came before.
Answer send_events(ControlCall call) {
  const auto* list = call.body.if_contains("events");
  if (list == nullptr || !list->is_array()) co_return error_answer(400, "Must be a list of events.", "events");
  for (const auto& event : list->get_array())
    if (!event.is_object()) co_return error_answer(400, "Every event must be an object.", "events");
  const std::scoped_lock lock(call.world.books.mutex);
  for (const auto& event : list->get_array()) call.world.books.events.add(event.get_object());
  co_return json_answer(json::object{{"waiting", call.world.books.events.waiting()}});
}

}  // namespace kassabro::sandbox::control
