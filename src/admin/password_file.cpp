#include "admin/password_file.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <fstream>

#include "base/error.hpp"

namespace kassabro::admin {
namespace {

using Hash = std::array<char, crypto_pwhash_STRBYTES>;  // ends with zeros

Hash hash_of(const SecretString& password) {
  Hash hash{};
  const auto& text = password.reveal();
  if (crypto_pwhash_str(hash.data(), text.data(), text.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
    throw InfrastructureFailure("There is not enough memory to take the password.");
  return hash;
}

}  // namespace

bool PasswordFile::exists() const { return std::filesystem::exists(path_); }

Result<void> PasswordFile::create(const SecretString& password) const {
  const auto size = password.reveal().size();
  if (size < password_bytes_min || size > password_bytes_max)
    return fail(invalid("password", "Choose a password of at least 12 characters, and at most 256."));
  if (exists()) return fail(conflict("password", "There is a password already."));
  const auto hash = hash_of(password);
  // Of two who choose at the same moment only one may.
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return fail(conflict("password", "There is a password already, or its file cannot be written."));
  const std::string_view text(hash.data());
  const bool is_written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  if (is_written) return {};
  std::filesystem::remove(path_);
  return fail({ErrorCode::unavailable, "The password could not be stored.", "password"});
}

bool PasswordFile::matches(const SecretString& password) const {
  std::ifstream file(path_);
  std::string stored;
  if (!(file >> stored) || stored.size() >= Hash{}.size()) return false;
  Hash hash{};
  stored.copy(hash.data(), stored.size());
  return crypto_pwhash_str_verify(hash.data(), password.reveal().data(), password.reveal().size()) == 0;
}

}  // namespace kassabro::admin
