#pragma once

#include "sitoo/spi/reward_wire.hpp"
#include "sitoo/spi/v2/settings.hpp"

namespace kassabro::sitoo::spi::v2 {

// For whom and when a card is shown.
struct Showing {
  const app::Account& account;
  const app::CardSettings& card_settings;
  const Settings& settings;
  Date today;  // by the calendar of the till's store; no day for a card without bonus checks
};

// The Customer object: the members that are SEEN in contract B.2.1 and those that are inferred there, each always present,
// "" for what is absent.
std::string customer_text(const app::CustomerCard& card, const Showing& showing);

}  // namespace kassabro::sitoo::spi::v2
