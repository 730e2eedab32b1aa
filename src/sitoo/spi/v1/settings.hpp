#pragma once

#include <vector>

#include "app/account.hpp"

namespace kassabro::sitoo::spi::v1 {

enum class UpdateAnswer { true_, contact, id };

// The account's member "sitoo_v1" of its settings: what the contract leaves open (part F).
struct Settings {
  UpdateAnswer update_answer = UpdateAnswer::true_;  // Sitoo's REST answers `true` to a PUT
  bool empty_text_clears = false;   // the till sends unused fields as "": by default they change nothing
  bool always_extended = false;     // bonus checks and promotions even when not asked for
  json::array consents;             // crmconsent objects as they are shown at the till
};

Settings settings_of(const app::Account& account);

}  // namespace kassabro::sitoo::spi::v1
