#include "sandbox/sitoo/event_sender.hpp"

#include "base/ids.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

std::string_view to_text(OrderEvent what) {
  switch (what) {
    case OrderEvent::add: return "add";
    case OrderEvent::update: return "update";
    case OrderEvent::email_receipt: return "email-receipt";
  }
  return "update";
}

std::string_view to_text(OrderState state) {
  switch (state) {
    case OrderState::open: return "open";
    case OrderState::closed: return "closed";
    case OrderState::cancelled: return "cancelled";
  }
  return "open";
}

std::string dashed(std::string id) {
  if (id.size() != 32) return id;
  for (const std::size_t at : {20UL, 16UL, 12UL, 8UL}) id.insert(at, "-");
  return id;
}

std::string body_of(const EventQueue::Batch& batch, const Switches& switches) {
  json::array list;
  for (auto event : batch.events) {
    if (switches.event_dashes && event.contains("event_id")) event["event_id"] = dashed(text_member(event, "event_id"));
    list.push_back(std::move(event));
  }
  if (switches.event_single_object && list.size() == 1) return to_json_text(list[0]);
  return to_json_text(list);
}

}  // namespace

// The event is thin: it names the order, which is then fetched from Sitoo REST (SPI contract, C.2).
EventNoted note_event(Books& books, const Order& order, OrderEvent what, StateChanged state, Timestamp now) {
  if (books.settings.events.url.empty()) return EventNoted::no;
  if (order.spi == Spi::v1 && !books.switches.events_for_v1) return EventNoted::no;
  json::object data{{"eshop_id", eshop_id},
                    {"order_id", order.id},
                    {"warehouse_id", books.store_of(order).warehouse_id},
                    {"order_event_type", to_text(what)}};
  if (state == StateChanged::yes) data["order_state_changed"] = to_text(order.state);
  books.events.add({{"event_id", random_hex(16)},
                    {"event_type", order.type == OrderType::booking ? "booking" : "order"},
                    {"event_date", to_epoch_ms(now) / 1000},
                    {"account_id", account_number},
                    {"data", std::move(data)}});
  return EventNoted::yes;
}

Async<bool> EventSender::send_once() {
  EventQueue::Batch batch;
  Endpoint endpoint;
  Switches switches;
  {
    const std::scoped_lock lock(books_.mutex);
    endpoint = books_.settings.events;
    switches = books_.switches;
    if (endpoint.url.empty()) co_return false;
    batch = books_.events.head(switches.event_single_object ? 1 : switches.event_batch_max, clock_.now());
  }
  if (batch.events.empty()) co_return false;
  const auto body = body_of(batch, switches);
  const auto answer = co_await client_.post_events(endpoint, body);
  if (switches.event_duplicates && answer.ok()) co_await client_.post_events(endpoint, body);
  const std::scoped_lock lock(books_.mutex);
  books_.events.settle(batch, answer.status, switches.event_retry, clock_.now());
  co_return answer.ok() && books_.events.waiting() > 0;
}

}  // namespace kassabro::sandbox::sitoo
