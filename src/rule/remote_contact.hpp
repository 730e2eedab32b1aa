#pragma once

#include <vector>

#include "app/remote_directory.hpp"
#include "rule/answers.hpp"
#include "rule/names.hpp"

namespace kassabro::rule {

// A subscriber as a customer. Our own groups come first; for names and address a web shop's fields stand in
// (contracts section 11). What cannot be read is left empty, never an error. Consent is only what a till wrote: that a web
// shop sends somebody its letters says nothing about the shop's tills.
app::RemoteContact remote_contact(const RuleNames& names, const app::Account& account, const Subscriber& subscriber,
                                  const std::vector<RemoteField>& fields, Timestamp now);

// The customer's bonus checks as they stand in Rule (bonus_field.hpp).
std::optional<app::RemoteBonus> remote_bonus(const RuleNames& names, const app::Account& account,
                                             const std::vector<RemoteField>& fields);
// Does Rule show that this person used a bonus check once? By the date of the last use, which outlives an undone use.
bool shows_bonus_use(const RuleNames& names, const std::vector<RemoteField>& fields);

// Did a till once write that this person consents to e-mail or text messages?
bool was_consenting(const RuleNames& names, const std::vector<RemoteField>& fields);

}  // namespace kassabro::rule
