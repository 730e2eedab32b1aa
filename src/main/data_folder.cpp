#include "main/data_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "base/ids.hpp"

namespace kassabro::main {
namespace {

std::string first_word(const std::string& path) {
  std::ifstream in(path);
  std::string word;
  in >> word;
  return word;
}

std::string second_line(const std::string& path) {
  std::ifstream in(path);
  std::string line;
  std::getline(in, line);
  line.clear();
  std::getline(in, line);
  return line;
}

void create_folder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw InfrastructureFailure("The data folder " + path + " cannot be made: " + error.message() + ".");
  std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
}

SecretString read_or_create_token(const std::string& path) {
  if (auto token = first_word(path); !token.empty()) return SecretString(std::move(token));
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, S_IRUSR | S_IWUSR);
  const auto token = random_hex(24);
  const bool written = file >= 0 && ::write(file, token.data(), token.size()) == static_cast<ssize_t>(token.size());
  if (file >= 0) ::close(file);
  if (!written)
    throw InfrastructureFailure("The file " + path + " cannot be written. Is the data folder writable, the disk full?");
  return SecretString(token);
}

}  // namespace

DataFolder::DataFolder(std::string path) : path_(std::move(path)) {
  create_folder(path_);
  const auto lock_path = path_ + "/kassabro.lock";
  lock_ = ::open(lock_path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (lock_ < 0) throw InfrastructureFailure("The data folder " + path_ + " cannot be written. Who owns it?");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    ::close(lock_);
    throw InfrastructureFailure("Another kassabro is running on the data folder " + path_ + ".");
  }
  forget_address();  // of a server that was killed
  admin_token_ = read_or_create_token(path_ + "/admin.token");
}

DataFolder::~DataFolder() {
  forget_address();
  ::close(lock_);
}

void DataFolder::forget_address() const {
  if (::ftruncate(lock_, 0) != 0) {
    // announce() or the next start writes it anew
  }
}

void DataFolder::announce(const std::string& admin_url, const std::string& settings) {
  const auto lines = admin_url + "\n" + settings + "\n";
  if (::pwrite(lock_, lines.data(), lines.size(), 0) != static_cast<ssize_t>(lines.size()))
    throw InfrastructureFailure("The lock file in " + path_ + " cannot be written. Is the disk full?");
}

std::optional<RunningServer> find_running_server(const std::string& data_dir) {
  const auto lock_path = data_dir + "/kassabro.lock";
  const int lock = ::open(lock_path.c_str(), O_RDONLY | O_CLOEXEC);
  if (lock < 0) return std::nullopt;
  const bool free = ::flock(lock, LOCK_SH | LOCK_NB) == 0;
  ::close(lock);
  const auto url = first_word(lock_path);
  if (free || url.empty()) return std::nullopt;
  return RunningServer{url, SecretString(first_word(data_dir + "/admin.token")), second_line(lock_path)};
}

}  // namespace kassabro::main
