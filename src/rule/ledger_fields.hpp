#pragma once

#include <string>
#include <vector>

#include "app/account.hpp"
#include "domain/bonus_check.hpp"
#include "rule/field.hpp"

namespace kassabro::rule {

// A customer's bonus checks as they are to stand in Rule.
struct LedgerState {
  std::vector<domain::BonusCheck> checks;  // all of them
  std::vector<std::string> unread;         // entries of the field that nobody here could read: they stay
  bool list_is_ours = true;                // false: what stands in the field is no list, so it is left as it is
};

// The three fields of the contact group that tell of bonus checks. `today` in the account's zone.
std::vector<FieldValue> ledger_fields(const RuleNames& names, const app::Account& account, const LedgerState& state,
                                      Date today);

}  // namespace kassabro::rule
