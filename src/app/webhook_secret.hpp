#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "app/account.hpp"

namespace kassabro::app {

// The segment of an account's webhook addresses that nobody can guess: nothing else tells who calls. It is made of the account's
// own password for the till, so it needs no room of its own, and changes with it. Copies of the database do not tell it.
SecretString webhook_secret(const Account& account);
// Whose a secret says it is; whether that is true, only comparing shows. Absent: no secret of ours.
std::optional<AccountId> account_in_secret(std::string_view secret);

// What the marketing platform tells, as the last segment of an address; one address for each, for its bodies do not say.
inline constexpr std::array<std::string_view, 7> webhook_events{"unsubscribe", "resubscribed", "opted-in",       "bounced",
                                                                "tag-added",   "tag-removed",  "import-finished"};

std::string webhook_address(std::string_view public_base_url, const Account& account, std::string_view event);

}  // namespace kassabro::app
