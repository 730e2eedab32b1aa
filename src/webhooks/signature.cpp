#include "webhooks/signature.hpp"

#include <sodium.h>

#include <array>

#include "base/error.hpp"

namespace kassabro::webhooks {
namespace {

constexpr std::string_view secret_prefix = "whsec_";

SecretString key_of(const SecretString& secret) {
  const std::string_view text = secret.reveal();
  std::string key(text.size(), '\0');
  std::size_t length = 0;
  const bool is_secret =
      text.starts_with(secret_prefix) &&
      sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), text.data() + secret_prefix.size(),
                        text.size() - secret_prefix.size(), nullptr, &length, nullptr, sodium_base64_VARIANT_ORIGINAL) == 0;
  if (!is_secret || length == 0) throw InfrastructureFailure("The secret of a webhook endpoint cannot be read.");
  key.resize(length);
  return SecretString(std::move(key));
}

void add(crypto_auth_hmacsha256_state& state, std::string_view text) {
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
}

}  // namespace

std::string seconds_text(Timestamp at) {
  return std::to_string(std::chrono::floor<std::chrono::seconds>(at).time_since_epoch().count());
}

std::string signature(const SecretString& secret, std::string_view message_id, Timestamp at, std::string_view body) {
  const auto key = key_of(secret);
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key.reveal().data()), key.reveal().size());
  add(state, message_id);
  add(state, ".");
  add(state, seconds_text(at));
  add(state, ".");
  add(state, body);
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> digest{};
  crypto_auth_hmacsha256_final(&state, digest.data());
  sodium_memzero(&state, sizeof state);
  std::string text(sodium_base64_encoded_len(digest.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the zero at its end
  return "v1," + text;
}

std::string signatures(const app::Endpoint& endpoint, std::string_view message_id, Timestamp at, std::string_view body) {
  auto text = signature(endpoint.secret, message_id, at, body);
  const bool has_old = !endpoint.old_secret.empty() && endpoint.old_secret_ends_at && at < *endpoint.old_secret_ends_at;
  if (has_old) text += " " + signature(endpoint.old_secret, message_id, at, body);
  return text;
}

}  // namespace kassabro::webhooks
