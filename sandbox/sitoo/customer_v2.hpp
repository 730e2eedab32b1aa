#pragma once

#include <string>
#include <string_view>

#include "base/json.hpp"

namespace kassabro::sandbox::sitoo {

// SPI v2's Customer (SPI contract, B.2.1) against the one shape that the till and its page know: SPI v1's contact. The
// country is "SE" in v2 and "se" in v1.

// The v1 keys of what the customer has, and v2's own `status`, `sections` and `additional_options` as they are.
json::object contact_of_customer(const json::object& customer);

// The body of POST /customers: what the cashier filled in.
json::object customer_of_contact(const json::object& contact);

// The body of PUT /customers/{id}: only what changed. An address and accepts_communication are one value each in v2, so they
// are sent whole, laid over what `current` says.
json::object customer_of_changes(const json::object& changes, const json::object& current);

// "name_first" or "invoice_address.zip", as a CRM names a wrong field, under the page's own name; what is unknown stays.
std::string contact_field_of(std::string_view customer_field);

}  // namespace kassabro::sandbox::sitoo
