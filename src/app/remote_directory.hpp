#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/account.hpp"
#include "app/delivery.hpp"
#include "base/async.hpp"
#include "base/result.hpp"
#include "domain/customer_key.hpp"

namespace kassabro::app {

// A customer as the marketing platform knows them; fields that it does not know are empty.
struct RemoteContact {
  RemoteLink link;
  domain::Contact contact;
};

// The customers that are already on the marketing platform.
class RemoteDirectory {
 public:
  virtual ~RemoteDirectory() = default;
  // By e-mail or phone (other kinds of key are not known there). Absent: nobody. Errors: `unavailable` when no answer came
  // within `patience`, or when asking now would hurt the account's standing; `unauthorized` when the key is refused.
  virtual Async<Result<std::optional<RemoteContact>>> find(const Account& account, std::vector<domain::CustomerKey> keys,
                                                           std::chrono::milliseconds patience) = 0;
};

// Who owns a key of the marketing platform.
struct RemoteOwner {
  std::int64_t remote_account_id = 0;
  std::string name;
};

class RemoteKeyProbe {
 public:
  virtual ~RemoteKeyProbe() = default;
  // Absent: the key is not valid. Error `unavailable`: the platform did not answer.
  virtual Async<Result<std::optional<RemoteOwner>>> probe(SecretString key, std::chrono::milliseconds patience) = 0;
};

// Small facts about the other side that must outlive a restart ("the order group is historical").
class RemoteMemory {
 public:
  virtual ~RemoteMemory() = default;
  virtual Async<std::optional<std::string>> find(AccountId account, std::string name) = 0;
  virtual Async<void> save(AccountId account, std::string name, std::string value) = 0;
};

}  // namespace kassabro::app
