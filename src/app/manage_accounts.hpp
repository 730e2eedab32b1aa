#pragma once

#include <functional>
#include <optional>
#include <string>

#include "app/account_registry.hpp"
#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

struct AccountDraft {
  std::string name;
  std::string rule_api_key;
  std::string country;          // empty: Sweden
  std::string time_zone;        // empty: Stockholm
  std::string currency;         // empty: SEK
  std::string sitoo_base_url;
  std::string sitoo_api_id;
  std::string sitoo_password;
  std::int64_t eshop_id = 1;
  json::object settings;
};

// What is to be different; what is absent stays.
struct AccountChange {
  std::optional<std::string> name;
  std::optional<std::string> country;
  std::optional<std::string> time_zone;
  std::optional<std::string> currency;
  std::optional<std::string> sitoo_base_url;
  std::optional<std::string> sitoo_api_id;
  std::optional<std::string> sitoo_password;
  std::optional<std::int64_t> eshop_id;
  std::optional<std::string> rule_api_key;  // another key of the same Rule account
  std::optional<ChangeId> revision;         // the latest change that the author knows; an older one is a conflict
  json::object settings;  // merged into the account's, object by object; null deletes a member (RFC 7396)
};

// Checks an account's settings; each member is read by a part of the program that this one does not know. Errors name the
// member, from the top ("card.sections").
using CheckSettings = std::function<Result<void>(const json::object& settings)>;
// Whether an account may name this as its Sitoo's address. The error names sitoo_base_url.
using CheckAddress = std::function<Result<void>(const std::string& url)>;

// What an operator does with accounts.
class ManageAccounts {
 public:
  ManageAccounts(AccountRegistry& registry, AccountReader& reader, RemoteKeyProbe& probe, UnitOfWork& unit, const Clock& clock,
                 CheckSettings check_settings, CheckAddress check_address)
      : registry_(registry),
        reader_(reader),
        probe_(probe),
        unit_(unit),
        clock_(clock),
        check_settings_(std::move(check_settings)),
        check_address_(std::move(check_address)) {}

  // Errors name the draft's member: no name, a key with line breaks or one that Rule refuses, an unknown country or
  // currency or time zone, a setting that there is not, a key that another account has. A Rule that does not answer is no error: the key is tried at the first delivery.
  Async<Result<Account>> add(AccountDraft draft);
  // What is different is kept as a change of `author` (AccountChanged's). Errors name the change's member, as above; `not_found`
  // (field "account"). A new Rule key must be known to Rule, and be of the same account there. Error `conflict` (field
  // "revision"): somebody else has changed the account since.
  Async<Result<Account>> change(AccountId id, AccountChange change, std::string author);
  // Puts back what a change has replaced, as a change of its own. Errors: not_found (field "change"); conflict (field "change"): a
  // later change has touched one of the members, or one is a secret.
  Async<Result<Account>> undo(AccountId id, ChangeId change, std::string author);
  // Newest first. Error: not_found (field "account").
  Async<Result<std::vector<ListedChange>>> list_changes(AccountId id, std::size_t count_max);
  // The latest change's; 0: there is none.
  Async<ChangeId> revision(AccountId id);
  // The account as the settings would make it; nothing is saved. Errors as change's.
  Async<Result<Account>> with_settings(AccountId id, const json::object& settings);
  Async<std::vector<Account>> list() { co_return co_await reader_.list(); }
  Async<Result<Account>> get(AccountId id);
  // Removes the account with all its data.
  Async<Result<void>> remove(AccountId id);

 private:
  Async<Result<std::int64_t>> remote_owner(const std::string& rule_api_key);
  // Settings, and an address that it has not had before.
  Result<void> check(const Account& account, const Account& before);
  void record(Tables& tables, const Account& before, const Account& after, std::string author, std::optional<ChangeId> undoes);

  AccountRegistry& registry_;
  AccountReader& reader_;
  RemoteKeyProbe& probe_;
  UnitOfWork& unit_;
  const Clock& clock_;
  CheckSettings check_settings_;
  CheckAddress check_address_;
};

}  // namespace kassabro::app
