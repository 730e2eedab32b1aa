#pragma once

#include "sitoo/spi/change_wire.hpp"
#include "sitoo/spi/reward_wire.hpp"

namespace kassabro::sitoo::spi::v1 {

// What an extended contact has besides: its rewards, as the till's store shows them today.
struct Extended {
  const app::CustomerCard& card;
  const app::CardSettings& card_settings;
  const BonusSettings& bonus;
  Date today;
};

// `crmcontact` as SEEN in the contract: every key present, "" for what is absent, in the order of the published example.
// Extended (null: plain) adds `bonuschecks` and `promotions` and fills `voucherpasswords`.
std::string contact_text(const domain::Contact& contact, const Extended* extended = nullptr);

// Reads a contact's body; unknown members are passed over. Errors name the member.
Result<domain::ContactChange> parse_contact_change(const json::value& body, EmptyText empty_text);

}  // namespace kassabro::sitoo::spi::v1
