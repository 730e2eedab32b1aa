#pragma once

#include <string>
#include <vector>

#include "app/account.hpp"
#include "base/json.hpp"

namespace kassabro::receipt {

// The member `receipt` of an account's settings.
struct Settings {
  std::string shop;                  // the shop's name on receipts; empty: the account's
  std::vector<std::string> details;  // address, company number: at most 8 lines below the name
  std::string from_email;            // sender of mails; empty: the one of the Rule account
  friend bool operator==(const Settings&, const Settings&) = default;
};

// `send` and `consent` are app/receipt_sending.hpp's, and checked too. Errors name the setting as `receipt.details[2]`.
Result<Settings> parse_settings(const json::object& own);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
Settings settings_of(const app::Account& account);

}  // namespace kassabro::receipt
