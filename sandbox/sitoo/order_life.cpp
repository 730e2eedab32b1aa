#include "sandbox/sitoo/order_life.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

std::optional<OrderState> known_state(std::int64_t number) {
  for (const auto state : {OrderState::open, OrderState::closed, OrderState::cancelled})
    if (number == static_cast<int>(state)) return state;
  return std::nullopt;
}

}  // namespace

Result<EventNoted> change_state(Books& books, std::int64_t order_id, OrderState to, Timestamp now) {
  auto* order = books.find_order(order_id);
  if (order == nullptr) return fail(not_found("order_id", "There is no such order."));
  if (order->state == OrderState::cancelled) return fail(conflict("order_id", "The order is cancelled."));
  if (to == OrderState::closed && order->state != OrderState::open) return fail(conflict("order_id", "The order is not open."));
  order->state = to;
  order->overrides.erase("orderstateid");
  return note_event(books, *order, OrderEvent::update, StateChanged::yes, now);
}

Result<void> override_order(Books& books, std::int64_t order_id, const json::object& body, Timestamp now) {
  auto* order = books.find_order(order_id);
  if (order == nullptr) return fail(not_found("order_id", "There is no such order."));
  for (const auto& [name, value] : body) order->overrides[name] = value;
  // The list filters by them.
  if (body.contains("email")) order->email = text_member(body, "email");
  if (body.contains("phone")) order->phone = text_member(body, "phone");
  auto changed = StateChanged::no;
  const auto number = int_member(body, "orderstateid");
  if (const auto state = number ? known_state(*number) : std::nullopt) {
    if (order->state != *state) changed = StateChanged::yes;
    order->state = *state;
    order->overrides.erase("orderstateid");
  }
  note_event(books, *order, OrderEvent::update, changed, now);
  return {};
}

Result<std::int64_t> convert_booking(Books& books, std::int64_t booking_id, const std::string& payment, OrderState booking_ends,
                                     Timestamp now) {
  const auto* booking = books.find_order(booking_id);
  if (booking == nullptr) return fail(not_found("order_id", "There is no such order."));
  if (booking->type != OrderType::booking) return fail(conflict("order_id", "This order is not a booking."));
  if (booking->state != OrderState::open) return fail(conflict("order_id", "The booking is not open."));
  auto order = *booking;
  order.type = OrderType::order;
  order.state = OrderState::closed;
  order.source_order_id = booking_id;
  order.sold_at = now;
  order.overrides.clear();
  order.receipt_id = books.next_receipt_id(order.store, order.cash_register);
  if (payment == "Cash") order.roundoff = cash_roundoff(order.totals().gross);
  order.payments = {{payment, order.totals().gross}};
  const auto order_id = books.add_order(std::move(order)).id;
  if (const auto ended = change_state(books, booking_id, booking_ends, now); !ended) return fail(ended.error());
  return order_id;
}

}  // namespace kassabro::sandbox::sitoo
