#pragma once

#include "app/account.hpp"
#include "sitoo/spi/bonus_settings.hpp"

namespace kassabro::sitoo::spi::v1 {

enum class UpdateAnswer { true_, contact, id };

// The account's member "sitoo_v1" of its settings: what the contract leaves open (part F). Besides these, "consents" is the
// list of the consents that are offered (sitoo/spi/offered_consents.hpp).
struct Settings {
  UpdateAnswer update_answer = UpdateAnswer::true_;  // "true", "contact", "id"; Sitoo's REST answers `true` to a PUT
  bool empty_text_clears = false;   // the till sends unused fields as "": by default they change nothing
  bool always_extended = false;     // bonus checks and promotions even when not asked for
  BonusSettings bonus = default_bonus_settings_v1();
  friend bool operator==(const Settings&, const Settings&) = default;
};

// Errors name the member ("sitoo_v1.update_answer"): unknown, or of another type.
Result<Settings> parse_settings(const json::object& own);

// Of an account whose settings were checked when they were saved; a member that cannot be read counts as not set.
Settings settings_of(const app::Account& account);

}  // namespace kassabro::sitoo::spi::v1
