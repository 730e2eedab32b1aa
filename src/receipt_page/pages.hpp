#pragma once

#include <string_view>

#include "app/receipt_links.hpp"
#include "http/message.hpp"
#include "receipt/read_receipt.hpp"

namespace kassabro::receipt_page {

// GET /r/{token}: a receipt's page for whoever has its link. 200 with the page; 404 for what is no token; 410 when it has
// expired; 405 for other methods. `?lang=sv` or `en` goes before what the browser asks for, and that before the account's.
class ReceiptPages {
 public:
  ReceiptPages(app::ReceiptLinks& links, receipt::ReadReceipt& read) : links_(links), read_(read) {}

  // `token` is what follows "/r/" in the path, still as it was sent.
  Async<http::Response> handle(const http::Request& request, std::string_view token);

 private:
  app::ReceiptLinks& links_;
  receipt::ReadReceipt& read_;
};

}  // namespace kassabro::receipt_page
