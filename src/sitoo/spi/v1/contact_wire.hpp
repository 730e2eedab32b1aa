#pragma once

#include "base/json.hpp"
#include "domain/contact.hpp"

namespace kassabro::sitoo::spi::v1 {

enum class Extent { plain, extended };

// `crmcontact` as SEEN in the contract: every key present, "" for what is absent, in the order of the published example.
// Extended adds `bonuschecks` and `promotions`.
std::string contact_text(const domain::Contact& contact, Extent extent);

enum class EmptyText { is_absent, clears };

// Reads a contact's body; unknown members are passed over. Errors name the member.
Result<domain::ContactChange> parse_contact_change(const json::value& body, EmptyText empty_text);

}  // namespace kassabro::sitoo::spi::v1
