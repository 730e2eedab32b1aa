#include "sitoo/spi/v1/token_carrier.hpp"

#include <algorithm>
#include <array>

#include "http/basic_credentials.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

constexpr std::array<std::string_view, 6> token_headers{"X-API-Key", "X-Auth-Token", "apikey",
                                                        "api-key",   "Token",        "X-API-Token"};

void add(std::vector<SecretString>& candidates, std::string_view text) {
  text = trimmed(text);
  if (!text.empty()) candidates.emplace_back(std::string(text));
}

// Not trimmed: a line break that was pasted along is told to the user, not hidden.
void add_exactly(std::vector<SecretString>& candidates, std::string_view text) {
  if (!text.empty()) candidates.emplace_back(std::string(text));
}

// A token that happens to be base64 by itself "decodes" to bytes that nobody typed. A line break alone does not make it so:
// that one was pasted along.
bool was_typed(std::string_view text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  const auto is_line_break = [](char c) { return c == '\n' || c == '\r' || c == '\t'; };
  if (std::ranges::any_of(text, [&](char c) { return is_control(c) && !is_line_break(c); })) return false;
  const bool is_ascii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_ascii || std::ranges::none_of(text, is_line_break);
}

void add_basic(std::vector<SecretString>& candidates, std::string_view encoded) {
  if (const auto decoded = http::decode_base64(encoded); decoded && was_typed(*decoded)) {
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
