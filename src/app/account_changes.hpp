#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/account.hpp"

namespace kassabro::app {

using ChangeId = std::int64_t;

// One member that a change has replaced. `path`: {"name"}, {"settings", "card", "sections"}. A value that is null was not set,
// or is not any more; a secret's are never kept.
struct ChangedMember {
  std::vector<std::string> path;
  json::value before;
  json::value after;
  bool secret = false;
};

// A change of an account, as it is kept.
struct AccountChanged {
  ChangeId id = 0;  // later ones are larger
  AccountId account = 0;
  Timestamp at;
  std::string author;  // "pages", "command_line"
  std::vector<ChangedMember> members;
  std::optional<ChangeId> undoes;
};

// A change with what has become of it since.
struct ListedChange {
  AccountChanged change;
  bool undone = false;
  bool undoable = false;  // no later change has touched its members, and none is a secret
};

// What is different, member by member; settings down to what is no object.
std::vector<ChangedMember> changed_members(const Account& before, const Account& after);

// The account's settings as they were before the change. Changes are undone from the newest on; what of them is no setting is left alone.
json::object settings_before(json::object settings, const AccountChanged& change);

// The account with the members as they were before. Absent: one is a secret, or is not any more as the change left it.
std::optional<Account> with_undone(Account account, const AccountChanged& change);

}  // namespace kassabro::app
