#include "app/account_registry.hpp"

#include <mutex>

namespace kassabro::app {

AccountPtr AccountRegistry::remember(std::optional<Account> account, std::uint64_t forgotten) {
  if (!account) return nullptr;
  auto shared = std::make_shared<const Account>(std::move(*account));
  const std::unique_lock lock(mutex_);
  if (forgotten == forgotten_) by_id_[shared->id] = shared;
  found_ids_.insert(shared->id);
  return shared;
}

AccountPtr AccountRegistry::cached(AccountId id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Async<AccountPtr> AccountRegistry::find(AccountId id) {
  std::uint64_t forgotten = 0;
  {
    const std::shared_lock lock(mutex_);
    if (auto account = cached(id)) co_return account;
    forgotten = forgotten_;
  }
  co_return remember(co_await reader_.find(id), forgotten);
}

Async<AccountPtr> AccountRegistry::find_by_token(const SecretString& token) {
  const auto digest = digest_of(token);
  std::uint64_t forgotten = 0;
  {
    const std::shared_lock lock(mutex_);
    if (const auto found = by_token_.find(digest); found != by_token_.end())
      if (auto account = cached(found->second)) co_return account;
    forgotten = forgotten_;
  }
  auto account = remember(co_await reader_.find_by_token(token), forgotten);
  if (!account) co_return nullptr;
  const std::unique_lock lock(mutex_);
  if (forgotten == forgotten_) by_token_[digest] = account->id;
  co_return account;
}

Async<AccountPtr> AccountRegistry::find_by_basic_user(const std::string& user) {
  std::uint64_t forgotten = 0;
  {
    const std::shared_lock lock(mutex_);
    if (const auto found = by_basic_user_.find(user); found != by_basic_user_.end())
      if (auto account = cached(found->second)) co_return account;
    forgotten = forgotten_;
  }
  auto account = remember(co_await reader_.find_by_basic_user(user), forgotten);
  if (!account) co_return nullptr;
  const std::unique_lock lock(mutex_);
  if (forgotten == forgotten_) by_basic_user_[user] = account->id;
  found_users_.insert(user);
  co_return account;
}

bool AccountRegistry::has_found(AccountId id) const {
  const std::shared_lock lock(mutex_);
  return found_ids_.contains(id);
}

bool AccountRegistry::has_found_basic_user(const std::string& user) const {
  const std::shared_lock lock(mutex_);
  return found_users_.contains(user);
}

void AccountRegistry::forget(AccountId id) {
  const std::unique_lock lock(mutex_);
  ++forgotten_;
  by_id_.erase(id);
  std::erase_if(by_token_, [id](const auto& entry) { return entry.second == id; });
  std::erase_if(by_basic_user_, [id](const auto& entry) { return entry.second == id; });
}

void AccountRegistry::forget_all() {
  const std::unique_lock lock(mutex_);
  ++forgotten_;
  by_id_.clear();
  by_token_.clear();
  by_basic_user_.clear();
}

}  // namespace kassabro::app
