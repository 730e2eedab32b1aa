#pragma once

#include <string>
#include <string_view>

namespace kassabro::receipt {

// Appends a text from outside so that HTML and attributes show it as it is: & < > " ' become references, and control
// characters and marks that turn the direction of what follows become blanks.
void append_escaped(std::string& out, std::string_view text);

std::string escaped(std::string_view text);

// The same for plain text: one line, no control characters.
std::string one_line(std::string_view text);

}  // namespace kassabro::receipt
