#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::rule {

// A group of Rule in which another channel keeps its purchases, and what its fields are called there. Of several names the
// first that holds something counts, in any case of letters.
struct PurchaseGroup {
  using Names = std::vector<std::string>;

  std::string group;
  std::string channel;  // what the customer card calls it
  // The default names are those of Rule's own web shop integrations (contracts section 11).
  Names number{"Number", "OrderNumber", "IncrementId", "OrderId", "Id"};
  Names date{"Date", "OrderDate", "CreatedAt", "PlacedAt"};
  Names total{"Total", "GrandTotal", "TotalPrice", "TotalAmount", "Amount"};
  Names currency{"Currency", "CurrencyCode"};
  Names products{"Products", "Items", "LineItems"};
  Names names{"Names", "ProductNames"};
  Names status{"Status", "State", "OrderStatus"};
  Names discount{"Discount", "TotalDiscount", "DiscountAmount"};
  friend bool operator==(const PurchaseGroup&, const PurchaseGroup&) = default;
};

// The web shop's `Order`, which is what Rule's integrations fill.
std::vector<PurchaseGroup> default_purchase_groups();

// From the setting `rule.purchase_groups`: [{"group":"Order","channel":"Webshop", and lists of names that differ}].
// Errors name the member ("rule.purchase_groups[0].total").
Result<std::vector<PurchaseGroup>> parse_purchase_groups(const json::value& value);

}  // namespace kassabro::rule
