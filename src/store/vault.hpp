#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "app/key_ring.hpp"
#include "base/digest.hpp"
#include "base/secret_string.hpp"
#include "store/key_file.hpp"

namespace kassabro::store {

// Seals secrets for the disk (libsodium secretbox), digests tokens and seals the audit log, with keys derived from master keys that lie
// outside of the database. What is sealed bears the name of its key; copies share the keys. Thread-safe.
class Vault {
 public:
  explicit Vault(const Digest& master_key);

  // Reads the key file at `path`; makes it, readable by its owner only, when there is none. A file that changes, because a key is being
  // exchanged, is read again within a second, unless it belongs to another database.
  // Throws InfrastructureFailure when it can be neither read nor made.
  static Vault open_or_create(const std::string& path);

  std::string seal(std::string_view secret) const;
  // Throws InfrastructureFailure when the text was sealed with another key, or altered.
  SecretString unseal(std::string_view sealed) const;
  // What everything begins with that the newest key seals.
  std::string sealed_prefix() const;
  // Of an entry of the audit log, and of all before it: 64 hexadecimal digits.
  std::string audit_seal(std::string_view seal_before, std::string_view entry) const;
  // Was this seal made with one of the keys that there are, or were?
  bool is_audit_seal(std::string_view seal, std::string_view seal_before, std::string_view entry) const;
  // The same whatever keys are exchanged: tokens that only their digests are kept of must go on being found.
  Digest token_digest(std::string_view token) const;

  app::KeyRing& ring() const;

 private:
  class Keys;
  class Ring;
  explicit Vault(std::shared_ptr<Ring> ring) : ring_(std::move(ring)) {}

  std::shared_ptr<Ring> ring_;
};

}  // namespace kassabro::store
