#pragma once

#include <string>

#include "receipt/receipt.hpp"

namespace kassabro::receipt {

// A whole HTML5 document, to be sent with page_security_policy(): no script, nothing from elsewhere, not for search engines,
// readable on a phone and printed on A4.
std::string page_html(const Receipt& receipt);

enum class Notice { not_found, expired, wait };

// Instead of a receipt. Nothing is known of the reader, so it speaks both languages.
std::string notice_html(Notice notice);

}  // namespace kassabro::receipt
