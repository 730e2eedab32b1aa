#pragma once

#include <string>
#include <string_view>

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

// One subscriber with everything that is known: contact, tags, groups with fields and records, automations, suppressions
// (PAGES_API.md, "Rule"). JSON text, written by hand: a dump of 100,000 orders must take a second, not a minute.
std::string subscriber_card(Account& account, const Subscriber& subscriber, Timestamp now);

// {"account":{"id","name"},"groups":[...],"tags":[...],"subscribers":[card...],"transactionals":[...]} of all
// subscribers, or of those whose e-mail or phone is `only` ("" for all).
std::string dump_account(Account& account, std::string_view only, Timestamp now);

}  // namespace kassabro::sandbox::rule
