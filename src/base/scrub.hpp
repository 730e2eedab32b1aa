#pragma once

#include <string>
#include <string_view>

namespace kassabro {

// The error texts of others may repeat what was sent. E-mail addresses (percent-encoded ones too), numbers of five digits or more and anything in quotes become "…";
// at most 200 bytes are kept. What is left may be logged and shown (D15).
std::string without_personal_data(std::string_view text);

}  // namespace kassabro
