#include "app/webhook_secret.hpp"

#include <fmt/format.h>
#include <sodium.h>

#include <charconv>

#include "base/digest.hpp"

namespace kassabro::app {
namespace {

constexpr std::size_t secret_bytes = 16;
constexpr char separator = '.';

}  // namespace

SecretString webhook_secret(const Account& account) {
  const auto key = KeyedDigest(Digest{}).of("webhook:" + account.basic_password.reveal());
  const auto digest = KeyedDigest(key).of(std::to_string(account.id));
  constexpr int form = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_ENCODED_LEN(secret_bytes, form), '\0');
  sodium_bin2base64(text.data(), text.size(), digest.data(), secret_bytes, form);
  text.pop_back();  // the terminating zero
  return SecretString(std::to_string(account.id) + separator + text);
}

std::optional<AccountId> account_in_secret(std::string_view secret) {
  const auto id = secret.substr(0, secret.find(separator));
  AccountId account = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + id.size(), account);
  if (error != std::errc{} || end != id.data() + id.size() || id.size() == secret.size()) return std::nullopt;
  return account;
}

std::string webhook_address(std::string_view public_base_url, const Account& account, std::string_view event) {
  return fmt::format("{}/rule/webhooks/{}/{}", public_base_url, webhook_secret(account).reveal(), event);
}

}  // namespace kassabro::app
