#pragma once

#include <string>
#include <string_view>

#include "receipt/receipt.hpp"

// A receipt as it is sent. `link` is the address of its page; where it is empty, nothing points there.
namespace kassabro::receipt {

// "Kvitto från Shop": one line.
std::string mail_subject(const Receipt& receipt);

// A whole HTML document as mail programs show it: tables, styles on the elements, nothing to be fetched from elsewhere.
std::string mail_html(const Receipt& receipt, std::string_view link);

// The same in plain text of 48 columns, for the mail's other part.
std::string plain_text(const Receipt& receipt, std::string_view link);

// "Shop: Kvitto 1 234,50 kr https://…": one line in the alphabet of an SMS, as far as the shop's name is.
std::string sms_text(const Receipt& receipt, std::string_view link);

}  // namespace kassabro::receipt
