#pragma once

#include "sitoo/spi/change_wire.hpp"

namespace kassabro::sitoo::spi::v2 {

// Reads a Customer's body. A member that is missing or null changes nothing, in an address too; unknown members, and those
// that only the answer has (status, promotions, sections ...), are passed over. Errors name the member
// ("invoice_address.zip").
Result<domain::ContactChange> parse_customer_change(const json::value& body, EmptyText empty_text);

}  // namespace kassabro::sitoo::spi::v2
