#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Who did what: one call of the admin API that changed something or showed personal data or secrets. Holds no personal data: subjects are
// our own numbers.
struct AuditEntry {
  AccountId account = 0;  // 0: of no one account, such as signing in
  std::int64_t number = 0;  // of the account: 1, 2, 3, without a gap
  Timestamp at;
  std::string actor;  // "pages" (a session), "command_line" (or who else holds the admin token), "nobody" (not signed in)
  std::string peer;  // the caller's network address
  std::string action;  // "POST /api/v1/customers/{customer}/erase"
  std::string subject;  // what stood in its places: "7031"
  int status = 0;  // of the answer, HTTP's
  std::string seal;  // 64 hexadecimal digits, see seal_text
};

// What an entry's seal is a keyed digest of, after the seal of the entry before it: whoever alters, removes or inserts an entry and has not
// the key breaks the chain there.
std::string seal_text(const AuditEntry& entry);

struct AuditChain {
  AccountId account = 0;
  std::int64_t entries = 0;
  std::string head;  // the last one's seal; compare it with one that was written down elsewhere
  std::optional<std::int64_t> broken_at;  // the first entry that does not fit what stands before it
};

class AuditLog {
 public:
  virtual ~AuditLog() = default;
  // Numbers and seals it; what it holds as number and seal does not matter. Gives the seal.
  virtual Async<std::string> append(AuditEntry entry) = 0;
  // Newest first, of those with a smaller number than `before`.
  virtual Async<std::vector<AuditEntry>> list(AccountId account, std::optional<std::int64_t> before, std::size_t count_max) = 0;
  // Reads every entry of every account, removed ones too.
  virtual Async<std::vector<AuditChain>> verify() = 0;
};

}  // namespace kassabro::app
