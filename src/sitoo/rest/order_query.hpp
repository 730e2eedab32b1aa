#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"

namespace kassabro::sitoo::rest {

// Which orders of an account, ascending by order id (contracts of Sitoo REST, 3.2). What is absent is not asked for.
struct OrderQuery {
  std::int64_t eshop_id = 1;
  std::vector<std::string> order_ids;           // numbers as text
  std::optional<std::int64_t> order_id_from;    // inclusive; the way to page, because rows come and go
  std::optional<Timestamp> ordered_from;        // by the date of the sale
  std::optional<Timestamp> ordered_to;
  bool only_closed = false;     // completed sales and returns
  std::size_t count_max = 500;  // Sitoo may give fewer than asked for
};

// "eshopid=1&orderid=1,2&start=0&num=2&sort=orderid&fields=...", with every field that is read and no other: the default
// ones lack phone and creditorderid, and data that nobody reads should not travel.
std::string to_query_text(const OrderQuery& query);

// Whether a row is one that was asked for. Sitoo passes over filters that it does not know (2.3).
bool satisfies(const OrderQuery& query, const json::object& row);

}  // namespace kassabro::sitoo::rest
