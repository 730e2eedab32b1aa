#include "admin/password_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "admin/password_hash.hpp"

namespace kassabro::admin {

bool PasswordFile::exists() const { return std::filesystem::exists(path_); }

Result<void> PasswordFile::create(const SecretString& password) const {
  if (auto fault = password_fault(password)) return fail(std::move(*fault));
  if (exists()) return fail(conflict("password", "There is a password already."));
  const auto text = password_hash(password);
  // Of two who choose at the same moment only one may.
  const int file = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) return fail(conflict("password", "There is a password already, or its file cannot be written."));
  const bool is_written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  if (is_written) return {};
  std::filesystem::remove(path_);
  return fail({ErrorCode::unavailable, "The password could not be stored.", "password"});
}

bool PasswordFile::matches(const SecretString& password) const {
  std::ifstream file(path_);
  std::string stored;
  return file >> stored && matches_hash(stored, password);
}

}  // namespace kassabro::admin
