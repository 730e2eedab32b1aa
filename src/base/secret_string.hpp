#pragma once

#include <sodium.h>

#include <string>
#include <string_view>
#include <utility>

namespace kassabro {

// A secret: cannot be printed or logged by accident, compares in constant time, is wiped when it goes.
class SecretString {
 public:
  SecretString() = default;
  explicit SecretString(std::string value) : value_(std::move(value)) {}
  SecretString(const SecretString&) = default;
  SecretString(SecretString&&) noexcept = default;
  SecretString& operator=(const SecretString&) = default;
  SecretString& operator=(SecretString&&) noexcept = default;
  ~SecretString() { sodium_memzero(value_.data(), value_.size()); }

  // The one way out; callers are the wire and the vault.
  const std::string& reveal() const { return value_; }
  bool empty() const { return value_.empty(); }

  friend bool operator==(const SecretString& a, const SecretString& b) {
    return a.value_.size() == b.value_.size() && sodium_memcmp(a.value_.data(), b.value_.data(), a.value_.size()) == 0;
  }

 private:
  std::string value_;
};

}  // namespace kassabro
