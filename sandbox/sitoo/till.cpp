#include "sandbox/sitoo/till.hpp"

#include "sandbox/sitoo/order_json.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

void set_customer(Order& order, const json::object& contact) {
  order.contact_id = contact_id_of(contact);
  order.member_number = member_number_of(contact);
  order.email = text_member(contact, "email");
  order.phone = text_member(contact, "mobile");
  order.first_name = text_member(contact, "namefirst");
  order.last_name = text_member(contact, "namelast");
  if (order.first_name.empty()) order.first_name = text_member(contact, "name_first");
  if (order.last_name.empty()) order.last_name = text_member(contact, "name_last");
}

Order order_of(const Sale& sale, const json::object* contact, std::string receipt_id, Timestamp now) {
  Order order;
  order.receipt_id = std::move(receipt_id);
  order.sold_at = sale.sold_at.value_or(now);
  order.store = sale.store;
  order.cash_register = sale.cash_register;
  order.spi = sale.spi;
  order.lines = sale.lines;
  if (contact != nullptr) set_customer(order, *contact);
  if (order.contact_id.empty()) order.contact_id = sale.contact_id;
  for (const auto& id : sale.bonus_checks)
    if (contact != nullptr)
      if (const auto check = find_check(*contact, id)) apply_bonus_check(order.lines, id, check->value);
  if (!sale.payments.empty()) {
    order.payments = sale.payments;
    Minor paid = 0;
    for (const auto& payment : order.payments) paid += payment.amount;
    order.roundoff = paid - order.totals().gross;
  } else {
    if (sale.payment == "Cash") order.roundoff = cash_roundoff(order.totals().gross);
    order.payments = {{sale.payment, order.totals().gross}};
  }
  return order;
}

// Split payments must add up to the sum, but for the rounding of cash.
Result<void> check_payments(const Order& order) {
  if (std::abs(order.roundoff) < 100) return {};
  return fail(invalid("payments", "The payments do not add up to the sum to pay."));
}

}  // namespace

std::int64_t Till::keep(Order order) {
  const std::scoped_lock lock(books_.mutex);
  return books_.add_order(std::move(order)).id;
}

Async<Till::Customer> Till::customer_of(const Sale& sale) {
  Customer customer;
  if (sale.contact_id.empty() && sale.key.empty()) co_return customer;
  auto found =
      sale.contact_id.empty() ? co_await contacts_.find(sale.spi, sale.key) : co_await contacts_.get(sale.spi, sale.contact_id);
  customer.contact = std::move(found.contact);
  customer.status = found.status;
  customer.message = std::move(found.message);
  co_return customer;
}

Async<Result<void>> Till::redeem(const Sale& sale, const json::object* contact, std::string receipt_id) {
  if (sale.bonus_checks.empty()) co_return Result<void>{};
  if (contact == nullptr)
    co_return fail(Error{ErrorCode::unavailable, "Bonus checks need a customer whom the CRM knows.", "bonus_checks"});
  for (const auto& id : sale.bonus_checks)
    if (!find_check(*contact, id)) co_return fail(invalid("bonus_checks", "The customer has no bonus check " + id + "."));
  const auto answer = co_await contacts_.redeem(sale.spi, contact_id_of(*contact), sale.bonus_checks, std::move(receipt_id));
  if (answer.ok()) co_return Result<void>{};
  if (answer.is_temporary())
    co_return fail(Error{ErrorCode::unavailable, describe(answer.status, answer.message), "bonus_checks"});
  co_return fail(
      conflict("bonus_checks", "The CRM refused the bonus check: it answered " + std::to_string(answer.status) + "."));
}

Async<Result<Sold>> Till::sell(Sale sale) {
  const auto customer = co_await customer_of(sale);
  const auto* contact = customer.contact ? &*customer.contact : nullptr;
  std::string receipt_id;
  {
    const std::scoped_lock lock(books_.mutex);
    receipt_id = books_.next_receipt_id(sale.store, sale.cash_register);
  }
  auto order = order_of(sale, contact, receipt_id, clock_.now());
  if (const auto good = check_payments(order); !good) co_return fail(good.error());
  if (const auto redeemed = co_await redeem(sale, contact, receipt_id); !redeemed) co_return fail(redeemed.error());
  Sold sold{0, receipt_id, order.contact_id, customer.status, {}};
  sold.order_id = keep(std::move(order));
  sold.copy = co_await tell_crm(sold.order_id);
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
  Sold sold{0, order.receipt_id, order.contact_id, 200, {}};
  sold.order_id = keep(std::move(order));
  sold.copy = co_await tell_crm(sold.order_id);
  co_return sold;
}

}  // namespace kassabro::sandbox::sitoo
