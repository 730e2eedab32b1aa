#pragma once

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/result.hpp"

namespace kassabro::app {

// What a till of SPI v2 asks of the cashier; Sitoo's own names of keys and fields (contracts of Sitoo SPI, B.3).
inline constexpr std::array<std::string_view, 4> till_search_types{"mobile", "email", "personal_id", "member_number"};
inline constexpr std::array<std::string_view, 9> till_fields{
    "email", "name", "personal_id", "mobile", "invoice_address", "accepts_email", "accepts_sms", "accepts_mail", "consents"};

// The member "till" of an account's settings "sitoo_v2". A field that is hidden is not written.
struct TillSettings {
  std::string title = "Rule";
  std::vector<std::string> search_types{"mobile", "email", "member_number"};
  std::map<std::string, std::string> fields_add;   // field to "editable"
  std::map<std::string, std::string> fields_edit;  // field to "editable" or "readonly"
  friend bool operator==(const TillSettings&, const TillSettings&) = default;
};

// Errors name the member ("sitoo_v2.till.fields_add.email").
Result<TillSettings> parse_till_settings(const json::value& value);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
TillSettings till_settings_of(const Account& account);

}  // namespace kassabro::app
