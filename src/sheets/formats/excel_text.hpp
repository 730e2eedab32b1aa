#pragma once

#include <string>
#include <string_view>

namespace kassabro::sheets::formats {

// What .xlsx writes as _xHHHH_ (ECMA-376, 22.4.2.4), "_x000D_" for a carriage return and "_x005F_" for an underscore that would
// begin such a thing, as the character it stands for. Anything else stays.
std::string unescaped(std::string text);

// Appends a character. Halves of a surrogate pair and what is beyond Unicode become U+FFFD.
void append_utf8(std::string& out, char32_t character);

// Appends UTF-16; joins pairs.
void append_utf16(std::string& out, std::u16string_view text);

}  // namespace kassabro::sheets::formats
