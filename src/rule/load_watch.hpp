#pragma once

#include <map>
#include <optional>

#include "app/account.hpp"

namespace kassabro::rule {

// Which of the levels 50, 70, 90 and 100 % of Rule's limit an account has just come to: each is told once on the way up, and once more only
// after the account has been a tenth below it.
class LoadWatch {
 public:
  // `load`: as Governor::load. The level in percent; absent: nothing new.
  std::optional<int> rises(app::AccountId account, double load);

 private:
  std::map<app::AccountId, int> told_;
};

}  // namespace kassabro::rule
