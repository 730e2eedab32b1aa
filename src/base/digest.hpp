#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace kassabro {

using Digest = std::array<std::uint8_t, 32>;

// BLAKE2b-256 under a secret key: equal texts have equal digests, and nobody without the key can tell a text from its digest.
// Looking a secret up by its keyed digest takes a time that tells nothing of the stored secrets.
class KeyedDigest {
 public:
  explicit KeyedDigest(const Digest& key) : key_(key) {}
  static KeyedDigest with_random_key();
  Digest of(std::string_view text) const;

 private:
  Digest key_;
};

struct DigestHash {
  std::size_t operator()(const Digest& digest) const {
    std::size_t hash = 0;
    std::memcpy(&hash, digest.data(), sizeof hash);
    return hash;
  }
};

}  // namespace kassabro
