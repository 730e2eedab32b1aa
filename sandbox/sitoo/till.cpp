#include "sandbox/sitoo/till.hpp"

#include "sandbox/sitoo/spellings.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

void set_customer(Order& order, const json::object& contact) {
  order.contact_id = contact_id_of(contact);
  order.member_number = member_number_of(contact);
  order.email = text_member(contact, "email");
  order.phone = first_text(contact, {"mobile", "phone"});
  order.first_name = text_member(contact, "namefirst");
  order.last_name = text_member(contact, "namelast");
}

Order order_of(const Sale& sale, const json::object* contact, std::string receipt_id, Timestamp now) {
  Order order;
  order.receipt_id = std::move(receipt_id);
  order.sold_at = sale.sold_at.value_or(now);
  order.store = sale.store;
  order.cash_register = sale.cash_register;
  order.spi = sale.spi;
  order.state = sale.state;
  order.type = sale.type;
  order.lines = sale.lines;
  if (contact != nullptr) set_customer(order, *contact);
  if (order.contact_id.empty()) order.contact_id = sale.contact_id;
  return order;
}

// Split payments must add up to the sum, but for the rounding of cash.
Result<void> pay(Order& order, const Sale& sale) {
  if (sale.abort_after_redeem) return fail(conflict("abort_after_redeem", "The customer walked away before paying."));
  if (sale.payments.empty()) {
    if (sale.payment == "Cash") order.roundoff = cash_roundoff(order.totals().gross);
    order.payments = {{sale.payment, order.totals().gross}};
    return {};
  }
  order.payments = sale.payments;
  Minor paid = 0;
  for (const auto& payment : order.payments) paid += payment.amount;
  order.roundoff = paid - order.totals().gross;
  if (std::abs(order.roundoff) < 100) return {};
  return fail(invalid("payments", "The payments do not add up to the sum to pay."));
}

}  // namespace

std::int64_t Till::keep(Order order) {
  const std::scoped_lock lock(books_.mutex);
  return books_.add_order(std::move(order)).id;
}

Async<Sold> Till::sold(std::int64_t order_id, OrderEvent what) {
  Sold sold;
  sold.order_id = order_id;
  {
    const std::scoped_lock lock(books_.mutex);
    const auto& order = *books_.find_order(order_id);
    sold.receipt_id = order.receipt_id;
    sold.contact_id = order.contact_id;
  }
  sold.copy = co_await tell_crm(order_id, what);
  co_return sold;
}

Async<FoundContact> Till::customer_of(const Sale& sale) {
  const Desk desk{sale.spi, sale.store, sale.cash_register};
  if (!sale.contact_id.empty()) co_return co_await contacts_.get(desk, sale.contact_id);
  if (!sale.key.empty()) co_return co_await contacts_.find(desk, sale.key);
  co_return FoundContact{std::nullopt, 200, "", ""};
}

Async<Result<Sold>> Till::sell(Sale sale) {
  const Desk desk{sale.spi, sale.store, sale.cash_register};
  const auto customer = co_await customer_of(sale);
  const auto* contact = customer.contact ? &*customer.contact : nullptr;
  std::string receipt_id;
  {
    const std::scoped_lock lock(books_.mutex);
    receipt_id = books_.next_receipt_id(sale.store, sale.cash_register);
  }
  auto order = order_of(sale, contact, receipt_id, clock_.now());
  auto redemption = apply_rewards(order.lines, sale, contact);
  if (!redemption) co_return fail(redemption.error());
  redemption->receipt_id = receipt_id;
  if (const auto redeemed = co_await redeem(desk, order.contact_id, *redemption); !redeemed) co_return fail(redeemed.error());
  if (sale.type != OrderType::booking)
    if (const auto paid = pay(order, sale); !paid) {
      co_await undo(desk, order.contact_id, *redemption);
      co_return fail(paid.error());
    }
  auto sold = co_await this->sold(keep(std::move(order)), OrderEvent::add);
  sold.search_status = customer.status;
  sold.redeemed = std::move(*redemption);
  if (sale.email_receipt) {
    const std::scoped_lock lock(books_.mutex);
    note_event(books_, *books_.find_order(sold.order_id), OrderEvent::email_receipt, StateChanged::no, clock_.now());
  }
  co_return sold;
}

Async<Result<Sold>> Till::refund(Refund refund) {
  Order order;
  {
    const std::scoped_lock lock(books_.mutex);
    order = refund_order(books_, refund, clock_.now());
    order.receipt_id = books_.next_receipt_id(order.store, order.cash_register);
    if (order.spi == Spi::none) order.spi = Spi::v1;
  }
  co_return co_await sold(keep(std::move(order)), OrderEvent::add);
}

}  // namespace kassabro::sandbox::sitoo
