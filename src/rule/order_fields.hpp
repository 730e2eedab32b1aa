#pragma once

#include <vector>

#include "app/account.hpp"
#include "domain/order.hpp"
#include "rule/field.hpp"

namespace kassabro::rule {

// What a purchase is in Rule: one record of the historical group Sitoo-Order, and of Order where switched on. What the order
// does not tell is left out: a record is new each time, so there is nothing to clear.
std::vector<FieldValue> order_fields(const RuleNames& names, const app::Account& account, const domain::Order& order);

std::vector<FieldKey> order_keys(const RuleNames& names);
std::vector<FieldInfo> order_infos(const RuleNames& names);

// The field by which a record of a historical group is found again.
std::string_view order_id_field(Group group);

}  // namespace kassabro::rule
