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

// The value of an `Authorization` header. Absent: another scheme, no base64 (its padding may be missing), no colon in it.
std::optional<BasicCredentials> parse_basic(std::string_view header);

// The header's value for these credentials.
std::string to_basic_header(const BasicCredentials& credentials);

}  // namespace kassabro::http
