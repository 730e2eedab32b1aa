#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// One check that a till wants to use. No amount: all that is left.
struct BonusCheckUse {
  std::string check_id;
  std::string amount;    // money text; "" is all that is left
  std::string currency;  // "" when the till does not say
  std::string field;     // the caller's name of this entry ("bonus_check_ids[0]"), for errors
  bool whole_value_is_all = false;  // the till was shown the check's value and sends it back: then all that is left is meant
};

struct RedeemRequest {
  std::string contact_id;  // as the till writes it; "" when it does not say whose the checks are
  std::vector<BonusCheckUse> checks;
  std::vector<std::string> promotion_ids;
  std::string receipt;  // receipt id, else order or transaction id; "" when the till names none
};

struct Redeemed {
  domain::ContactId contact = 0;
  std::vector<domain::BonusCheck> checks;  // as they are afterwards, in the request's order
  std::vector<std::string> promotion_ids;
};

// Spends bonus checks: all of a request or none, in one durable transaction, so that no two tills spend one check twice.
class RedeemBonusChecks {
 public:
  RedeemBonusChecks(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // The same check under the same receipt is the same use, and is answered as the first time. Without a receipt nothing can
  // be the same. Errors name the caller's field: `not_found` for an unknown customer, check or promotion (another
  // customer's too); `conflict` when a check is used up, expired, withdrawn or not valid yet, or was used under this
  // receipt with another amount; `invalid` for an amount over what is left or in another currency, a check named twice, or a
  // request that names nothing.
  Async<Result<Redeemed>> operator()(const Account& account, RedeemRequest request, Origin origin);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

// Takes a redemption back, when the purchase was not made after all.
class UndoRedemption {
 public:
  UndoRedemption(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // When the request names only a receipt: all that was used under it. Undoing what is undone, or was never used, changes
  // nothing and is no error. Errors: as above for unknown ones; `conflict` when the purchase was completed: then only its
  // return gives the check back.
  Async<Result<Redeemed>> operator()(const Account& account, RedeemRequest request, Origin origin);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
