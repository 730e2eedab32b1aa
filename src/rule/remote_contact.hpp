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

// Did a till once write that this person consents to e-mail or text messages?
bool was_consenting(const RuleNames& names, const std::vector<RemoteField>& fields);

}  // namespace kassabro::rule
