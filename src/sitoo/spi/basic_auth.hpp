#pragma once

#include <optional>
#include <string>

#include "base/secret_string.hpp"
#include "http/message.hpp"

namespace kassabro::sitoo::spi {

// Base64 with or without padding, blanks passed over; absent: it is none.
std::optional<std::string> base64_decoded(std::string_view text);

struct BasicCredentials {
  std::string user;
  SecretString password;
};

// `Authorization: Basic base64(user:password)`; absent: the request carries none, or one that cannot be read.
std::optional<BasicCredentials> basic_credentials(const http::Request& request);

}  // namespace kassabro::sitoo::spi
