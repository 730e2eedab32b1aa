#pragma once

#include <string>
#include <string_view>

namespace kassabro::receipt {

// The text as a QR code in SVG, dark on white whatever the page's colours are, with a title for screen readers (HTML-escaped
// here). Empty: the text is empty or too long for a code (some 2,000 bytes).
std::string qr_svg(std::string_view text, std::string_view title);

}  // namespace kassabro::receipt
