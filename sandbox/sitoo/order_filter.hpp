#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/url.hpp"
#include "sandbox/sitoo/books.hpp"

namespace kassabro::sandbox::sitoo {

// The filters of the order list (REST contract, 3.2). Unknown parameters are ignored silently, as Sitoo does; a list is
// comma-separated, and of a repeated parameter the last one counts.
struct OrderFilter {
  std::optional<std::int64_t> id_from, id_to;      // from <= id < to
  std::optional<std::int64_t> date_from, date_to;  // Unix seconds, both inclusive
  std::vector<std::int64_t> ids, states, payment_states, types, warehouses, eshops;
  std::vector<std::string> external_ids;
  std::optional<std::int64_t> credit_order_id;  // overrides ids
  std::string receipt_id;                       // overrides ids
  std::string email;
  bool newest_first = true;
  std::size_t start = 0, count = 10;

  bool matches(const Books& books, const Order& order) const;
};

OrderFilter parse_order_filter(const http::Query& query, std::size_t count_max);

// `NAMEfrom` and `NAMEto`, epoch seconds, both ends inside.
struct TimeBounds {
  std::optional<std::int64_t> from, to;
};
TimeBounds parse_time_bounds(const http::Query& query, const std::string& name);

}  // namespace kassabro::sandbox::sitoo
