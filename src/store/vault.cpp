#include "store/vault.hpp"

#include <sodium.h>
#include <sys/stat.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <ranges>
#include <utility>

#include "base/error.hpp"

namespace kassabro::store {
namespace {

constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "kassabro";
constexpr std::string_view mark = "KSv2";  // before the key's name; what has none was sealed before keys had names
constexpr std::size_t name_bytes = 4;
constexpr std::chrono::milliseconds look_every{1'000};
enum Purpose : std::uint64_t { sealing = 1, tokens = 2, auditing = 3, naming = 4 };

Digest derive(const Digest& master, Purpose purpose) {
  static_assert(sizeof(Digest) == crypto_kdf_KEYBYTES);
  Digest key;
  crypto_kdf_derive_from_key(key.data(), key.size(), purpose, context, master.data());
  return key;
}

std::string hex_of(std::string_view bytes) {
  std::string hex(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  hex.pop_back();
  return hex;
}

std::string_view bytes_of(const Digest& digest) { return {reinterpret_cast<const char*>(digest.data()), digest.size()}; }

std::string name_of(const Digest& master) { return std::string(bytes_of(derive(master, naming)).substr(0, name_bytes)); }

std::string audit_text(const KeyedDigest& key, std::string_view seal_before, std::string_view entry) {
  return hex_of(bytes_of(key.of(std::string(seal_before) + "\n" + std::string(entry))));
}

std::optional<std::string> open_box(std::string_view box, const Digest& key) {
  constexpr auto overhead = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
  if (box.size() < overhead) return std::nullopt;
  const auto* bytes = reinterpret_cast<const unsigned char*>(box.data());
  std::string out(box.size() - overhead, '\0');
  if (crypto_secretbox_open_easy(reinterpret_cast<unsigned char*>(out.data()), bytes + crypto_secretbox_NONCEBYTES,
                                 box.size() - crypto_secretbox_NONCEBYTES, bytes, key.data()) != 0)
    return std::nullopt;
  return out;
}

// Equal as long as the file was neither replaced nor written to.
struct FileMark {
  ino_t number = 0;
  off_t size = 0;
  std::int64_t seconds = 0, nanoseconds = 0;
  bool operator==(const FileMark&) const = default;
};

FileMark mark_of(const std::string& path) {
  struct stat status{};
  if (path.empty() || ::stat(path.c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

}  // namespace

// What a key file makes possible. Never changed: another file is other keys.
class Vault::Keys {
 public:
  explicit Keys(KeyFile file)
      : file_(std::move(file)), token_digest_(file_.digest ? *file_.digest : derive(file_.masters.back(), tokens)) {
    if (file_.next) add(*file_.next);
    for (const auto& master : file_.masters) add(master);
    for (const auto& key : file_.audit) audit_.emplace_back(key);
    newest_ = file_.next ? 1 : 0;
  }

  const KeyFile& file() const { return file_; }
  const KeyedDigest& token_digest() const { return token_digest_; }
  const KeyedDigest& audit_digest() const { return audit_[newest_]; }
  const std::vector<KeyedDigest>& audit_digests() const { return audit_; }
  const Digest& seal_key() const { return boxes_[newest_].key; }
  std::string prefix() const { return std::string(mark) + boxes_[newest_].name; }

  std::optional<std::string> open(std::string_view sealed) const {
    if (sealed.starts_with(mark))
      for (const auto& box : boxes_)
        if (sealed.substr(mark.size()).starts_with(box.name))
          if (auto text = open_box(sealed.substr(mark.size() + name_bytes), box.key)) return text;
    for (const auto& box : boxes_)
      if (auto text = open_box(sealed, box.key)) return text;
    return std::nullopt;
  }

 private:
  struct Box {
    std::string name;
    Digest key;
  };

  void add(const Digest& master) {
    boxes_.push_back({name_of(master), derive(master, sealing)});
    audit_.emplace_back(derive(master, auditing));
  }

  KeyFile file_;
  KeyedDigest token_digest_;
  std::vector<Box> boxes_;           // in the file's order
  std::vector<KeyedDigest> audit_;   // likewise, then those of keys that are gone
  std::size_t newest_ = 0;           // seals
};

class Vault::Ring final : public app::KeyRing {
 public:
  Ring(KeyFile file, std::string path) : path_(std::move(path)), held_(std::make_shared<const Keys>(std::move(file))) {}

  // Of the file as it was at most a second ago.
  std::shared_ptr<const Keys> keys() {
    const auto now = std::chrono::steady_clock::now().time_since_epoch().count();
    auto due = next_look_.load();
    if (!path_.empty() && now >= due &&
        next_look_.compare_exchange_strong(due, now + std::chrono::steady_clock::duration(look_every).count()))
      look_again();
    return held();
  }

  // Is there anything else in the file than a moment ago?
  bool look_again() {
    if (path_.empty()) return false;
    const std::scoped_lock lock(mutex_);
    const auto there = mark_of(path_);
    if (there == read_) return false;
    try {
      auto fresh = std::make_shared<const Keys>(read_key_file(path_));
      read_ = there;
      if (fresh->token_digest().of("") != held()->token_digest().of("")) return false;  // another database's
      hold(std::move(fresh));
      return true;
    } catch (const InfrastructureFailure&) {
      return false;  // being copied there, or gone: what was known stays
    }
  }

  app::KeyNames names() override {
    const auto known = keys();
    app::KeyNames names;
    if (known->file().next) names.next = hex_of(name_of(*known->file().next));
    for (const auto& master : known->file().masters) names.keys.push_back(hex_of(name_of(master)));
    return names;
  }

  void add_next() override {
    change([](KeyFile& file) {
      if (!file.next) file.next = random_key();
    });
  }

  void use_next() override {
    change([](KeyFile& file) {
      if (file.next) file.masters.insert(file.masters.begin(), *std::exchange(file.next, std::nullopt));
    });
  }

  void drop_old() override {
    change([](KeyFile& file) {
      if (file.masters.size() < 2) return;
      if (!file.digest) file.digest = derive(file.masters.back(), tokens);
      std::vector<Digest> audit;
      for (const auto& master : file.masters | std::views::drop(1)) audit.push_back(derive(master, auditing));
      file.audit.insert(file.audit.begin(), audit.begin(), audit.end());
      file.masters.resize(1);
    });
  }

 private:
  void change(const std::function<void(KeyFile&)>& edit) {
    look_again();  // what an operator has put there meanwhile
    const std::scoped_lock lock(mutex_);
    auto file = held()->file();
    edit(file);
    if (!path_.empty()) {
      replace_key_file(path_, file);
      read_ = mark_of(path_);
    }
    hold(std::make_shared<const Keys>(std::move(file)));
  }

  std::shared_ptr<const Keys> held() const {
    const std::scoped_lock lock(held_mutex_);
    return held_;
  }
  void hold(std::shared_ptr<const Keys> keys) {
    const std::scoped_lock lock(held_mutex_);
    held_.swap(keys);
  }

  const std::string path_;  // empty: no file
  std::mutex mutex_;  // while the file is read or replaced
  FileMark read_;  // none: not since it was opened
  std::atomic<std::int64_t> next_look_{0};
  mutable std::mutex held_mutex_;
  std::shared_ptr<const Keys> held_;
};

Vault::Vault(const Digest& master_key) {
  KeyFile file;
  file.masters.push_back(master_key);
  ring_ = std::make_shared<Ring>(std::move(file), "");
}

Vault Vault::open_or_create(const std::string& path) {
  create_key_file(path);
  return Vault(std::make_shared<Ring>(read_key_file(path), path));
}

std::string Vault::audit_seal(std::string_view seal_before, std::string_view entry) const {
  return audit_text(ring_->keys()->audit_digest(), seal_before, entry);
}

bool Vault::is_audit_seal(std::string_view seal, std::string_view seal_before, std::string_view entry) const {
  const auto keys = ring_->keys();
  return std::ranges::any_of(keys->audit_digests(),
                             [&](const KeyedDigest& key) { return seal == audit_text(key, seal_before, entry); });
}

std::string Vault::sealed_prefix() const { return ring_->keys()->prefix(); }

std::string Vault::seal(std::string_view secret) const {
  const auto keys = ring_->keys();
  auto out = keys->prefix();
  const auto head = out.size();
  out.resize(head + crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + secret.size());
  auto* bytes = reinterpret_cast<unsigned char*>(out.data()) + head;
  randombytes_buf(bytes, crypto_secretbox_NONCEBYTES);
  crypto_secretbox_easy(bytes + crypto_secretbox_NONCEBYTES, reinterpret_cast<const unsigned char*>(secret.data()),
                        secret.size(), bytes, keys->seal_key().data());
  return out;
}

SecretString Vault::unseal(std::string_view sealed) const {
  auto text = ring_->keys()->open(sealed);
  if (!text && ring_->look_again()) text = ring_->keys()->open(sealed);
  if (!text) throw InfrastructureFailure("A stored secret cannot be opened: the key file does not belong to this database.");
  return SecretString(std::move(*text));
}

Digest Vault::token_digest(std::string_view token) const { return ring_->keys()->token_digest().of(token); }

app::KeyRing& Vault::ring() const { return *ring_; }

}  // namespace kassabro::store
