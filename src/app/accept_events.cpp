#include "app/accept_events.hpp"

#include "app/receipt_sending.hpp"

namespace kassabro::app {
namespace {

AcceptedEvents store_batch(Tables& tables, const Account& account, std::string_view source, const EventBatch& batch,
                           Timestamp now) {
  AcceptedEvents accepted;
  const bool sends_receipts = receipt_sending_of(account).send != ReceiptSending::off;
  for (const auto& event : batch.events) {
    if (!tables.events.add(account.id, event, now)) {
      ++accepted.known;
    } else if (event.order_id.empty()) {
      ++accepted.ignored;
    } else {
      tables.order_fetches.request(account.id, event.eshop_id, event.order_id, now, batch.trace);
      if (event.asks_for_receipt && sends_receipts) tables.receipt_requests.ask(account.id, event.order_id, now);
      ++accepted.fetching;
    }
  }
  for (const auto& broken : batch.broken) {
    if (!tables.events.add(account.id, broken.event, now)) {
      ++accepted.known;
      continue;
    }
    tables.quarantine.save(account.id, source, broken.reason, broken.body, now);
    ++accepted.quarantined;
  }
  return accepted;
}

}  // namespace

Async<AcceptedEvents> AcceptEvents::operator()(const Account& account, std::string source, std::string_view raw_body,
                                               EventBatch batch) {
  const auto now = clock_.now();
  AcceptedEvents accepted;
  co_await unit_.run(account.id, [&](Tables& tables) {
    accepted = store_batch(tables, account, source, batch, now);
    // A batch that comes again because our answer was lost is in the inbox already.
    const bool brings_news = accepted.fetching + accepted.ignored + accepted.quarantined > 0;
    if (brings_news) tables.inbox.save(account.id, source, raw_body, now);
    return brings_news;
  });
  co_return accepted;
}

Async<void> AcceptEvents::quarantine(const Account& account, std::string source, std::string_view raw_body,
                                     std::string reason) {
  const auto now = clock_.now();
  co_await unit_.run(account.id, [&](Tables& tables) {
    tables.quarantine.save(account.id, source, reason, raw_body, now);
    return true;
  });
}

}  // namespace kassabro::app
