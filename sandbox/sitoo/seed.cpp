#include "sandbox/sitoo/seed.hpp"

#include <fmt/format.h>

#include "sandbox/sample/dice.hpp"
#include "sandbox/sample/people.hpp"
#include "sandbox/sample/period.hpp"
#include "sandbox/sitoo/refund.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

constexpr std::int64_t count_max = 2'000'000;

using sample::Dice;
using sample::last_day_ms;
using sample::pick;
using sample::span_seconds;

Customer make_customer(Dice& dice, std::int64_t number) {
  const std::string first = pick(dice, sample::first_names), last = pick(dice, sample::last_names);
  const auto created = last_day_ms - 1000 * (span_seconds + dice.below(span_seconds));
  return {fmt::format("{{{:08X}-0C55-4A4E-9A53-{:012X}}}", dice.below(1LL << 32), number),
          fmt::format("{}.{}{}@example.com", sample::ascii_name(first), sample::ascii_name(last), number),
          fmt::format("+4670{:07}", 1'000'000 + number % 9'000'000),
          first,
          last,
          from_epoch_ms(created)};
}

std::vector<Line> make_lines(Dice& dice, const Books& books) {
  std::vector<Line> lines;
  const auto rows = 1 + dice.below(4);
  for (std::int64_t i = 0; i < rows; ++i) {
    const auto& product = pick(dice, books.products);
    Line line;
    line.sku = product.sku;
    line.name = product.name;
    line.unit_gross = product.price;
    line.vat_hundredths = product.vat_hundredths;
    line.quantity = dice.percent(80) ? 1 : 2 + dice.below(3);
    if (dice.percent(12)) line.discount = share_of(line.gross(), 10 + 10 * dice.below(4), 100);
    lines.push_back(std::move(line));
  }
  return lines;
}

void pay(Dice& dice, Order& order, bool anonymous) {
  const auto total = order.totals().gross;
  if (anonymous && dice.percent(50)) {
    order.roundoff = cash_roundoff(total);
    order.payments = {{"Cash", total + order.roundoff}};
  } else if (total > 200'00 && dice.percent(10)) {
    order.payments = {{"Gift card", 100'00}, {"Card", total - 100'00}};
  } else {
    order.payments = {{dice.percent(70) ? "Card" : "Swish", total}};
  }
}

Order make_sale(Dice& dice, Books& books, Timestamp at) {
  Order order;
  order.sold_at = at;
  order.store = static_cast<std::size_t>(dice.below(static_cast<std::int64_t>(books.stores.size())));
  order.cash_register = static_cast<std::size_t>(dice.below(2));
  order.receipt_id = books.next_receipt_id(order.store, order.cash_register);
  order.lines = make_lines(dice, books);
  const bool anonymous = books.customers.empty() || dice.percent(20);
  if (!anonymous) {
    const auto& customer = pick(dice, books.customers);
    order.email = dice.percent(90) ? customer.email : "";
    order.phone = dice.percent(80) || order.email.empty() ? customer.mobile : "";
    order.first_name = customer.first_name;
    order.last_name = customer.last_name;
  }
  pay(dice, order, anonymous);
  if (dice.percent(3)) {
    order.type = OrderType::booking;
    order.state = OrderState::open;
    order.payments.clear();
    order.roundoff = 0;
  } else if (dice.percent(2)) {
    order.state = OrderState::cancelled;
  }
  return order;
}

// A return of an earlier order; one in ten is without a receipt, so nothing links it to the sale (REST contract, 3.9).
std::optional<Order> make_return(Dice& dice, Books& books, Timestamp at) {
  if (books.orders.empty()) return std::nullopt;
  const auto first = books.orders.begin()->first;
  const auto* sold = books.find_order(first + dice.below(static_cast<std::int64_t>(books.orders.size())));
  if (sold == nullptr || sold->is_return() || sold->state != OrderState::closed) return std::nullopt;
  if (books.returned_quantity(sold->id, 0) > 0) return std::nullopt;
  auto order = refund_order(books, {sold->id, {{0, 1}}, at}, at);
  order.receipt_id = books.next_receipt_id(order.store, order.cash_register);
  if (dice.percent(10)) order.credit_order_id = 0;
  return order;
}

}  // namespace

Result<SeedPlan> parse_seed_plan(const json::object& body) {
  SeedPlan plan;
  const auto read = [&](const char* name, std::int64_t& value) -> Result<void> {
    if (!body.contains(name)) return {};
    const auto number = int_member(body, name);
    if (!number || *number < 0 || *number > count_max) return fail(invalid(name, "Must be a whole number from 0 to 2000000."));
    value = *number;
    return {};
  };
  auto number = static_cast<std::int64_t>(plan.seed);
  if (const auto good = read("customers", plan.customers); !good) return fail(good.error());
  if (const auto good = read("orders", plan.orders); !good) return fail(good.error());
  if (const auto good = read("seed", number); !good) return fail(good.error());
  plan.seed = static_cast<std::uint64_t>(number);
  return plan;
}

void seed(Books& books, const SeedPlan& plan) {
  Dice dice(plan.seed);
  books.clear_sales();
  for (std::int64_t i = 1; i <= plan.customers; ++i) books.customers.push_back(make_customer(dice, i));
  for (std::int64_t i = 0; i < plan.orders; ++i) {
    auto at = last_day_ms - 1000 * (span_seconds - span_seconds * i / std::max<std::int64_t>(1, plan.orders));
    if (dice.percent(2)) at -= 1000 * (3'600 + dice.below(2LL * 86'400));  // an offline till: a late number, an early date
    std::optional<Order> order;
    if (dice.percent(6)) order = make_return(dice, books, from_epoch_ms(at));
    if (!order) order = make_sale(dice, books, from_epoch_ms(at));
    books.add_order(std::move(*order));
  }
}

}  // namespace kassabro::sandbox::sitoo
