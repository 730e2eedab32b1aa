#pragma once

#include "app/account.hpp"
#include "sitoo/spi/bonus_settings.hpp"

namespace kassabro::sitoo::spi::v2 {

enum class AddAnswer { customer, id };
enum class UpdateAnswer { customer, true_ };

// The account's member "sitoo_v2" of its settings: what the contract leaves open (B.2.2, part F). Besides these, "consents" is
// the list of the consents that are offered; without it v1's counts (sitoo/spi/offered_consents.hpp). \"till\" is what the till asks of
// the cashier (app/till_settings.hpp).
struct Settings {
  AddAnswer add_answer = AddAnswer::customer;  // "customer", or "id" for {"customer_id":...}
  UpdateAnswer update_answer = UpdateAnswer::customer;  // "customer" or "true"
  bool empty_text_clears = false;  // otherwise an empty text changes nothing, as on v1
  std::string stale_text = "May be out of date: the customer register does not answer.";  // beside a yellow status
  BonusSettings bonus = default_bonus_settings_v2();
  friend bool operator==(const Settings&, const Settings&) = default;
};

// Errors name the member ("sitoo_v2.add_answer"): unknown, or of another type.
Result<Settings> parse_settings(const json::object& own);

// Of an account whose settings were checked when they were saved; a member that cannot be read counts as not set.
Settings settings_of(const app::Account& account);

}  // namespace kassabro::sitoo::spi::v2
