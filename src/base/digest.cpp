#include "base/digest.hpp"

#include <sodium.h>

namespace kassabro {

KeyedDigest KeyedDigest::with_random_key() {
  Digest key;
  randombytes_buf(key.data(), key.size());
  return KeyedDigest(key);
}

Digest KeyedDigest::of(std::string_view text) const {
  Digest digest;
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                     key_.data(), key_.size());
  return digest;
}

}  // namespace kassabro
