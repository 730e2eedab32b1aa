#include "sitoo/spi/basic_auth.hpp"

#include <sodium.h>

#include "base/utf8.hpp"

namespace kassabro::sitoo::spi {

std::optional<std::string> base64_decoded(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), "= ", &size,
                        nullptr, sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
    return std::nullopt;
  out.resize(size);
  return out;
}

std::optional<BasicCredentials> basic_credentials(const http::Request& request) {
  constexpr std::string_view scheme = "Basic ";
  const auto value = request.header("Authorization").value_or("");
  if (value.size() < scheme.size() || !equal_nocase(value.substr(0, scheme.size()), scheme)) return std::nullopt;
  const auto decoded = base64_decoded(trimmed(value.substr(scheme.size())));
  const auto colon = decoded ? decoded->find(':') : std::string::npos;
  // What is no text is nobody's name, and must not get into a query.
  if (colon == std::string::npos || !is_utf8(*decoded)) return std::nullopt;
  return BasicCredentials{decoded->substr(0, colon), SecretString(decoded->substr(colon + 1))};
}

}  // namespace kassabro::sitoo::spi
