#pragma once

#include <string_view>

#include "app/guess_guard.hpp"
#include "app/receipt_links.hpp"
#include "http/message.hpp"
#include "receipt/read_receipt.hpp"

namespace kassabro::receipt_page {

// GET /r/{token}: a receipt's page for whoever has its link. 200 with the page; 404 for what is no token; 410 when it has
// expired; 405 for other methods; 429 for an address that has tried many that are none. `?lang=sv` or `en` goes before what the browser asks for, and that before the account's.
class ReceiptPages {
 public:
  ReceiptPages(app::ReceiptLinks& links, receipt::ReadReceipt& read, const Clock& clock)
      : links_(links), read_(read), guesses_(clock, {.per_address_a_minute = wrong_tokens_a_minute}) {}

  // `token` is what follows "/r/" in the path, still as it was sent.
  Async<http::Response> handle(const http::Request& request, std::string_view token);

 private:
  static constexpr int wrong_tokens_a_minute = 60;  // many people may have one address

  app::ReceiptLinks& links_;
  receipt::ReadReceipt& read_;
  app::GuessGuard guesses_;
};

}  // namespace kassabro::receipt_page
