#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "app/account.hpp"
#include "app/delivery.hpp"
#include "app/remote_text.hpp"
#include "base/async.hpp"
#include "base/result.hpp"
#include "base/trace.hpp"
#include "domain/bonus_check.hpp"
#include "domain/customer_key.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// The field with the customer's bonus checks, as it stands on the platform.
struct RemoteBonus {
  bool is_readable = true;                 // false: the text is no list of checks at all; nothing can be said of it
  std::string text;                        // as it stands, for the doctor
  std::vector<domain::BonusCheck> checks;  // what could be read
  std::vector<std::string> unread;         // entries that could not, each as JSON text; they are kept where they are
  std::vector<std::string> faults;         // what is wrong, in words, without values
};

// A customer as the marketing platform knows them; fields that it does not know are empty.
struct RemoteContact {
  RemoteLink link;
  domain::Contact contact;                         // `id` is ours, if the platform knows it; 0 otherwise
  std::optional<RemoteSuppressed> suppressed =
      {};   // where the platform sends this person no marketing; absent: it does not say
  std::optional<RemoteBonus> bonus = {};           // absent: the field is empty or does not exist
  std::optional<std::vector<domain::Order>> purchases = {};  // of other channels; absent: not asked for
  std::vector<RemoteText> shown = {};              // the fields that the account's customer card shows
};

// For how long whoever asks waits, and the trace that the question belongs to.
struct Asker {
  std::chrono::milliseconds patience;
  const Trace* trace;  // null: to none

  template <class Rep, class Period>
  Asker(std::chrono::duration<Rep, Period> patience_in, const Trace* trace_in = nullptr)
      : patience(patience_in), trace(trace_in) {}
};

// The customers that are already on the marketing platform.
class RemoteDirectory {
 public:
  virtual ~RemoteDirectory() = default;
  // By e-mail or phone (other kinds of key are not known there). Absent: nobody. Errors: `unavailable` when no answer came
  // within the asker's patience, or when asking now would hurt the account's standing; `unauthorized` when the key is refused.
  virtual Async<Result<std::optional<RemoteContact>>> find(const Account& account, std::vector<domain::CustomerKey> keys,
                                                           Asker asker) = 0;
  // By the platform's own id; otherwise the same.
  virtual Async<Result<std::optional<RemoteContact>>> read(const Account& account, std::int64_t remote_id, Asker asker) = 0;
};

// One page of everybody who is on the platform.
struct RemotePage {
  struct Person {
    RemoteLink link;
    Timestamp changed_at;  // on the platform; Timestamp{} when it does not say
  };
  std::vector<Person> people;
  std::string next;  // where the next page begins; "" after the last
};

class RemoteCatalogue {
 public:
  virtual ~RemoteCatalogue() = default;
  // `cursor`: "" for the first page, else a page's `next`. Errors as RemoteDirectory::find.
  virtual Async<Result<RemotePage>> list(const Account& account, std::string cursor) = 0;
};

// What a delivery finds in the bonus field just before it writes it: merged into the ledger; all the customer's checks as
// they are then come back.
class RemoteBonusEdits {
 public:
  virtual ~RemoteBonusEdits() = default;
  virtual Async<std::vector<domain::BonusCheck>> merge(const Account& account, domain::ContactId contact,
                                                       RemoteBonus remote) = 0;
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

// Name of the fact how far the telling of a customer's purchase is; it goes with the person.
inline std::string order_step_fact(domain::ContactId contact) { return "rule.order_step:" + std::to_string(contact); }

// Small facts about the other side that must outlive a restart ("the order group is historical").
class RemoteMemory {
 public:
  virtual ~RemoteMemory() = default;
  virtual Async<std::optional<std::string>> find(AccountId account, std::string name) = 0;
  virtual Async<void> save(AccountId account, std::string name, std::string value) = 0;
};

}  // namespace kassabro::app
