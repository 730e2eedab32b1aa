#pragma once

#include <string_view>

#include "app/accept_events.hpp"
#include "base/json.hpp"

namespace kassabro::sitoo::events {

// What Sitoo's webhook carries: an array of thin events in chronological order (contracts of Sitoo SPI, C.1 and C.2), each
// {"event_id","event_type","event_date","account_id","data":{"eshop_id","order_id",...}}.
//
// Taken besides: any number of events, a single one without its array, an array below "events" or "items", numbers as
// texts, ids with dashes and in upper case, an event without an id (its text's digest is its id, so that the same event
// again is the same), types that we do not know (they concern no order), and the older `order_event_type: "closed"`, because
// nothing but the order's number is read: what has become of the order is fetched.
// An event that cannot be read is in `broken` and stops no other.
// Error: the body is no JSON, or neither an object nor an array.
//
// `default_eshop_id` stands in where an event does not name the e-shop.
Result<app::EventBatch> parse_events(std::string_view body, std::int64_t default_eshop_id);

}  // namespace kassabro::sitoo::events
