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

bool names_no_purchase(const Redemption& redemption) { return redemption.receipt.starts_with(domain::unnamed_receipt_prefix); }

bool is_named_by(const Redemption& redemption, const Order& order) {
  return redemption.order_id.empty() && (redemption.receipt == order.receipt_id || redemption.receipt == order.id);
}

// The redemption that this order shows: the one that it has confirmed already, or else by its names one that stands, or else
// one that the till gave no name, or else one that was taken back.
Redemption* find_redemption(std::vector<Redemption>& redemptions, const Order& order) {
  const auto first = [&](auto is_it) {
    const auto found = std::ranges::find_if(redemptions, is_it);
    return found == redemptions.end() ? nullptr : &*found;
  };
  const auto stands = [](const Redemption& redemption) { return redemption.state != RedemptionState::undone; };
  if (auto* confirmed = first([&](const auto& one) { return one.order_id == order.id; })) return confirmed;
  if (auto* named = first([&](const auto& one) { return stands(one) && is_named_by(one, order); })) return named;
  if (auto* unnamed = first([&](const auto& one) {
        return one.order_id.empty() && one.state == RedemptionState::redeemed && names_no_purchase(one);
      }))
    return unnamed;
  return first([&](const auto& one) { return is_named_by(one, order); });
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

// A use that was undone counts after all, with what is left of the check now.
void use_again(BonusLedger& ledger, Redemption redemption) {
  redemption.undone_at.reset();
  redemption.undone_by.clear();
  const auto check = ledger.find(redemption.check_id);
  redemption.state = check ? RedemptionState::redeemed : RedemptionState::unmatched;
  if (!check) return ledger.save(redemption);
  redemption.amount_minor = std::min(redemption.amount_minor, check->remaining_minor);
  ledger.use(*check, redemption);
}

// What the till took back, yet the receipt shows, or what was given back when the order was cancelled, which it is no more.
bool is_taken_back_in_vain(const Redemption& redemption) {
  return redemption.state == RedemptionState::undone &&
         (redemption.undone_by == undone_by_till || redemption.undone_by == undone_by_cancelling);
}

// The sale is made: nothing can refuse it any more. What is not left is noted, not taken.
void use_check(BonusLedger& ledger, const CardSettings& settings, const Order& order, const std::string& check_id) {
  auto check = ledger.find(check_id);
  auto redemptions = ledger.redemptions(check_id);
  auto* known = find_redemption(redemptions, order);
  if (known != nullptr) {
    const bool is_confirmed = !known->order_id.empty();
    known->order_id = order.id;
    if (is_taken_back_in_vain(*known)) return use_again(ledger, *known);
    if (!is_confirmed) ledger.save(*known);
    return;
  }
  const bool is_foreign = check && check->currency != order.currency;
  const auto wanted = is_foreign ? 0 : discount_of(order, check_id, settings.order_use);
  if (!check) {
    ledger.save(redemption_by(order, redemptions, check_id, wanted, RedemptionState::unmatched));
    return;
  }
  ledger.use(*check, redemption_by(order, redemptions, check_id, taken_of(*check, wanted), RedemptionState::redeemed));
}

std::int64_t pieces(const Order& order, int sign) {
  std::int64_t count = 0;
  for (const auto& line : order.lines)
    if (line.quantity * sign > 0) count += line.quantity * sign;
  return count;
}

// The return that gives the checks of a sale back; empty: none does.
std::string given_back_by(Tables& tables, const Account& account, const CardSettings& settings, const Order& sale) {
  if (sale.state == domain::OrderState::cancelled) return std::string(undone_by_cancelling);
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

// A return that is cancelled gives nothing back: what it gave is used again, unless another return of the sale gives it.
void take_again(Tables& tables, const Account& account, const CardSettings& settings, const Order& sale, const Origin& origin,
                Timestamp now) {
  if (!given_back_by(tables, account, settings, sale).empty()) return;
  for (const auto& [contact, redemption] : tables.bonus.list_redemptions_of_order(account.id, sale.id)) {
    if (redemption.state != RedemptionState::undone || is_taken_back_in_vain(redemption)) continue;
    BonusLedger ledger(tables, account, contact, origin, now);
    use_again(ledger, redemption);
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
  const auto sale = tables.orders.find(account.id, order.credited_order_id);
  if (!sale) return;
  if (is_cancelled)
    take_again(tables, account, settings, sale->order, origin, now);
  else
    give_back(tables, account, settings, sale->order, origin, now);
}

}  // namespace kassabro::app
