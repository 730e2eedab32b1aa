#pragma once

#include "app/card_settings.hpp"
#include "app/redeem_bonus_checks.hpp"

namespace kassabro::app {

// The uses of promotions are kept as redemptions, as those of bonus checks are, under this id.
std::string promotion_key(std::string_view promotion_id);

// Errors: `not_found` for a promotion that the account does not offer, `conflict` for one that was used in another purchase.
Result<void> use_promotions(Tables& tables, const Account& account, const CardSettings& settings, domain::ContactId contact,
                            const RedeemRequest& request, Timestamp now);
// The account's offers that this customer used under the receipt.
std::vector<std::string> promotions_of_receipt(Tables& tables, const Account& account, const CardSettings& settings,
                                               domain::ContactId contact, const std::string& receipt);
void undo_promotions(Tables& tables, const Account& account, domain::ContactId contact, const RedeemRequest& request,
                     Timestamp now);

}  // namespace kassabro::app
