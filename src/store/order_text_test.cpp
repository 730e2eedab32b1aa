#include "store/order_text.hpp"

#include <gtest/gtest.h>

namespace kassabro::store {
namespace {

TEST(OrderText, gives_back_an_equal_order) {
  domain::Order order;
  order.id = "11513";
  order.receipt_id = "SII000000150000110009";
  order.type = domain::OrderType::exchange;
  order.state = domain::OrderState::cancelled;
  order.ordered_at = from_epoch_ms(1611138542123);
  order.currency = "SEK";
  order.total_minor = -299000;
  order.first_name = "Åsa \"A\"";
  order.contact = 42;
  domain::OrderLine line;
  line.sku = "1";
  line.quantity = -1;
  line.net_minor = -239200;
  line.vat_minor = -59800;
  line.vat_percent = "25";
  line.bonus_check_ids = {"b1", "b2"};
  order.lines = {line, {}};
  order.payments = {{"Card", -299000}};
  EXPECT_EQ(order_from_stored_text(to_stored_text(order)), order);
}

}  // namespace
}  // namespace kassabro::store
