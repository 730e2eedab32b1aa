#include "store/key_file.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/error.hpp"
#include "base/text.hpp"

namespace kassabro::store {
namespace {

std::optional<Digest> parse_key(std::string_view hex) {
  Digest key{};
  std::size_t size = 0;
  if (hex.size() != key.size() * 2 ||
      sodium_hex2bin(key.data(), key.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0 || size != key.size())
    return std::nullopt;
  return key;
}

std::string hex_of(const Digest& key) {
  std::string hex(key.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), key.data(), key.size());
  hex.pop_back();
  return hex;
}

bool add_line(KeyFile& file, std::string_view line) {
  const auto blank = line.find(' ');
  const auto word = blank == std::string_view::npos ? std::string_view() : line.substr(0, blank);
  const auto key = parse_key(trimmed(blank == std::string_view::npos ? line : line.substr(blank)));
  if (!key) return false;
  if (word.empty())
    file.masters.push_back(*key);
  else if (word == "audit")
    file.audit.push_back(*key);
  else if (word == "next" && !file.next)
    file.next = key;
  else if (word == "digest" && !file.digest)
    file.digest = key;
  else
    return false;
  return true;
}

void write_whole(const std::string& path, const std::string& text, const std::string& named) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) throw InfrastructureFailure("The key file " + named + " cannot be created. Is the data folder writable?");
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  if (!written) throw InfrastructureFailure("The key file " + named + " cannot be written. Is the disk full?");
}

// A renamed file is on the disk when its folder is.
void sync_folder(const std::string& path) {
  const auto folder = std::filesystem::absolute(path).parent_path();
  const int file = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  const bool synced = file >= 0 && ::fsync(file) == 0;
  if (file >= 0) ::close(file);
  if (!synced) throw InfrastructureFailure("The folder " + folder.string() + " cannot be synced to the disk.");
}

}  // namespace

std::optional<KeyFile> parse_key_file(std::string_view text) {
  KeyFile file;
  std::istringstream in{std::string(text)};
  for (std::string line; std::getline(in, line);)
    if (const auto words = trimmed(line); !words.empty() && !add_line(file, words)) return std::nullopt;
  if (file.masters.empty()) return std::nullopt;
  return file;
}

std::string to_text(const KeyFile& file) {
  std::string text;
  if (file.next) text += "next " + hex_of(*file.next) + "\n";
  for (const auto& key : file.masters) text += hex_of(key) + "\n";
  for (const auto& key : file.audit) text += "audit " + hex_of(key) + "\n";
  if (file.digest) text += "digest " + hex_of(*file.digest) + "\n";
  return text;
}

void create_key_file(const std::string& path) {
  if (::access(path.c_str(), F_OK) == 0) return;
  KeyFile file;
  file.masters.push_back(random_key());
  write_whole(path, to_text(file), path);
}

KeyFile read_key_file(const std::string& path) {
  std::ifstream in(path);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto file = parse_key_file(text);
  if (!in.is_open() || !file)
    throw InfrastructureFailure("The key file " + path + " cannot be read, or is not 64 hexadecimal digits.");
  return std::move(*file);
}

void replace_key_file(const std::string& path, const KeyFile& file) {
  const auto fresh = path + ".new";
  std::error_code error;
  std::filesystem::remove(fresh, error);  // of somebody who was killed; may be open to others
  write_whole(fresh, to_text(file), path);
  std::filesystem::rename(fresh, path, error);
  if (error) throw InfrastructureFailure("The key file " + path + " cannot be replaced: " + error.message() + ".");
  sync_folder(path);
}

Digest random_key() {
  Digest key;
  randombytes_buf(key.data(), key.size());
  return key;
}

}  // namespace kassabro::store
