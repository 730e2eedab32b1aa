#include "app/authenticate.hpp"

#include <algorithm>

#include "base/ids.hpp"
#include "base/utf8.hpp"

namespace kassabro::app {
namespace {

constexpr std::size_t key_bytes_min = 8;
constexpr std::size_t key_bytes_max = 256;

Error guessing() {
  return {ErrorCode::too_many_requests, "Too many wrong users and passwords came from this address. Please wait a minute.",
          "authorization"};
}

Error refused() { return {ErrorCode::unauthorized, "This API token is not valid.", "token"}; }

// A key of the marketing platform is one word.
bool may_be_platform_key(const std::string& text) {
  return text.size() >= key_bytes_min && text.size() <= key_bytes_max && text.find_first_of(" :") == std::string::npos;
}

}  // namespace

Account new_account(std::string name, SecretString rule_key, Timestamp now) {
  Account account;
  account.id = new_id(now);
  account.name = std::move(name);
  account.rule_key = std::move(rule_key);
  account.api_token = SecretString("kt_" + random_hex(20));
  account.basic_user = "kassabro-" + std::to_string(account.id);
  account.basic_password = SecretString(random_hex(20));
  account.created_at = now;
  return account;
}

Result<AccountPtr> Authenticate::admit(AccountPtr account) {
  if (!limit_.take(account->id, clock_.now()))
    return fail({ErrorCode::too_many_requests, "This shop's tills call too often. Please wait a second.", ""});
  first_calls_.note(account->id, clock_);
  return account;
}

Async<Result<AccountPtr>> Authenticate::by_token(std::vector<SecretString> candidates, std::string peer) {
  if (candidates.empty()) co_return fail({ErrorCode::unauthorized, "The request carries no API token.", "token"});
  for (const auto& candidate : candidates) {
    if (has_control_characters(candidate.reveal()))
      co_return fail(invalid("token", "The API token holds a line break or another control character. Paste it again."));
    if (auto account = co_await registry_.find_by_token(candidate)) co_return admit(std::move(account));
  }
  for (const auto& candidate : candidates) {
    if (!may_be_platform_key(candidate.reveal())) continue;
    const auto digest = registry_.digest_of(candidate);
    if (const auto admitted = guard_.admit(peer, digest); !admitted) {
      if (admitted.error().code == ErrorCode::unauthorized) continue;
      co_return fail(admitted.error());
    }
    auto owner = co_await probe_.probe(candidate, defaults_.probe_deadline);
    if (!owner) co_return fail(owner.error());
    if (*owner) co_return co_await activate(candidate, **owner);
    guard_.refused(digest);
  }
  co_return fail(refused());
}

Async<Result<AccountPtr>> Authenticate::activate(const SecretString& key, const RemoteOwner& owner) {
  auto account = new_account(owner.name.empty() ? "Shop" : owner.name, key, clock_.now());
  account.country = defaults_.country;
  account.time_zone = defaults_.time_zone;
  account.currency = defaults_.currency;
  account.sitoo_base_url = defaults_.sitoo_base_url;
  auto id = co_await in_transaction<AccountId>(unit_, no_account_yet, [&](Tables& tables) -> Result<AccountId> {
    // A shop that made itself a new key is still the same shop.
    if (owner.remote_account_id != 0)
      if (const auto known = tables.accounts.find_by_remote(owner.remote_account_id)) return *known;
    if (auto inserted = tables.accounts.insert(account, owner.remote_account_id); !inserted) return fail(inserted.error());
    return account.id;
  });
  if (!id && id.error().code != ErrorCode::conflict) co_return fail(id.error());
  if (id && *id != account.id)
    co_await unit_.run(*id, [&](Tables& tables) {
      tables.accounts.renew_rule_key(*id, key);
      tables.deliveries.make_due(*id, clock_.now());
      return true;
    });
  if (id) registry_.forget(*id);
  auto active = co_await registry_.find_by_token(key);  // a conflict means: another till was a moment earlier
  if (!active) co_return fail(refused());
  first_calls_.note(active->id, clock_);
  co_return active;
}

Async<Result<AccountPtr>> Authenticate::by_basic(std::string user, SecretString password, const std::string& peer, Door door) {
  auto& guesses = door == Door::till ? till_guesses_ : event_guesses_;
  if (!guesses.passwords.may_try(peer, user)) co_return fail(guessing());
  // Who has called before goes on: many shops may call from one address.
  if (!guesses.users.may_try(peer) && !registry_.has_found_basic_user(user)) co_return fail(guessing());
  auto account = co_await registry_.find_by_basic_user(user);
  // An unknown user costs the same comparison as a wrong password.
  static const SecretString nobodys(std::string(40, 'x'));
  const bool equal = (account ? account->basic_password : nobodys) == password;
  if (account && equal) co_return admit(std::move(account));
  guesses.passwords.note_wrong(peer, user);
  if (!account) guesses.users.note_wrong(peer);
  co_return fail({ErrorCode::unauthorized, "User or password is wrong.", "authorization"});
}

}  // namespace kassabro::app
