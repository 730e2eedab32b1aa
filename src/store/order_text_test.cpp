#include "store/order_text.hpp"

#include <gtest/gtest.h>

#include "app/damaged_record.hpp"

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

TEST(OrderText, is_spelled_as_every_order_that_is_stored_already) {
  domain::Order order;
  order.id = "7";
  order.store = "Götgatan \"1\"";
  order.ordered_at = from_epoch_ms(1611138542123);
  order.total_minor = 12500;
  order.contact = 42;
  order.person_erased = true;
  order.lines.emplace_back();
  order.lines.back().name = "A\tB";
  order.lines.back().promotion_ids = {"p1", "p2"};
  order.payments = {{"Card", 12500}};
  EXPECT_EQ(
      to_stored_text(order),
      R"({"id":"7","store":"Götgatan \"1\"","total":12500,"net":0,"vat":0,"discount":0,"type":"sale","state":"completed",)"
      R"("ordered_at":1611138542123,"contact":42,"person_erased":true,"lines":[{"name":"A\tB","quantity":0,"net":0,)"
      R"("vat":0,"discount":0,"gross_discount":0,"promotions":["p1","p2"]}],"payments":[{"name":"Card","amount":12500}]})");
}

// Found by chance: only what was no JSON at all was told as damage.
TEST(OrderText, tells_damage_and_goes_no_further) {
  for (const char* text : {"", "1", "[]", "{}", R"({"lines":[]})", R"({"lines":[1],"payments":[]})",
                           R"({"lines":{},"payments":[]})", R"({"lines":[{"bonus_checks":"b1"}],"payments":[]})",
                           R"({"lines":[{"bonus_checks":[1]}],"payments":[]})", R"({"lines":[],"payments":[null]})"})
    EXPECT_THROW(order_from_stored_text(text), app::DamagedRecord) << text;
}

}  // namespace
}  // namespace kassabro::store
