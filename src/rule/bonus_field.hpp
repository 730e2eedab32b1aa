#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/account.hpp"
#include "app/remote_directory.hpp"
#include "base/json.hpp"
#include "domain/bonus_check.hpp"

namespace kassabro::rule {

// The content of Sitoo-Contact.bonuschecks, the list of a customer's bonus checks (docs/mapping.md). Marketers write it by
// hand, by import and by other systems, so reading knows many spellings, and what it does not know is kept as it is.

// The fields of the contact group that the bonus ledger writes.
inline constexpr std::string_view bonus_field = "bonuschecks";
inline constexpr std::string_view bonus_left_field = "bonusleft";
inline constexpr std::string_view bonus_last_used_field = "bonuslastused";

// Absent: the field is missing, null or an empty text. An empty list is a list.
// A text that is no list is not readable. An entry that cannot be read is `unread`, with a fault in words without values.
std::optional<app::RemoteBonus> parse_bonus_field(const json::value& value, const app::Account& account);

// The list as it is written back, JSON text: first the checks that can be used or will be, the one that ends first in front;
// then the used and expired ones, newest first, as many as fit; then `unread` as it stood there. Withdrawn checks are left out:
// the marketer has taken them out. `today` in the account's zone.
std::string bonus_field_text(std::span<const domain::BonusCheck> checks, std::span<const std::string> unread,
                             const app::Account& account, Date today);

}  // namespace kassabro::rule
