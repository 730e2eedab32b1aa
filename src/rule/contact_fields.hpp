#pragma once

#include <vector>

#include "app/account.hpp"
#include "domain/contact.hpp"
#include "rule/field.hpp"

namespace kassabro::rule {

// What a customer is in Rule: the groups Sitoo-Contact and Sitoo-Address, and Subscriber where switched on.
std::vector<FieldValue> contact_fields(const RuleNames& names, const app::Account& account, const domain::Contact& contact,
                                       Empty empty);

// All fields of those groups, as they are set up before the first customer.
std::vector<FieldKey> contact_keys(const RuleNames& names);
// The same, with what is put there.
std::vector<FieldInfo> contact_infos(const RuleNames& names);

}  // namespace kassabro::rule
