#pragma once

#include <cstdint>
#include <memory>
#include <shared_mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "app/readers.hpp"
#include "base/digest.hpp"

namespace kassabro::app {

using AccountPtr = std::shared_ptr<const Account>;

// The accounts in memory, so that a search at the till reads none from the disk. Thread-safe. Null: there is none.
class AccountRegistry {
 public:
  explicit AccountRegistry(AccountReader& reader) : reader_(reader), digest_(KeyedDigest::with_random_key()) {}

  Async<AccountPtr> find(AccountId id);
  Async<AccountPtr> find_by_token(const SecretString& token);
  Async<AccountPtr> find_by_basic_user(const std::string& user);
  // Were they found before, since the start? Reads nothing.
  bool has_found(AccountId id) const;
  bool has_found_basic_user(const std::string& user) const;

  // To be called after a change of the account; the next find reads it anew.
  void forget(AccountId id);
  void forget_all();

  Digest digest_of(const SecretString& token) const { return digest_.of(token.reveal()); }

 private:
  // `forgotten`: the count of before it was read. What was forgotten since may have been read as it was before the change.
  AccountPtr remember(std::optional<Account> account, std::uint64_t forgotten);
  AccountPtr cached(AccountId id) const;

  AccountReader& reader_;
  KeyedDigest digest_;
  mutable std::shared_mutex mutex_;
  std::uint64_t forgotten_ = 0;  // how often something was
  std::unordered_map<AccountId, AccountPtr> by_id_;
  std::unordered_map<Digest, AccountId, DigestHash> by_token_;
  std::unordered_map<std::string, AccountId> by_basic_user_;
  std::unordered_set<AccountId> found_ids_;  // these two only grow, by the accounts that there are
  std::unordered_set<std::string> found_users_;
};

}  // namespace kassabro::app
