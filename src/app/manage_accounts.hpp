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
  json::object settings;  // merged into the account's, object by object; null deletes a member (RFC 7396)
};

// Checks an account's settings; each member is read by a part of the program that this one does not know. Errors name the
// member, from the top ("card.sections").
using CheckSettings = std::function<Result<void>(const json::object& settings)>;

// What an operator does with accounts.
class ManageAccounts {
 public:
  ManageAccounts(AccountRegistry& registry, AccountReader& reader, RemoteKeyProbe& probe, UnitOfWork& unit, const Clock& clock,
                 CheckSettings check_settings)
      : registry_(registry),
        reader_(reader),
        probe_(probe),
        unit_(unit),
        clock_(clock),
        check_settings_(std::move(check_settings)) {}

  // Errors name the draft's member: no name, a key with line breaks or one that Rule refuses, an unknown country or
  // currency or time zone, a setting that there is not, a key that another account has. A Rule that does not answer is no error: the key is tried at the first delivery.
  Async<Result<Account>> add(AccountDraft draft);
  // Errors name the change's member, as above; `not_found` (field "account"). A new Rule key must be known to Rule, and be of the same
  // account there.
  Async<Result<Account>> change(AccountId id, AccountChange change);
  Async<std::vector<Account>> list() { co_return co_await reader_.list(); }
  Async<Result<Account>> get(AccountId id);
  // Removes the account with all its data.
  Async<Result<void>> remove(AccountId id);

 private:
  Async<Result<std::int64_t>> remote_owner(const std::string& rule_api_key);

  AccountRegistry& registry_;
  AccountReader& reader_;
  RemoteKeyProbe& probe_;
  UnitOfWork& unit_;
  const Clock& clock_;
  CheckSettings check_settings_;
};

}  // namespace kassabro::app
