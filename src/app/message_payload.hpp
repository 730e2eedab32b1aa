#pragma once

#include <optional>
#include <string>

#include "app/account.hpp"
#include "app/consent_ledger.hpp"
#include "app/message_type.hpp"
#include "app/origin.hpp"
#include "base/json.hpp"
#include "domain/bonus_check.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// What integrators read (docs/webhooks.md). Pure. Amounts are texts with the currency's decimals, signed as on the receipt; ids are texts.

// {"type","timestamp","data"}
std::string payload_text(MessageType type, Timestamp at, json::object data);

json::object order_data(const Account& account, const domain::Order& order, const std::optional<domain::Contact>& buyer);
json::object registered_data(const Account& account, const domain::Contact& contact, const Origin& origin);
json::object consent_data(const Account& account, const domain::Contact& before, const domain::Contact& after,
                          const ToldConsents& told, const Origin& origin, Timestamp chosen_at);
// `check` as it is afterwards. Of a use, and of one that was undone.
json::object redemption_data(const Account& account, const std::optional<domain::Contact>& owner,
                             const domain::BonusCheck& check, const domain::Redemption& redemption, const Origin& origin);
json::object test_data(const Account& account, std::int64_t endpoint);

}  // namespace kassabro::app
