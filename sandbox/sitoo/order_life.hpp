#pragma once

#include "sandbox/sitoo/event_sender.hpp"

namespace kassabro::sandbox::sitoo {

// What can happen to an order in Sitoo's books, each with its event. The caller holds the books' mutex. Errors: there is no
// such order, or it is not in a state for that.

// Open to closed, anything but cancelled to cancelled.
Result<EventNoted> change_state(Books& books, std::int64_t order_id, OrderState to, Timestamp now);

// {"email","phone","additionaldata":{…} or [],"orderstateid":N, …}: from now on REST shows these members as they stand. An
// orderstateid that Sitoo knows really changes the state.
Result<void> override_order(Books& books, std::int64_t order_id, const json::object& body, Timestamp now);

// The order that a booking becomes; the booking ends in `booking_ends`. Returns the new order's id.
Result<std::int64_t> convert_booking(Books& books, std::int64_t booking_id, const std::string& payment, OrderState booking_ends,
                                     Timestamp now);

}  // namespace kassabro::sandbox::sitoo
