// How the till's news reach the CRM: transaction copies (SPI v1) and events (with SPI v2).
#include "base/ids.hpp"
#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::size_t events_per_call_max = 10;

// The event is thin: it names the order, which is then fetched from Sitoo REST (SPI contract, C.2).
std::string event_text(const Order& order, const Books& books, Timestamp now) {
  return to_json_text(json::object{{"event_id", random_hex(16)},
                                   {"event_type", order.type == OrderType::booking ? "booking" : "order"},
                                   {"event_date", to_epoch_ms(now) / 1000},
                                   {"account_id", account_number},
                                   {"data", json::object{{"eshop_id", eshop_id},
                                                         {"order_id", order.id},
                                                         {"warehouse_id", books.store_of(order).warehouse_id},
                                                         {"order_event_type", "add"},
                                                         {"order_state_changed", "closed"}}}});
}

CopyOutcome outcome_of(const CrmAnswer& answer) {
  const bool sent = answer.status >= 200 && answer.status < 300;
  return {sent, answer.status, sent ? "" : describe(answer.status, answer.message)};
}

}  // namespace

Async<CopyOutcome> Till::tell_crm(std::int64_t order_id) {
  Settings settings;
  std::string body;
  {
    const std::scoped_lock lock(books_.mutex);
    const auto& order = *books_.find_order(order_id);
    settings = books_.settings;
    if (order.spi == Spi::v2) {
      if (settings.events.url.empty()) co_return CopyOutcome{false, 0, "No URL for events is set."};
      books_.events.push_back({order_id, event_text(order, books_, clock_.now()), false});
      co_return CopyOutcome{false, 0, "The event waits in Sitoo's queue."};
    }
    body = to_json_text(order_json(books_, order));
    books_.copies[order_id] = {order_id, body, true};  // kept first: a till that dies now still owes the copy
  }
  const auto answer = co_await client_.call_v1(settings, http::Method::post, "/transactions", std::move(body));
  const auto outcome = outcome_of(answer);
  const std::scoped_lock lock(books_.mutex);
  const auto copy = books_.copies.find(order_id);
  if (copy != books_.copies.end()) {
    if (outcome.sent)
      books_.copies.erase(copy);
    else
      copy->second.in_flight = false;
  }
  co_return outcome;
}

Async<void> Till::send_copies_once() {
  std::int64_t last = 0;
  while (true) {
    Pending copy;
    Settings settings;
    {
      const std::scoped_lock lock(books_.mutex);
      const auto next = books_.copies.upper_bound(last);
      if (next == books_.copies.end() || books_.settings.custom_crm.api_url.empty()) co_return;
      copy = next->second;
      settings = books_.settings;
    }
    last = copy.order_id;
    if (copy.in_flight) continue;
    const auto answer = co_await client_.call_v1(settings, http::Method::post, "/transactions", std::move(copy.body));
    if (outcome_of(answer).sent) {
      const std::scoped_lock lock(books_.mutex);
      books_.copies.erase(last);
    } else if (answer.is_temporary()) {
      co_return;
    }
  }
}

Async<bool> Till::send_events_once() {
  std::string body = "[";
  std::size_t count = 0;
  Endpoint endpoint;
  {
    const std::scoped_lock lock(books_.mutex);
    endpoint = books_.settings.events;
    for (const auto& event : books_.events) {
      if (count == events_per_call_max) break;
      body += (count++ == 0 ? "" : ",") + event.body;
    }
  }
  if (count == 0 || endpoint.url.empty()) co_return false;
  // The full URL is configured; whether "/events" is added is open (SPI contract, F 13), so it is added when missing.
  const std::string path = endpoint.url.ends_with("/events") || endpoint.url.ends_with("/events/") ? "" : "/events";
  const auto answer = co_await client_.call_basic(endpoint, http::Method::post, path, body + "]");
  if (answer.status == 0 || answer.status == 429 || answer.status == 503 || answer.status == 504) co_return false;
  const std::scoped_lock lock(books_.mutex);
  for (; count > 0 && !books_.events.empty(); --count) books_.events.pop_front();
  co_return !books_.events.empty();
}

}  // namespace kassabro::sandbox::sitoo
