#pragma once

#include "app/customer_card.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "sitoo/spi/bonus_settings.hpp"

namespace kassabro::sitoo::spi {

// What of a customer's rewards a card shows: written straight into the answer's text, because a card is read at every search.

// Today by the calendar of the till's store. A card without bonus checks does not ask: then it is no day at all.
Date today_for(const app::CustomerCard& card, const app::Account& account, const app::CardSettings& settings,
               std::string_view store_id, Timestamp now);

// An array of the checks that may be used today and, if the account wants them, of those that are used up.
void append_bonus_checks(std::string& out, const std::vector<domain::BonusCheck>& checks, Date today,
                         const BonusSettings& settings);

struct PromotionKeys {
  std::string_view id;
  std::string_view type;
};

// An array of the account's offers; `redeemed` for one that this customer has used and may use once.
void append_promotions(std::string& out, const app::CustomerCard& card, const app::CardSettings& settings, PromotionKeys keys);

// An array of the passwords that activate campaigns: those of every customer, and the customer's own.
void append_voucher_passwords(std::string& out, const app::CustomerCard& card, const app::CardSettings& settings);

// A JSON array of texts.
void append_texts(std::string& out, const std::vector<std::string>& texts);

// The answer to a redemption and to its undoing: whose, the checks as they are now, the promotions.
std::string redeemed_text(const app::Redeemed& redeemed, std::string_view contact_key, const BonusSettings& settings);

}  // namespace kassabro::sitoo::spi
