#pragma once

#include <string>
#include <vector>

#include "sandbox/sitoo/sale.hpp"

namespace kassabro::sandbox::sitoo {

// What a sale takes from the customer's card. The same words undo it.
struct Redemption {
  struct Piece {
    std::string check_id;
    Minor amount = 0;
    bool is_part = false;  // the rest of the check stays on the card
  };
  std::string receipt_id;
  std::vector<Piece> checks;
  std::vector<std::string> promotions;

  bool empty() const { return checks.empty() && promotions.empty(); }
};

// Takes promotions and then bonus checks off the rows, as much of a check as the basket needs. The CRM has the last word about
// what is on the card: a check that is spent already is sent all the same. Errors: a reward needs a customer who has it, and a
// basket that is not yet paid.
Result<Redemption> apply_rewards(std::vector<Line>& lines, const Sale& sale, const json::object* contact);

// Whole checks go as {"bonus_check_ids"}, and as {"bonus_checks":[{"bonus_check_id","amount"}]} once a part is among them.
json::object redeem_body(Spi spi, const Redemption& redemption);

}  // namespace kassabro::sandbox::sitoo
