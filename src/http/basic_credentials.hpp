#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/secret_string.hpp"

namespace kassabro::http {

// HTTP Basic (RFC 7617): a user without a colon, and a password.
struct BasicCredentials {
  std::string user;
  SecretString password;
};

// Base64 with padding. The bytes need not be text.
std::string encode_base64(std::string_view bytes);
// Base64 with or without padding, blanks passed over. Absent: it is none. The bytes need not be text.
std::optional<std::string> decode_base64(std::string_view text);

// The value of an `Authorization` header. Absent: another scheme, no base64, no colon in it, or no UTF-8: what is no text is
// nobody's name, and must not get into a query.
std::optional<BasicCredentials> parse_basic(std::string_view header);

// The header's value for these credentials.
std::string to_basic_header(const BasicCredentials& credentials);

}  // namespace kassabro::http
