#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/contact.hpp"

namespace kassabro::domain {

enum class KeyKind { email, phone, member_number, contact_id };

// A normalised exact key; two spellings of one phone number are equal keys.
struct CustomerKey {
  KeyKind kind;
  std::string text;
  friend bool operator==(const CustomerKey&, const CustomerKey&) = default;
};

// What a typed key may mean, likeliest first: an address is an e-mail, digits may be a phone, a member number or a contact id.
// Never a prefix of anything. `only`: a text that can be a key of this kind is nothing else; one that cannot be is read as if
// nothing had been said. Errors: empty, longer than 254 bytes, or an address that cannot exist.
Result<std::vector<CustomerKey>> parse_customer_key(std::string_view text, std::string_view country,
                                                    std::optional<KeyKind> only = std::nullopt);

// All keys by which a contact is found.
std::vector<CustomerKey> keys_of(const Contact& contact);

// "e:anna@shop.se": the form in which a key is stored and indexed.
std::string stored_form(const CustomerKey& key);

}  // namespace kassabro::domain
