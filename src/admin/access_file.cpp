#include "admin/access_file.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

#include "admin/access_text.hpp"
#include "admin/password_hash.hpp"
#include "base/ids.hpp"

namespace kassabro::admin {
namespace {

constexpr std::size_t name_max = 64;
constexpr std::size_t token_bytes = 32;
constexpr std::string_view owner = "owner";  // who signs in without a name

std::optional<Error> name_fault(const std::string& name) {
  if (name.empty() || name.size() > name_max ||
      name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos)
    return invalid("name", "A name has 1 to 64 of a to z, 0 to 9, dot, underscore and hyphen.");
  return std::nullopt;
}

std::string digest_text(const SecretString& token) {
  std::array<unsigned char, crypto_generichash_BYTES> digest{};
  const auto& text = token.reveal();
  crypto_generichash(digest.data(), digest.size(), reinterpret_cast<const unsigned char*>(text.data()), text.size(), nullptr,
                     0);
  std::string hex(digest.size() * 2 + 1, '\0');
  sodium_bin2hex(hex.data(), hex.size(), digest.data(), digest.size());
  hex.pop_back();
  return hex;
}

}  // namespace

void AccessFile::load_if_changed() {
  const auto state = state_of_file(path_);
  if (!state) {
    users_.clear();
    tokens_.clear();
    loaded_.reset();
    return;
  }
  if (loaded_ == state) return;
  auto parsed = parse_access(read_whole_file(path_));
  if (!parsed) throw InfrastructureFailure(path_ + ": " + parsed.error().field + ": " + parsed.error().message);
  users_ = std::move(parsed->users);
  tokens_ = std::move(parsed->tokens);
  loaded_ = state;
}

// What holds is what the file says: when it cannot be written, what stood there before.
void AccessFile::save() {
  loaded_.reset();
  replace_whole_file(path_, access_text(users_, tokens_));
}

std::vector<User> AccessFile::users() {
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  return users_;
}

std::optional<User> AccessFile::find_user(const std::string& name) {
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  const auto found = std::ranges::find(users_, name, &User::name);
  return found == users_.end() ? std::nullopt : std::optional(*found);
}

Result<void> AccessFile::add_user(std::string name, Role role, const SecretString& password, Timestamp now) {
  if (auto fault = name_fault(name)) return fail(std::move(*fault));
  if (auto fault = password_fault(password)) return fail(std::move(*fault));
  auto hash = password_hash(password);  // before the lock: it is slow
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  if (name == owner || std::ranges::find(users_, name, &User::name) != users_.end())
    return fail(conflict("name", "There is a user of this name already."));
  users_.push_back({std::move(name), role, std::move(hash), now});
  save();
  return {};
}

bool AccessFile::remove_user(const std::string& name) {
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  if (std::erase_if(users_, [&](const User& user) { return user.name == name; }) == 0) return false;
  save();
  return true;
}

std::vector<ApiToken> AccessFile::tokens() {
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  return tokens_;
}

Result<SecretString> AccessFile::add_token(std::string name, Scopes scopes, std::optional<Timestamp> expires_at,
                                           Timestamp now) {
  if (auto fault = name_fault(name)) return fail(std::move(*fault));
  if (scopes.empty()) return fail(invalid("scopes", "A token needs at least one scope."));
  SecretString token("kbt_" + random_hex(token_bytes));
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  if (std::ranges::find(tokens_, name, &ApiToken::name) != tokens_.end())
    return fail(conflict("name", "There is a token of this name already."));
  tokens_.push_back({std::move(name), scopes, digest_text(token), now, expires_at});
  save();
  return token;
}

bool AccessFile::remove_token(const std::string& name) {
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  if (std::erase_if(tokens_, [&](const ApiToken& token) { return token.name == name; }) == 0) return false;
  save();
  return true;
}

std::optional<ApiToken> AccessFile::find_token(const SecretString& token, Timestamp now) {
  const auto digest = digest_text(token);
  const std::scoped_lock lock(mutex_);
  load_if_changed();
  const auto found = std::ranges::find(tokens_, digest, &ApiToken::digest);
  if (found == tokens_.end() || (found->expires_at && *found->expires_at <= now)) return std::nullopt;
  return *found;
}

}  // namespace kassabro::admin
