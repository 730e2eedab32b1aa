#pragma once

#include "sitoo/spi/v2/customer_out.hpp"

namespace kassabro::sitoo::spi::v2 {

// "Custom Sections" of the customer card (contract B.2, row 10), from the account's card settings: an array of {title, values
// of {title, text, type}}. Lines without a text are left out, and sections without a line.
void append_sections(std::string& out, const app::CustomerCard& card, const Showing& showing);

}  // namespace kassabro::sitoo::spi::v2
