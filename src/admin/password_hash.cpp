#include "admin/password_hash.hpp"

#include <sodium.h>

#include <array>

namespace kassabro::admin {
namespace {

using Hash = std::array<char, crypto_pwhash_STRBYTES>;  // ends with zeros

}  // namespace

std::optional<Error> password_fault(const SecretString& password) {
  const auto size = password.reveal().size();
  if (size >= password_bytes_min && size <= password_bytes_max) return std::nullopt;
  return invalid("password", "Choose a password of at least 12 characters, and at most 256.");
}

std::string password_hash(const SecretString& password) {
  Hash hash{};
  const auto& text = password.reveal();
  if (crypto_pwhash_str(hash.data(), text.data(), text.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw InfrastructureFailure("There is not enough memory to take the password.");
  return hash.data();
}

bool matches_hash(const std::string& hash, const SecretString& password) {
  Hash padded{};
  if (hash.empty() || hash.size() >= padded.size()) return false;
  hash.copy(padded.data(), hash.size());
  return crypto_pwhash_str_verify(padded.data(), password.reveal().data(), password.reveal().size()) == 0;
}

}  // namespace kassabro::admin
