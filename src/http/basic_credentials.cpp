#include "http/basic_credentials.hpp"

#include <sodium.h>

#include "base/text.hpp"
#include "base/utf8.hpp"

namespace kassabro::http {

std::string encode_base64(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // sodium ends it as a C string
  return text;
}

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), "= ", &size,
                        nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
    return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<BasicCredentials> parse_basic(std::string_view header) {
  header = trimmed(header);
  const auto blank = header.find(' ');
  if (blank == std::string_view::npos || !equal_nocase(header.substr(0, blank), "Basic")) return std::nullopt;
  const auto decoded = decode_base64(trimmed(header.substr(blank)));
  const auto colon = decoded ? decoded->find(':') : std::string::npos;
  if (colon == std::string::npos || !is_utf8(*decoded)) return std::nullopt;
  return BasicCredentials{decoded->substr(0, colon), SecretString(decoded->substr(colon + 1))};
}

std::string to_basic_header(const BasicCredentials& credentials) {
  return "Basic " + encode_base64(credentials.user + ":" + credentials.password.reveal());
}

}  // namespace kassabro::http
