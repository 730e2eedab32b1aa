#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "base/secret_string.hpp"

namespace kassabro::store {

// Seals secrets for the disk (libsodium secretbox), digests tokens and seals the audit log, with keys derived from one master key that lies
// outside of the database.
class Vault {
 public:
  explicit Vault(const Digest& master_key);

  // Reads the master key (64 hex digits) from `path`; makes the file, readable by its owner only, when there is none.
  // Throws InfrastructureFailure when it can be neither read nor made.
  static Vault open_or_create(const std::string& path);

  std::string seal(std::string_view secret) const;
  // Throws InfrastructureFailure when the text was sealed with another key, or altered.
  SecretString unseal(std::string_view sealed) const;
  // Of an entry of the audit log, and of all before it: 64 hexadecimal digits.
  std::string audit_seal(std::string_view seal_before, std::string_view entry) const;
  Digest token_digest(std::string_view token) const { return token_digest_.of(token); }

 private:
  Digest seal_key_;
  KeyedDigest token_digest_;
  KeyedDigest audit_digest_;
};

}  // namespace kassabro::store
