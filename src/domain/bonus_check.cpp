#include "domain/bonus_check.hpp"

#include <algorithm>

#include "base/name_table.hpp"
#include "base/utf8.hpp"

namespace kassabro::domain {
namespace {

constexpr NameTable<BonusCheckStatus, 3> status_names{
    {{BonusCheckStatus::open, "open"}, {BonusCheckStatus::withdrawn, "withdrawn"}, {BonusCheckStatus::expired, "expired"}}};
constexpr NameTable<RedemptionState, 3> redemption_names{
    {{RedemptionState::redeemed, "redeemed"}, {RedemptionState::undone, "undone"}, {RedemptionState::unmatched, "unmatched"}}};
constexpr NameTable<BonusEntryKind, 9> entry_names{{{BonusEntryKind::issued, "issued"},
                                                    {BonusEntryKind::redeemed, "redeemed"},
                                                    {BonusEntryKind::undone, "undone"},
                                                    {BonusEntryKind::given_back, "given_back"},
                                                    {BonusEntryKind::adjusted, "adjusted"},
                                                    {BonusEntryKind::withdrawn, "withdrawn"},
                                                    {BonusEntryKind::reopened, "reopened"},
                                                    {BonusEntryKind::expired, "expired"},
                                                    {BonusEntryKind::overspent, "overspent"}}};

std::string quoted(const BonusCheck& check) { return "Bonus check " + check.id; }

std::optional<Error> unusable(const BonusCheck& check, Date today) {
  if (check.status == BonusCheckStatus::withdrawn) return conflict("", quoted(check) + " has been withdrawn.");
  if (check.status == BonusCheckStatus::expired || is_expired(check, today))
    return conflict("", quoted(check) + " has expired.");
  if (check.valid_from && today < *check.valid_from)
    return conflict("", quoted(check) + " is not valid before " + to_iso_date(*check.valid_from) + ".");
  if (is_used_up(check)) return conflict("", quoted(check) + " has been used already.");
  return std::nullopt;
}

BonusCheck with_gone(BonusCheck check, std::int64_t gone_minor) {
  check.remaining_minor = std::max<std::int64_t>(0, check.value_minor - gone_minor);
  check.overdrawn_minor = std::max<std::int64_t>(0, gone_minor - check.value_minor);
  return check;
}

}  // namespace

std::string_view to_text(BonusCheckStatus status) { return name_in(status_names, status); }
std::string_view to_text(RedemptionState state) { return name_in(redemption_names, state); }
std::string_view to_text(BonusEntryKind kind) { return name_in(entry_names, kind); }
std::optional<BonusCheckStatus> parse_bonus_check_status(std::string_view text) { return value_in(status_names, text); }
std::optional<RedemptionState> parse_redemption_state(std::string_view text) { return value_in(redemption_names, text); }
std::optional<BonusEntryKind> parse_bonus_entry_kind(std::string_view text) { return value_in(entry_names, text); }

bool is_expired(const BonusCheck& check, Date today) { return check.valid_to && *check.valid_to < today; }

bool is_used_up(const BonusCheck& check) { return check.remaining_minor == 0; }

bool is_usable(const BonusCheck& check, Date today) {
  const bool has_begun = !check.valid_from || *check.valid_from <= today;
  return check.status == BonusCheckStatus::open && !is_used_up(check) && has_begun && !is_expired(check, today);
}

std::optional<Error> bonus_check_fault(const BonusCheck& check) {
  if (check.id.empty()) return invalid("id", "The bonus check has no id.");
  if (check.id.size() > bonus_check_id_bytes_max || has_control_characters(check.id))
    return invalid("id", "The id is longer than 100 bytes or holds control characters.");
  if (check.id.starts_with(promotion_key_prefix)) return invalid("id", "The id begins with \"promotion:\".");
  if (check.value_minor <= 0) return invalid("value", "The value is not an amount above zero.");
  if (check.remaining_minor < 0 || check.remaining_minor > check.value_minor)
    return invalid("remaining", "What is left is below zero or more than the value.");
  if (check.valid_from && check.valid_to && *check.valid_to < *check.valid_from)
    return invalid("validto", "The last day is before the first.");
  return std::nullopt;
}

Result<std::int64_t> plan_redemption(const BonusCheck& check, const RedemptionRequest& request, Date today) {
  if (auto fault = unusable(check, today)) return fail(std::move(*fault));
  if (!request.currency.empty() && request.currency != check.currency)
    return fail(invalid("currency", quoted(check) + " is in " + check.currency + ", not in " + request.currency + "."));
  if (!request.amount_minor) return check.remaining_minor;
  if (*request.amount_minor <= 0) return fail(invalid("amount", "The amount is not above zero."));
  if (*request.amount_minor > check.remaining_minor)
    return fail(invalid("amount", "The amount is over what is left of " + check.id + "."));
  return *request.amount_minor;
}

BonusCheck with_redeemed(BonusCheck check, std::int64_t amount_minor, Timestamp at) {
  check.remaining_minor -= amount_minor;
  check.last_used_at = check.last_used_at ? std::max(*check.last_used_at, at) : at;
  return check;
}

std::int64_t gone_minor(const BonusCheck& check) {
  return check.value_minor - check.remaining_minor + check.overdrawn_minor;
}

bool is_untouched(const BonusCheck& check) { return gone_minor(check) == 0; }

BonusCheck with_value(BonusCheck check, std::int64_t value_minor) {
  const auto stays_gone = gone_minor(check);
  check.value_minor = value_minor;
  return with_gone(std::move(check), stays_gone);
}

BonusCheck with_given_back(BonusCheck check, std::int64_t amount_minor, std::optional<Timestamp> last_used_at) {
  check = with_gone(check, std::max<std::int64_t>(0, gone_minor(check) - amount_minor));
  check.last_used_at = last_used_at;
  return check;
}

std::int64_t bonus_left_minor(const std::vector<BonusCheck>& checks, std::string_view currency, Date today) {
  std::int64_t left = 0;
  for (const auto& check : checks)
    if (is_usable(check, today) && check.currency == currency) left += check.remaining_minor;
  return left;
}

std::optional<Timestamp> bonus_last_used(const std::vector<BonusCheck>& checks) {
  std::optional<Timestamp> last;
  for (const auto& check : checks)
    if (check.last_used_at && (!last || *last < *check.last_used_at)) last = check.last_used_at;
  return last;
}

}  // namespace kassabro::domain
