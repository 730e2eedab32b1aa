#pragma once

#include "app/account.hpp"

namespace kassabro::app {

// The account's member "consent" of its settings: in which form the consents that tills take go to the marketing platform.
struct ConsentSettings {
  bool fields = true;         // accepts_email, accepts_sms, accepts_mail and acceptedconsents of the contact group
  bool suppressions = false;  // a channel that the customer declines is blocked there, and freed when they accept it again
  friend bool operator==(const ConsentSettings&, const ConsentSettings&) = default;
};

// Errors name the member ("consent.fields").
Result<ConsentSettings> parse_consent_settings(const json::object& own);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
ConsentSettings consent_settings_of(const Account& account);

}  // namespace kassabro::app
