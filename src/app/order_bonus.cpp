#include "app/order_bonus.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"

namespace kassabro::app {
namespace {

using domain::BonusCheck;
using domain::Order;
using domain::OrderLine;
using domain::Redemption;
using domain::RedemptionState;

// What the rows that name the check were cheaper by; 0: they do not say, so it is all that is left.
std::int64_t discount_of(const Order& order, std::string_view check_id, OrderUse rule) {
  if (rule == OrderUse::whole) return 0;
  std::int64_t discount = 0;
  for (const auto& line : order.lines)
    if (line.quantity > 0 && std::ranges::find(line.bonus_check_ids, check_id) != line.bonus_check_ids.end())
      discount += line.gross_discount_minor;
  return discount;
}

std::vector<std::string> checks_used(const Order& order) {
  std::vector<std::string> ids;
  for (const auto& line : order.lines)
    for (const auto& id : line.bonus_check_ids)
      if (line.quantity > 0 && std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  return ids;
}

bool names_no_purchase(const Redemption& redemption) { return redemption.receipt.starts_with(domain::unnamed_receipt); }

bool is_of(const Redemption& redemption, const Order& order) {
  if (!redemption.order_id.empty()) return redemption.order_id == order.id;
  return redemption.receipt == order.receipt_id || redemption.receipt == order.id;
}

// The redemption that this order shows: by its names, or else one that the till gave no name.
Redemption* find_redemption(std::vector<Redemption>& redemptions, const Order& order) {
  for (auto& redemption : redemptions)
    if (is_of(redemption, order)) return &redemption;
  for (auto& redemption : redemptions)
    if (redemption.order_id.empty() && redemption.state == RedemptionState::redeemed && names_no_purchase(redemption))
      return &redemption;
  return nullptr;
}

// A receipt number that another order has used already does not name this one.
std::string receipt_of(const Order& order, const std::vector<Redemption>& others) {
  for (const auto& name : {order.receipt_id, order.id})
    if (!name.empty() && std::ranges::find(others, name, &Redemption::receipt) == others.end()) return name;
  return "order " + order.id;
}

Redemption redemption_by(const Order& order, const std::vector<Redemption>& others, std::string check_id,
                         std::int64_t amount_minor, RedemptionState state) {
  Redemption redemption;
  redemption.check_id = std::move(check_id);
  redemption.receipt = receipt_of(order, others);
  redemption.amount_minor = amount_minor;
  redemption.state = state;
  redemption.order_id = order.id;
  redemption.redeemed_at = order.ordered_at;
  return redemption;
}

// The sale is made: nothing can refuse it any more. What is not left is noted, not taken.
void use_check(BonusLedger& ledger, const CardSettings& settings, const Order& order, const std::string& check_id) {
  auto check = ledger.find(check_id);
  auto redemptions = ledger.redemptions(check_id);
  auto* known = find_redemption(redemptions, order);
  if (known != nullptr && known->state == RedemptionState::undone && known->undone_by == "till" && check) {
    // The till took it back, yet the receipt shows it: the receipt is right.
    known->amount_minor = std::min(known->amount_minor, check->remaining_minor);
    known->state = RedemptionState::redeemed;
    known->undone_at.reset();
    known->undone_by.clear();
    known->order_id = order.id;
    ledger.redeem(*check, *known);
    return;
  }
  if (known != nullptr) {
    if (!known->order_id.empty()) return;
    known->order_id = order.id;
    ledger.save(*known);
    return;
  }
  const bool is_foreign = check && check->currency != order.currency;
  const auto wanted = is_foreign ? 0 : discount_of(order, check_id, settings.order_use);
  if (!check) {
    ledger.save(redemption_by(order, redemptions, check_id, wanted, RedemptionState::unmatched));
    return;
  }
  const auto redemption = redemption_by(order, redemptions, check_id, taken_of(*check, wanted), RedemptionState::redeemed);
  if (redemption.amount_minor > 0)
    ledger.redeem(*check, redemption);
  else
    ledger.note_overspent(*check, redemption);
}

std::int64_t pieces(const Order& order, int sign) {
  std::int64_t count = 0;
  for (const auto& line : order.lines)
    if (line.quantity * sign > 0) count += line.quantity * sign;
  return count;
}

// The return that gives the checks of a sale back; empty: none does.
std::string given_back_by(Tables& tables, const Account& account, const CardSettings& settings, const Order& sale) {
  if (sale.state == domain::OrderState::cancelled) return "cancelled";
  if (settings.give_back == GiveBack::never) return {};
  const auto returns = tables.orders.list_crediting(account.id, sale.id);
  if (returns.empty()) return {};
  if (settings.give_back == GiveBack::any) return returns.front().id;
  std::int64_t came_back = 0;
  for (const auto& order : returns) came_back += pieces(order, -1);
  return came_back >= pieces(sale, +1) ? returns.back().id : std::string();
}

void give_back(Tables& tables, const Account& account, const CardSettings& settings, const Order& sale, const Origin& origin,
               Timestamp now) {
  auto redemptions = tables.bonus.list_redemptions_of_order(account.id, sale.id);
  // Cancelled before it was ever completed: no order has confirmed what the till redeemed for it.
  if (sale.state == domain::OrderState::cancelled && sale.contact)
    for (auto& redemption : tables.bonus.list_open_redemptions(account.id, *sale.contact, sale.receipt_id, sale.id))
      redemptions.push_back({*sale.contact, std::move(redemption)});
  if (redemptions.empty()) return;
  const auto by = given_back_by(tables, account, settings, sale);
  if (by.empty()) return;
  for (const auto& [contact, redemption] : redemptions) {
    if (redemption.state == RedemptionState::undone) continue;
    BonusLedger ledger(tables, account, contact, origin, now);
    auto ended = redemption;
    if (const auto check = ledger.find(redemption.check_id); check && redemption.state == RedemptionState::redeemed) {
      ledger.give_back(*check, redemption, by);
    } else {
      ended.state = RedemptionState::undone;
      ended.undone_at = now;
      ended.undone_by = by;
      ledger.save(ended);
    }
    ledger.enqueue();
  }
}

}  // namespace

void settle_order_bonus(Tables& tables, const Account& account, const Order& order, const Origin& origin, Timestamp now) {
  if (order.state == domain::OrderState::open) return;
  const auto ids = checks_used(order);
  const bool is_cancelled = order.state == domain::OrderState::cancelled;
  if (ids.empty() && order.credited_order_id.empty() && !is_cancelled) return;
  const auto settings = card_settings_of(account);
  if (order.contact && order.state == domain::OrderState::completed && !ids.empty()) {
    BonusLedger ledger(tables, account, *order.contact, origin, now);
    for (const auto& id : ids) use_check(ledger, settings, order, id);
    ledger.enqueue();
  }
  if (!ids.empty() || is_cancelled) give_back(tables, account, settings, order, origin, now);
  if (order.credited_order_id.empty()) return;
  if (const auto sale = tables.orders.find(account.id, order.credited_order_id))
    give_back(tables, account, settings, sale->order, origin, now);
}

}  // namespace kassabro::app
