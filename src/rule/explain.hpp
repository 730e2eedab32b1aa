#pragma once

#include <optional>

#include "app/account.hpp"
#include "domain/contact.hpp"
#include "domain/order.hpp"

namespace kassabro::rule {

// What would be sent to Rule, without sending it: {"calls":[{when, method, path, body, tags:[{tag, rule}],
// fields:[{key, type, value, rule}]}]}. With an order, what its completion sends; without, what registering the contact sends.
// No calls: nobody to tell of, the contact has neither e-mail nor phone.
// `when` tells the calls that are made once from those that are made each time. Errors: a fault in the account's settings.
Result<json::value> explain(const app::Account& account, const domain::Contact& contact,
                            const std::optional<domain::Order>& order);

}  // namespace kassabro::rule
