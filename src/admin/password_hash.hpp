#pragma once

#include <optional>
#include <string>

#include "base/error.hpp"
#include "base/secret_string.hpp"

namespace kassabro::admin {

inline constexpr std::size_t password_bytes_min = 12;
inline constexpr std::size_t password_bytes_max = 256;

// Too short or too long (field "password").
std::optional<Error> password_fault(const SecretString& password);

// Argon2id with its salt and settings, as a text. Takes about a tenth of a second and 64 MiB, like `matches_hash`.
std::string password_hash(const SecretString& password);
bool matches_hash(const std::string& hash, const SecretString& password);

}  // namespace kassabro::admin
