#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/customer_key.hpp"

namespace kassabro::app {

// By what an erased person is found in what once came in: bodies, files' rows.
struct PersonTraces {
  std::vector<domain::CustomerKey> keys;  // all kinds, the contact id too
  std::vector<std::string> order_ids;     // of the person's purchases
  friend bool operator==(const PersonTraces&, const PersonTraces&) = default;
};

PersonTraces traces_of(const domain::Contact& contact, std::vector<std::string> order_ids);

// Is a text about the person? A JSON text by its values, whatever their members are called; member numbers and order ids only where a
// member's name speaks of such, since they are short numbers. Any other text when the e-mail address or the phone number stands in it.
// `country`: the account's, for the spellings of phone numbers.
bool mentions(std::string_view text, const PersonTraces& person, std::string_view country);

}  // namespace kassabro::app
