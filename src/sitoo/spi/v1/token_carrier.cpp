#include "sitoo/spi/v1/token_carrier.hpp"

#include <sodium.h>

#include <array>
#include <optional>

namespace kassabro::sitoo::spi::v1 {
namespace {

constexpr std::array<std::string_view, 6> token_headers{"X-API-Key", "X-Auth-Token", "apikey", "api-key", "Token", "X-API-Token"};

std::optional<std::string> base64_decoded(std::string_view text) {
  std::string out(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(out.data()), out.size(), text.data(), text.size(), "= ", &size, nullptr,
                        sodium_base64_VARIANT_ORIGINAL_NO_PADDING) != 0)
    return std::nullopt;
  out.resize(size);
  return out;
}

void add(std::vector<SecretString>& candidates, std::string_view text) {
  text = trimmed(text);
  if (!text.empty()) candidates.emplace_back(std::string(text));
}

// Not trimmed: a line break that was pasted along is told to the user, not hidden.
void add_exactly(std::vector<SecretString>& candidates, std::string_view text) {
  if (!text.empty()) candidates.emplace_back(std::string(text));
}

void add_basic(std::vector<SecretString>& candidates, std::string_view encoded) {
  if (const auto decoded = base64_decoded(encoded)) {
    const auto colon = decoded->find(':');
    if (colon != std::string::npos) {
      add_exactly(candidates, std::string_view(*decoded).substr(colon + 1));
      add_exactly(candidates, std::string_view(*decoded).substr(0, colon));
    }
    add_exactly(candidates, *decoded);
  }
  add(candidates, encoded);
}

}  // namespace

std::vector<SecretString> token_candidates(const http::Request& request) {
  std::vector<SecretString> candidates;
  if (const auto value = request.header("Authorization")) {
    const auto blank = value->find(' ');
    const auto scheme = value->substr(0, blank);
    const auto rest = blank == std::string_view::npos ? std::string_view{} : value->substr(blank + 1);
    if (equal_nocase(scheme, "Bearer") || equal_nocase(scheme, "Token"))
      add(candidates, rest);
    else if (equal_nocase(scheme, "Basic"))
      add_basic(candidates, trimmed(rest));
    else
      add(candidates, *value);
  }
  for (const auto name : token_headers)
    if (const auto value = request.header(name)) add(candidates, *value);
  return candidates;
}

}  // namespace kassabro::sitoo::spi::v1
