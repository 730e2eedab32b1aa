#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "admin/scope.hpp"
#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/secret_string.hpp"
#include "base/whole_file.hpp"

namespace kassabro::admin {

// Somebody besides the owner who may open the admin pages.
struct User {
  std::string name;  // 1 to 64 of a to z, 0 to 9, '.', '_' and '-'
  Role role = Role::read_only;
  std::string password_hash;
  Timestamp created_at;
};

// What a program presents as `Authorization: Bearer`. Only its digest is kept.
struct ApiToken {
  std::string name;  // as a user's
  Scopes scopes;
  std::string digest;  // BLAKE2b-256, hexadecimal; a token is 256 bits of chance, so nobody can try them all
  Timestamp created_at;
  std::optional<Timestamp> expires_at;
};

// Users and API tokens: a JSON file of the data folder that only its owner may read, written whole and renamed into its place.
// Changes that were made to the file by hand, or by copying another node's, hold from the next call on.
class AccessFile {
 public:
  // The file need not be there. Throws InfrastructureFailure later, when it is there and cannot be read.
  explicit AccessFile(std::string path) : path_(std::move(path)) {}

  std::vector<User> users();
  std::optional<User> find_user(const std::string& name);
  // Errors: invalid (fields "name", "password"); conflict (field "name") when there is one of this name.
  // Takes as long as password_hash.
  Result<void> add_user(std::string name, Role role, const SecretString& password, Timestamp now);
  bool remove_user(const std::string& name);

  std::vector<ApiToken> tokens();
  // The token, which is told this once. Errors as above; field "scopes" when there are none.
  Result<SecretString> add_token(std::string name, Scopes scopes, std::optional<Timestamp> expires_at, Timestamp now);
  bool remove_token(const std::string& name);
  // Absent when it is none of ours, or has expired.
  std::optional<ApiToken> find_token(const SecretString& token, Timestamp now);

 private:
  void load_if_changed();
  void save();

  std::string path_;
  std::mutex mutex_;
  std::optional<FileState> loaded_;  // of the file that was read
  std::vector<User> users_;
  std::vector<ApiToken> tokens_;
};

}  // namespace kassabro::admin
