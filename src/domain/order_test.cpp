#include "domain/order.hpp"

#include <gtest/gtest.h>

namespace kassabro::domain {
namespace {

OrderLine line(std::int64_t quantity, std::int64_t net_minor) {
  OrderLine out;
  out.quantity = quantity;
  out.net_minor = net_minor;
  return out;
}

TEST(Order, its_type_is_told_by_the_signs_of_its_lines) {
  EXPECT_EQ(type_of({line(1, 100)}, 100), OrderType::sale);
  EXPECT_EQ(type_of({line(-1, -100)}, -100), OrderType::return_);
  EXPECT_EQ(type_of({line(-1, -100), line(1, 300)}, 200), OrderType::exchange);
  EXPECT_EQ(type_of({}, -5), OrderType::return_);
}

TEST(Order, a_negative_quantity_on_a_sale_is_a_fault_that_names_the_line) {
  Order order;
  order.total_minor = 200;
  order.lines = {line(1, 100), line(-1, 100)};
  ASSERT_TRUE(order_fault(order));
  EXPECT_EQ(order_fault(order)->field, "orderitems[1].quantity");
  order.lines = {line(-1, 0)};
  ASSERT_TRUE(order_fault(order));
  order.lines = {line(-1, -100), line(1, 300)};
  EXPECT_FALSE(order_fault(order));
}

TEST(Order, a_bonus_check_spread_over_lines_counts_once) {
  Order order;
  order.lines = {line(1, 100), line(1, 100)};
  order.lines[0].bonus_check_ids = {"b1"};
  order.lines[1].bonus_check_ids = {"b1", "b2"};
  EXPECT_EQ(bonus_check_ids(order), (std::vector<std::string>{"b1", "b2"}));
}

}  // namespace
}  // namespace kassabro::domain
