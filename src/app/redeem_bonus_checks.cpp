#include "app/redeem_bonus_checks.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"
#include "app/find_customer.hpp"
#include "app/promotion_uses.hpp"
#include "base/utf8.hpp"
#include "domain/money.hpp"

namespace kassabro::app {
namespace {

using domain::BonusCheck;
using domain::Redemption;
using domain::RedemptionState;

constexpr std::size_t receipt_bytes_max = 200;
constexpr std::size_t checks_max = 100;

Error unknown_check(const BonusCheckUse& use) {
  if (has_control_characters(use.check_id)) return not_found(use.field, "Unknown bonus check.");
  return not_found(use.field, "Unknown bonus check: " + use.check_id.substr(0, domain::bonus_check_id_bytes_max) + ".");
}

std::optional<Error> request_fault(const RedeemRequest& request) {
  if (request.checks.empty() && request.promotion_ids.empty())
    return invalid("bonus_check_ids", "The request names no bonus check.");
  if (request.checks.size() > checks_max) return invalid("bonus_check_ids", "A request names at most 100 bonus checks.");
  if (request.receipt.size() > receipt_bytes_max) return invalid("receipt_id", "The receipt is longer than 200 bytes.");
  for (std::size_t i = 0; i < request.checks.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (request.checks[i].check_id == request.checks[j].check_id)
        return invalid(request.checks[i].field, "This bonus check is named twice.");
  return std::nullopt;
}

// Whose the checks are. A till that does not say names them by their ids alone; that does as long as one customer has them.
Result<domain::ContactId> owner_of(Tables& tables, const Account& account, const RedeemRequest& request) {
  if (!request.contact_id.empty()) {
    const auto id = parse_contact_id(request.contact_id);
    if (!id || !tables.contacts.find(account.id, *id)) return fail(not_found("contactid", "There is no contact with this id."));
    return *id;
  }
  if (request.checks.empty()) return fail(invalid("contactid", "The request does not name the customer."));
  const auto& first = request.checks.front();
  const auto owners = tables.bonus.find_owners(account.id, first.check_id);
  if (owners.empty()) return fail(unknown_check(first));
  if (owners.size() > 1)
    return fail(invalid("contactid", "Several customers have a bonus check with this id: say whose it is."));
  return owners.front();
}

Result<domain::RedemptionRequest> amounts_of(const BonusCheckUse& use, const BonusCheck& check) {
  domain::RedemptionRequest request;
  if (!use.currency.empty()) {
    request.currency = domain::parse_currency(use.currency);
    if (request.currency.empty()) return fail(invalid(use.field + ".currency", "This is not a currency code such as \"SEK\"."));
  }
  if (use.amount.empty()) return request;
  const auto amount = domain::parse_amount_minor(use.amount, check.currency);
  if (!amount) return fail(invalid(use.field + ".amount", amount.error().message));
  const bool is_all = use.whole_value_is_all && *amount == check.value_minor;
  if (!is_all) request.amount_minor = *amount;
  return request;
}

Error at(const BonusCheckUse& use, Error error) {
  error.field = error.field.empty() ? use.field : use.field + "." + error.field;
  return error;
}

// A purchase has several names: the order that came first may have kept its use under another one.
bool is_named(const Redemption& redemption, const std::string& receipt) {
  return redemption.receipt == receipt || (!redemption.order_id.empty() && redemption.order_id == receipt);
}

// The same use again: as the first time, whatever has become of the check since.
Result<BonusCheck> answer_again(const BonusCheckUse& use, const BonusCheck& check, const Redemption& earlier,
                                const domain::RedemptionRequest& wanted) {
  if (wanted.amount_minor && *wanted.amount_minor != earlier.amount_minor)
    return fail(conflict(use.field + ".amount", "This bonus check was used under this receipt already, with " +
                                                    domain::amount_text(earlier.amount_minor, check.currency) + "."));
  return check;
}

Result<BonusCheck> redeem_one(BonusLedger& ledger, const BonusCheckUse& use, const std::string& receipt, Date today,
                              Timestamp now) {
  const auto check = ledger.find(use.check_id);
  if (!check) return fail(unknown_check(use));
  const auto wanted = amounts_of(use, *check);
  if (!wanted) return fail(wanted.error());
  if (!receipt.empty())
    for (const auto& earlier : ledger.redemptions(use.check_id))
      if (is_named(earlier, receipt) && earlier.state == RedemptionState::redeemed)
        return answer_again(use, *check, earlier, *wanted);
  const auto amount = plan_redemption(*check, *wanted, today);
  if (!amount) return fail(at(use, amount.error()));
  Redemption redemption;
  redemption.check_id = use.check_id;
  redemption.receipt = receipt.empty() ? unnamed_receipt(now) : receipt;
  redemption.amount_minor = *amount;
  redemption.redeemed_at = now;
  return ledger.redeem(*check, redemption);
}

Result<Redeemed> redeem_all(Tables& tables, const Account& account, const RedeemRequest& request, const Origin& origin,
                            Timestamp now) {
  const auto owner = owner_of(tables, account, request);
  if (!owner) return fail(owner.error());
  const auto settings = card_settings_of(account);
  const auto today = today_in(time_zone_of_store(account, settings, origin.store), now);
  BonusLedger ledger(tables, account, *owner, origin, now);
  Redeemed redeemed{*owner, {}, request.promotion_ids};
  for (const auto& use : request.checks) {
    auto after = redeem_one(ledger, use, request.receipt, today, now);
    if (!after) return fail(after.error());
    redeemed.checks.push_back(std::move(*after));
  }
  if (auto done = use_promotions(tables, account, settings, *owner, request, now); !done) return fail(done.error());
  ledger.enqueue();
  return redeemed;
}

Error completed(const BonusCheckUse& use) {
  return conflict(use.field, "The purchase with this bonus check is completed: its return gives the bonus check back.");
}

// What to undo of one check: the use under this receipt; without a receipt the latest one that no order shows yet, if it is
// within `undo_window`.
const Redemption* find_use(const std::vector<Redemption>& redemptions, const std::string& receipt, Timestamp now) {
  const Redemption* latest = nullptr;
  for (const auto& redemption : redemptions) {
    if (redemption.state != RedemptionState::redeemed) continue;
    if (!receipt.empty() && !is_named(redemption, receipt)) continue;
    if (receipt.empty() && (!redemption.order_id.empty() || now - redemption.redeemed_at > undo_window)) continue;
    latest = &redemption;
  }
  return latest;
}

Result<BonusCheck> undo_one(BonusLedger& ledger, const BonusCheckUse& use, const std::string& receipt, Timestamp now) {
  const auto check = ledger.find(use.check_id);
  if (!check) return fail(unknown_check(use));
  const auto redemptions = ledger.redemptions(use.check_id);
  const auto* redemption = find_use(redemptions, receipt, now);
  if (redemption == nullptr) return *check;  // nothing was used, or it is undone already
  if (!redemption->order_id.empty()) return fail(completed(use));
  return ledger.give_back(*check, *redemption, std::string(undone_by_till));
}

void name_uses_of_receipt(Tables& tables, const Account& account, domain::ContactId owner, BonusLedger& ledger,
                          RedeemRequest& request, Timestamp now) {
  for (const auto& check : tables.bonus.list(account.id, owner))
    if (find_use(ledger.redemptions(check.id), request.receipt, now) != nullptr)
      request.checks.push_back({check.id, {}, {}, "receipt_id"});
  request.promotion_ids = promotions_of_receipt(tables, account, card_settings_of(account), owner, request.receipt);
}

Result<Redeemed> undo_all(Tables& tables, const Account& account, RedeemRequest request, const Origin& origin, Timestamp now) {
  const auto owner = owner_of(tables, account, request);
  if (!owner) return fail(owner.error());
  BonusLedger ledger(tables, account, *owner, origin, now);
  const bool names_checks = !request.checks.empty() || !request.promotion_ids.empty();
  if (!names_checks) name_uses_of_receipt(tables, account, *owner, ledger, request, now);
  Redeemed undone{*owner, {}, request.promotion_ids};
  for (const auto& use : request.checks) {
    auto after = undo_one(ledger, use, request.receipt, now);
    if (!after) return fail(after.error());
    undone.checks.push_back(std::move(*after));
  }
  undo_promotions(tables, account, *owner, request, now);
  ledger.enqueue();
  return undone;
}

}  // namespace

Async<Result<Redeemed>> RedeemBonusChecks::operator()(const Account& account, RedeemRequest request, Origin origin) {
  if (auto fault = request_fault(request)) co_return fail(std::move(*fault));
  const auto now = clock_.now();
  co_return co_await in_transaction<Redeemed>(
      unit_, account.id, [&](Tables& tables) { return redeem_all(tables, account, request, origin, now); });
}

Async<Result<Redeemed>> UndoRedemption::operator()(const Account& account, RedeemRequest request, Origin origin) {
  const bool names_nothing = request.checks.empty() && request.promotion_ids.empty() && request.receipt.empty();
  if (names_nothing) co_return fail(invalid("bonus_check_ids", "The request names neither a bonus check nor a receipt."));
  if (!request.checks.empty())
    if (auto fault = request_fault(request)) co_return fail(std::move(*fault));
  const auto now = clock_.now();
  co_return co_await in_transaction<Redeemed>(unit_, account.id,
                                              [&](Tables& tables) { return undo_all(tables, account, request, origin, now); });
}

}  // namespace kassabro::app
