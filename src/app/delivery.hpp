#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/account.hpp"
#include "app/consent_ledger.hpp"
#include "app/receipt_message.hpp"
#include "app/sent_calls.hpp"
#include "app/silences.hpp"
#include "base/async.hpp"
#include "base/trace.hpp"
#include "domain/bonus_check.hpp"
#include "domain/contact.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

using DeliveryId = std::int64_t;

// What changed and must be told to the marketing platform.
enum class DeliveryKind {
  contact_registered,
  contact_updated,
  order_completed,   // a sale, a return or an exchange, told for the first time
  order_changed,     // the same order, with other content
  order_imported,    // an order of the past: starts nothing
  bonus_check_used,     // something was spent; its date and what is left go back
  bonus_check_changed,  // given back, expired, shortened ...: the checks are told anew
  bonus_field_repaired,  // the field could not be read: it is written from the ledger, whatever stands there
  retention_due,  // the customer has bought nothing for as long as the programme's step says
  winback_due,
  silence_ended,  // and has bought something since: what was told of the silence is taken back
  digital_receipt,  // an order's receipt goes to its customer
  consent_told,     // the person has chosen anew at a till which messages they want
};

inline bool tells_bonus(DeliveryKind kind) {
  return kind == DeliveryKind::bonus_check_used || kind == DeliveryKind::bonus_check_changed ||
         kind == DeliveryKind::bonus_field_repaired;
}

// The step that the delivery tells of; absent: it tells of none.
inline std::optional<SilenceStep> silence_step_of(DeliveryKind kind) {
  if (kind == DeliveryKind::retention_due) return SilenceStep::retention;
  if (kind == DeliveryKind::winback_due) return SilenceStep::winback;
  return std::nullopt;
}

// Whether somebody waits for it: a sale and what a customer does go out before what changes for many at once.
enum class Urgency { soon, when_idle };

// One row of the outbox (docs/outbox.md).
struct Delivery {
  AccountId account = 0;
  DeliveryId id = 0;              // later rows have larger ids
  DeliveryKind kind = DeliveryKind::contact_registered;
  domain::ContactId contact = 0;  // the lane: deliveries of one contact go out in order
  std::string order_id;           // of the order_* kinds and of receipts
  int attempts = 0;               // tries so far, this one not counted
  bool ambiguous = false;         // an earlier try may have been carried out: look for our own record first
  Urgency urgency = Urgency::soon;
  Timestamp leased_until;  // of a leased one: only who has this very lease may settle it
  Trace trace = {};        // of the call that made it; while it is tried, with the span of the try
};

// What is known of the contact's record on the other side.
struct RemoteLink {
  std::int64_t remote_id = 0;
  bool blocked = false;   // opted out or blocked there: nothing may be triggered that would unblock the person
  Timestamp checked_at;   // when this was read
};

// Asked before each call: may this node still do the work? It may have lost the lead meanwhile, or hold what it works on no longer, and
// another does it. Empty: nobody else does.
using Permit = std::function<bool()>;

// A delivery with all it tells: the newest state of the contact, not the state when the row was made.
struct DeliveryJob {
  Delivery delivery;
  domain::Contact contact;
  std::optional<domain::Order> order;
  std::optional<RemoteLink> link;
  std::vector<domain::BonusCheck> bonus_checks;  // of the bonus_* kinds: all of the contact's
  bool is_silent = false;  // of the *_due kinds: nothing was bought since the row was made
  std::optional<ReceiptMessage> receipt = {};  // of digital_receipt; absent: nobody can be reached any more
  ConsentChoices choices = {};  // of consent_told
  std::shared_ptr<SentCalls> calls = {};  // where the channel notes its calls for this job; null: nobody wants to know
  Permit may_call = {};
};

// How a try ended. The outcome is the retry policy.
struct Delivered {
  std::optional<RemoteLink> link;  // what was learned
};
struct Deferred {  // the other side asks to wait; burns no attempt
  Timestamp not_before;
  std::string reason;
};
struct Retry {  // failed for now
  std::string reason;
  bool ambiguous = false;  // it may have been carried out all the same
};
struct Rejected {  // will never work as it is: parked, visible, replayable
  std::string reason;
  bool forgets_doubt = false;  // a replay is wanted whatever became of the tries before
};
struct Unauthorized {  // the account's key is refused: its lane stops, somebody is told
  std::string reason;
};
using Outcome = std::variant<Delivered, Deferred, Retry, Rejected, Unauthorized>;

// Where deliveries go.
class DeliveryChannel {
 public:
  virtual ~DeliveryChannel() = default;
  // Jobs of one account, at most one a contact; one outcome for each, in the same order. Does not throw for what the
  // other side does.
  virtual Async<std::vector<Outcome>> deliver(const Account& account, std::vector<DeliveryJob> jobs) = 0;
};

}  // namespace kassabro::app
