#pragma once

#include "app/consent_ledger.hpp"
#include "app/tables.hpp"

namespace kassabro::app {

// The messages that tell integrators of a change, made in its transaction. An account without endpoints, which is most of them, costs one
// look at a number that is in memory.
inline bool tells(const Account& account, MessageType type) { return account.told_types.has(type); }

// `before`: the order as it was known, absent when it is new. It is told once, when it is complete.
void tell_order(Tables& tables, const Account& account, const domain::Order& order, const std::optional<StoredOrder>& before,
                Timestamp now);
void tell_registered(Tables& tables, const Account& account, const domain::Contact& contact, const Origin& origin,
                     Timestamp now);
// Nothing when nobody's consents have changed.
void tell_consent(Tables& tables, const Account& account, const domain::Contact& before, const domain::Contact& after,
                  const ToldConsents& told, const Origin& origin, Timestamp chosen_at, Timestamp now);
// `check` as it is afterwards; `type`: bonus_check_redeemed or bonus_check_redemption_undone.
void tell_redemption(Tables& tables, const Account& account, MessageType type, domain::ContactId owner,
                     const domain::BonusCheck& check, const domain::Redemption& redemption, const Origin& origin,
                     Timestamp now);

}  // namespace kassabro::app
