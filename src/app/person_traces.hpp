#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/customer_key.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// By what a person is found in what once came in: bodies, files' rows.
struct PersonTraces {
  std::vector<domain::CustomerKey> keys;  // all kinds, the contact id too
  std::vector<std::string> order_ids;     // of the person's purchases
  std::vector<domain::CustomerKey> former_keys = {};  // e-mail addresses and phones that were theirs, and are nobody else's
  std::string personal_number = {};  // a bare one (domain/personal_number.hpp); "": none is known
  friend bool operator==(const PersonTraces&, const PersonTraces&) = default;
};

PersonTraces traces_of(const domain::Contact& contact, std::vector<std::string> order_ids);

// The e-mail address and the phone on a purchase: where they are not the buyer's of today, they were then, unless they are somebody
// else's. No history of a customer keeps what was before a change, so the purchases are all that tells.
std::vector<domain::CustomerKey> keys_on(const domain::Order& order, std::string_view country);

// Those of the keys that the person does not have now, each once.
void add_former(PersonTraces& person, std::vector<domain::CustomerKey> keys);

// Is a text about the person? A JSON text by its values, whatever their members are called; member numbers and order ids only where a
// member's name speaks of such, since they are short numbers. Any other text when the e-mail address, the phone number, the personal
// number or the contact id stands in it. `country`: the account's, for the spellings of phone numbers.
bool mentions(std::string_view text, const PersonTraces& person, std::string_view country);

}  // namespace kassabro::app
