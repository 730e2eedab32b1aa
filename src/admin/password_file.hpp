#pragma once

#include <string>

#include "base/result.hpp"
#include "base/secret_string.hpp"

namespace kassabro::admin {

// The password of the admin pages: its Argon2id hash, in a file of the data folder that only the owner may read. To set another
// one, delete the file: the next one who opens the pages chooses it.
class PasswordFile {
 public:
  explicit PasswordFile(std::string path) : path_(std::move(path)) {}

  bool exists() const;
  // Errors: `conflict` when there is one already; `invalid` (field "password") when it is too short or too long.
  // Takes about a tenth of a second and 64 MiB, like `matches`.
  Result<void> create(const SecretString& password) const;
  bool matches(const SecretString& password) const;

 private:
  std::string path_;
};

}  // namespace kassabro::admin
