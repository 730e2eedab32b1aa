#include "http/basic_credentials.hpp"

#include <sodium.h>

#include "base/text.hpp"

namespace kassabro::http {

std::optional<BasicCredentials> parse_basic(std::string_view header) {
  header = trimmed(header);
  const auto blank = header.find(' ');
  if (blank == std::string_view::npos || !equal_nocase(header.substr(0, blank), "Basic")) return std::nullopt;
  const auto encoded = trimmed(header.substr(blank));
  std::string decoded(encoded.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(decoded.data()), decoded.size(), encoded.data(), encoded.size(), "= ",
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
    return std::nullopt;
  decoded.resize(size);
  const auto colon = decoded.find(':');
  if (colon == std::string::npos) return std::nullopt;
  return BasicCredentials{decoded.substr(0, colon), SecretString(decoded.substr(colon + 1))};
}

std::string to_basic_header(const BasicCredentials& credentials) {
  const std::string plain = credentials.user + ":" + credentials.password.reveal();
  std::string encoded(sodium_base64_ENCODED_LEN(plain.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(encoded.data(), encoded.size(), reinterpret_cast<const unsigned char*>(plain.data()), plain.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  encoded.pop_back();  // sodium ends it as a C string
  return "Basic " + encoded;
}

}  // namespace kassabro::http
