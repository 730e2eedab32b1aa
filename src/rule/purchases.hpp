#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "app/account.hpp"
#include "domain/order.hpp"
#include "rule/purchase_groups.hpp"

namespace kassabro::rule {

// A record of v3's custom-field-data (contracts section 5).
struct PurchaseRecord {
  std::int64_t id = 0;
  std::string group;
  std::string created_at;  // on the clock of rule_time_zone
  std::vector<std::pair<std::string, json::value>> values;
};

// From {"data":[…]}; what is no record is passed over.
std::vector<PurchaseRecord> parse_purchase_records(const json::value& body);

// The purchases of other channels, newest first, at most `count_max`. A shop writes a record each time an order's state
// changes, so of equal numbers the newest record counts. Cancelled ones, and records of which neither a sum nor a product
// can be read, are left out.
std::vector<domain::Order> purchases_of(const app::Account& account, std::span<const PurchaseGroup> groups,
                                        std::vector<PurchaseRecord> records, std::size_t count_max);

}  // namespace kassabro::rule
