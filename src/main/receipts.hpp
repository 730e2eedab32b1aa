#pragma once

#include <string>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/clock.hpp"
#include "receipt/read_receipt.hpp"

namespace kassabro::main {

// {"language","subject","html","text","sms"}: what a customer would get, without the link to the page. Of a sample purchase when
// `order_id` is ""; `language` is "sv", "en", or "" for the one of the account's country. Errors: invalid (field "language"),
// not_found (field "order_id").
Async<Result<json::value>> preview_receipt(receipt::ReadReceipt& receipts, const app::Account& account, std::string order_id,
                                           std::string language, const Clock& clock);

}  // namespace kassabro::main
