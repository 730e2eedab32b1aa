#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/time_text.hpp"

namespace kassabro::domain {

enum class BonusCheckStatus {
  open,       // may be used as long as something is left
  withdrawn,  // taken back by the marketer
  expired,    // its last day is over; what was left is lost
};

std::string_view to_text(BonusCheckStatus status);
std::optional<BonusCheckStatus> parse_bonus_check_status(std::string_view text);

// An amount that a customer may spend in the shop. `id` is the marketer's and belongs to one customer: another customer may
// have a check of the same id.
struct BonusCheck {
  std::string id;
  std::string name;
  std::string description;
  std::int64_t value_minor = 0;      // when it was issued; > 0
  std::int64_t remaining_minor = 0;  // 0 <= remaining <= value
  std::int64_t overdrawn_minor = 0;  // gone beyond the value, which was lowered afterwards; 0 as long as anything is left
  std::string currency;              // ISO 4217
  std::optional<Date> valid_from;    // first and last day of use, in the store's zone; absent: no limit
  std::optional<Date> valid_to;
  BonusCheckStatus status = BonusCheckStatus::open;
  std::optional<Timestamp> last_used_at;  // of the latest use that was not undone
  std::string extra;  // members that we do not know, as a JSON object's text: they go back as they came; "" when none
  friend bool operator==(const BonusCheck&, const BonusCheck&) = default;
};

bool is_expired(const BonusCheck& check, Date today);
// Open, something left, and today is one of its days.
bool is_usable(const BonusCheck& check, Date today);
bool is_used_up(const BonusCheck& check);

// Begins the ids under which the uses of promotions are kept beside those of bonus checks; no bonus check has such an id.
inline constexpr std::string_view promotion_key_prefix = "promotion:";

// Longest id and texts, in bytes.
inline constexpr std::size_t bonus_check_id_bytes_max = 100;
inline constexpr std::size_t bonus_check_text_bytes_max = 500;

// The first broken rule of a check from outside: no id or one of a promotion's shape, a value that is not above zero, more left than it is worth.
// Errors name the member: "id", "value", "remaining", "validto".
std::optional<Error> bonus_check_fault(const BonusCheck& check);

enum class RedemptionState {
  redeemed,
  undone,
  unmatched,  // an order used a check that we do not know yet; it counts as soon as the check appears
};

std::string_view to_text(RedemptionState state);
std::optional<RedemptionState> parse_redemption_state(std::string_view text);

// Begins the receipt of a redemption for which the till named no purchase.
inline constexpr std::string_view unnamed_receipt_prefix = "unnamed:";

// One use of a check in one purchase. Keyed by (check, receipt): the same again is the same use.
struct Redemption {
  std::string check_id;
  std::string receipt;  // what the till named the purchase by: receipt id, else order or transaction id
  std::int64_t amount_minor = 0;  // of unmatched: 0 is all that is left
  RedemptionState state = RedemptionState::redeemed;
  std::string order_id;  // the completed order that shows it; "" as long as none has come
  Timestamp redeemed_at;
  std::optional<Timestamp> undone_at;
  std::string undone_by;  // "till", "cancelled", or the id of the return that gave it back
  friend bool operator==(const Redemption&, const Redemption&) = default;
};

// What a till wants of one check. No amount: all that is left.
struct RedemptionRequest {
  std::optional<std::int64_t> amount_minor;
  std::string currency;  // "" when the till does not say
};

// What happens to a check when it is used: how much is taken. Errors, their field "amount", "currency" or "": `conflict` when
// it is used up, withdrawn, expired or not valid yet; `invalid` when the amount is not above zero, over what is left, or in
// another currency.
Result<std::int64_t> plan_redemption(const BonusCheck& check, const RedemptionRequest& request, Date today);

BonusCheck with_redeemed(BonusCheck check, std::int64_t amount_minor, Timestamp at);
// What is gone of a check, by uses or by the marketer's hand, stays gone when its value is changed.
BonusCheck with_value(BonusCheck check, std::int64_t value_minor);
// `last_used_at`: of the uses that still stand.
BonusCheck with_given_back(BonusCheck check, std::int64_t amount_minor, std::optional<Timestamp> last_used_at);
// What is gone of it, by uses or by the marketer's hand.
std::int64_t gone_minor(const BonusCheck& check);
bool is_untouched(const BonusCheck& check);

// Everything that ever happened to a check, as the ledger keeps it. Entries are never changed.
enum class BonusEntryKind { issued, redeemed, undone, given_back, adjusted, withdrawn, reopened, expired, overspent };
std::string_view to_text(BonusEntryKind kind);
std::optional<BonusEntryKind> parse_bonus_entry_kind(std::string_view text);

struct BonusEntry {
  std::string check_id;
  BonusEntryKind kind = BonusEntryKind::issued;
  std::int64_t change_minor = 0;  // of what is left; negative when it was used
  std::int64_t remaining_minor = 0;  // afterwards
  std::string receipt;
  std::string order_id;
};

// Sum of what is left of the usable checks in `currency`.
std::int64_t bonus_left_minor(const std::vector<BonusCheck>& checks, std::string_view currency, Date today);
std::optional<Timestamp> bonus_last_used(const std::vector<BonusCheck>& checks);

}  // namespace kassabro::domain
