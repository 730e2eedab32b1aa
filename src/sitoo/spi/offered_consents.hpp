#pragma once

#include <string>
#include <vector>

#include "app/account.hpp"

namespace kassabro::sitoo::spi {

// A consent that the shop asks for at the till.
struct OfferedConsent {
  std::string id;
  std::string name;
  std::string description;
  bool value = false;  // its state when a contact is added
};

// An array of at most 100 objects in the words of either version (`consentid` or `consent_id`). Errors name the member.
Result<std::vector<OfferedConsent>> parse_offered_consents(const json::value& value, const std::string& where);

// The account's list: "consents" of the first of these members of its settings that has one.
std::vector<OfferedConsent> offered_consents(const app::Account& account, std::initializer_list<std::string_view> members);

// `id_key`: what the version calls the id.
std::string consents_text(const std::vector<OfferedConsent>& consents, std::string_view id_key);

}  // namespace kassabro::sitoo::spi
