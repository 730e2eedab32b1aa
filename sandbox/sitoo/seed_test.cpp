#include "sandbox/sitoo/seed.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "sandbox/sitoo/order_json.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

std::string text_of_all(const Books& books) {
  std::string text;
  for (const auto& [_, order] : books.orders) text += to_json_text(order_json(books, order));
  for (const auto& customer : books.customers) text += customer.email + customer.user_id;
  return text;
}

TEST(Seed, depends_on_nothing_but_the_plan) {
  Books one, two, other;
  seed(one, {50, 500, 7});
  seed(two, {10, 10, 3});
  seed(two, {50, 500, 7});
  seed(other, {50, 500, 8});
  EXPECT_EQ(text_of_all(one), text_of_all(two));
  EXPECT_NE(text_of_all(one), text_of_all(other));
}

TEST(Seed, makes_exactly_the_orders_asked_for_of_every_kind) {
  Books books;
  seed(books, {100, 2000, 1});
  EXPECT_EQ(books.customers.size(), 100U);
  ASSERT_EQ(books.orders.size(), 2000U);
  const auto count = [&](auto is) {
    return std::ranges::count_if(books.orders, [&](const auto& entry) { return is(entry.second); });
  };
  EXPECT_GT(count([](const Order& order) { return order.credit_order_id != 0; }), 20);
  EXPECT_GT(count([](const Order& order) { return order.is_return() && order.credit_order_id == 0; }), 0);
  EXPECT_GT(count([](const Order& order) { return order.type == OrderType::booking; }), 20);
  EXPECT_GT(count([](const Order& order) { return order.state == OrderState::cancelled; }), 10);
  EXPECT_GT(count([](const Order& order) { return order.payments.size() > 1; }), 50);
  EXPECT_GT(count([](const Order& order) { return order.roundoff != 0; }), 5);
  EXPECT_GT(count([](const Order& order) { return order.email.empty() && order.phone.empty(); }), 100);
  Timestamp last{};
  EXPECT_GT(count([&](const Order& order) { return order.sold_at < std::exchange(last, order.sold_at); }), 10)
      << "late offline sales";
}

TEST(Seed, every_order_is_paid_to_the_last_ore) {
  Books books;
  seed(books, {20, 1000, 2});
  for (const auto& [id, order] : books.orders) {
    if (order.payments.empty()) continue;
    Minor paid = 0;
    for (const auto& payment : order.payments) paid += payment.amount;
    ASSERT_EQ(paid, order.totals().gross) << id;
  }
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
