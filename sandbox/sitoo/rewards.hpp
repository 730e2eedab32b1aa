#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "sandbox/sitoo/money.hpp"

namespace kassabro::sandbox::sitoo {

// A bonus check as it stands on the customer's card, in any spelling of either generation (SPI contract, A.5 and B.2.2).
struct BonusCheck {
  std::string id, name, description, currency, valid_to, redeemed_at;
  Minor value = 0;
  Minor remaining = 0;  // the CRM's own figure; without one, the value until it is redeemed
  bool redeemed = false;
};

// A promotion on the card. `percent` is 0 unless its type is cart_percent, the one proven type (SPI contract, B.2.1).
struct Promotion {
  std::string id, name, description, type;
  std::int64_t percent = 0;
  bool redeemed = false;
};

std::vector<BonusCheck> bonus_checks_on(const json::object& contact);
std::optional<BonusCheck> find_bonus_check(const json::object& contact, std::string_view id);
std::vector<Promotion> promotions_on(const json::object& contact);
std::optional<Promotion> find_promotion(const json::object& contact, std::string_view id);

// How the till's page gets them (PAGES_API.md): SPI v1's spelling and what more is known.
json::object to_json(const BonusCheck& check);
json::object to_json(const Promotion& promotion);

}  // namespace kassabro::sandbox::sitoo
