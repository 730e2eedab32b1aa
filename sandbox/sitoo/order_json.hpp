#pragma once

#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// The order as Sitoo REST returns it (REST contract, 3.5 to 3.8); also the body of an SPI v1 transaction copy.
json::object order_json(const Books& books, const Order& order);

// The receipt that the till's page shows (PAGES_API.md).
json::object receipt_json(const Books& books, const Order& order);

}  // namespace kassabro::sandbox::sitoo
