// Sitoo's events: none is lost, whatever stands in it.
#include "sitoo/events/event_wire.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

void hold_event(const app::OrderEvent& event) {
  hold(!event.id.empty() && event.id.size() <= 100 && !has_control_characters(event.id), "an event has an id");
  hold(is_utf8(event.type) && event.type.size() <= 50, "an event's type is tame");
}

}  // namespace

void run_one(std::string_view input) {
  const auto batch = sitoo::events::parse_events(input, 1);
  if (!batch) return hold_field(batch.error());
  for (const auto& event : batch->events) {
    hold_event(event);
    hold(event.order_id.empty() || event.eshop_id > 0, "an order belongs to an e-shop");
  }
  for (const auto& broken : batch->broken) {
    hold_event(broken.event);
    hold(!broken.reason.empty(), "what is broken says why");
    hold(parse_json(broken.body).has_value(), "what is broken is kept as it came");
  }
  const auto body = *parse_json(input);
  if (body.is_array()) hold(batch->events.size() + batch->broken.size() == body.get_array().size(), "each event counts");
  const auto again = sitoo::events::parse_events(to_json_text(body), 1);
  hold(again && again->events.size() == batch->events.size(), "the same events again are the same");
  for (std::size_t i = 0; i < again->events.size(); ++i)
    hold(again->events[i].id == batch->events[i].id, "the same event has the same id");
}

}  // namespace kassabro::fuzz
