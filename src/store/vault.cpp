#include "store/vault.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <fstream>

#include "base/error.hpp"
#include "base/ids.hpp"

namespace kassabro::store {
namespace {

constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "kassabro";

Digest derive(const Digest& master, std::uint64_t number) {
  static_assert(sizeof(Digest) == crypto_kdf_KEYBYTES);
  Digest key;
  crypto_kdf_derive_from_key(key.data(), key.size(), number, context, master.data());
  return key;
}

void create_key_file(const std::string& path) {
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
  if (file < 0) throw InfrastructureFailure("The key file " + path + " cannot be created. Is the data folder writable?");
  const auto text = random_hex(32) + "\n";
  const bool written = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size()) && ::fsync(file) == 0;
  ::close(file);
  if (!written) throw InfrastructureFailure("The key file " + path + " cannot be written. Is the disk full?");
}

}  // namespace

Vault::Vault(const Digest& master_key)
    : seal_key_(derive(master_key, 1)), token_digest_(derive(master_key, 2)), audit_digest_(derive(master_key, 3)) {}

Vault Vault::open_or_create(const std::string& path) {
  if (::access(path.c_str(), F_OK) != 0) create_key_file(path);
  std::ifstream in(path);
  std::string hex;
  in >> hex;
  Digest master{};
  std::size_t size = 0;
  if (hex.size() != master.size() * 2 ||
      sodium_hex2bin(master.data(), master.size(), hex.data(), hex.size(), nullptr, &size, nullptr) != 0 ||
      size != master.size())
    throw InfrastructureFailure("The key file " + path + " cannot be read, or is not 64 hexadecimal digits.");
  return Vault(master);
}

std::string Vault::audit_seal(std::string_view seal_before, std::string_view entry) const {
  const auto digest = audit_digest_.of(std::string(seal_before) + "\n" + std::string(entry));
  std::string hex(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();
  return hex;
}

std::string Vault::seal(std::string_view secret) const {
  std::string out(crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size(), '\0');
  auto* bytes = reinterpret_cast<unsigned char*>(out.data());
  randombytes_buf(bytes, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char*>(secret.data()),
                        secret.size(), bytes, seal_key_.data());
  return out;
}

SecretString Vault::unseal(std::string_view sealed) const {
  constexpr auto overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  const auto* bytes = reinterpret_cast<const unsigned char*>(sealed.data());
  std::string out(sealed.size() < overhead ? 0 : sealed.size() - overhead, '\0');
  if (sealed.size() < overhead ||
      crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(out.data()), bytes + crypto_secretbox_NONCEBYTES,
                                 sealed.size() - crypto_secretbox_NONCEBYTES, bytes, seal_key_.data()) != 0)
    throw InfrastructureFailure("A stored secret cannot be opened: the key file does not belong to this database.");
  return SecretString(std::move(out));
}

}  // namespace kassabro::store
