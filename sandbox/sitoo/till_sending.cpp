// How the till's news reach the CRM: transaction copies (SPI v1) and events (with SPI v2).
#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

CopyOutcome outcome_of(const CrmAnswer& answer) {
  const bool sent = answer.status >= 200 && answer.status < 300;
  return {sent, answer.status, sent ? "" : describe(answer.status, answer.message)};
}

}  // namespace

json::object to_json(const CopyOutcome& copy) {
  return {{"sent", copy.sent}, {"status", copy.status}, {"message", copy.message}, {"event", copy.is_event}};
}

Async<CopyOutcome> Till::tell_crm(std::int64_t order_id, OrderEvent what) {
  auto noted = EventNoted::no;
  {
    const std::scoped_lock lock(books_.mutex);
    noted = note_event(books_, *books_.find_order(order_id), what, StateChanged::yes, clock_.now());
  }
  co_return co_await send_copy(order_id, noted);
}

// SPI v2 has no copies: the event tells. By SPI v1 the CRM gets a copy of completed transactions (SPI contract, A.1), so an
// open order and a booking have none.
Async<CopyOutcome> Till::send_copy(std::int64_t order_id, EventNoted noted) {
  Settings settings;
  std::string body;
  {
    const std::scoped_lock lock(books_.mutex);
    const auto& order = *books_.find_order(order_id);
    if (order.spi == Spi::v2) {
      const bool waits = noted == EventNoted::yes;
      co_return CopyOutcome{false, 0, waits ? "The event waits in Sitoo's queue." : "No URL for events is set.", waits};
    }
    if (order.state == OrderState::open || order.type == OrderType::booking)
      co_return CopyOutcome{false, 0, "The transaction is not completed."};
    settings = books_.settings;
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

}  // namespace kassabro::sandbox::sitoo
