// The life of orders, as REST shows it and as events tell it.
#include "sandbox/sitoo/order_life.hpp"

#include <gtest/gtest.h>

#include "sandbox/sitoo/order_json.hpp"
#include "sandbox/sitoo/testing.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

using testing::object_of;
using testing::Shop;
using Events = std::vector<std::string>;

struct Counter : Shop {
  std::int64_t sell_v2(const std::string& more = "") {
    const auto sold = sell(R"({"spi":"v2","items":[{"sku":"A","price":"100.00","quantity":2}])" + more + "}");
    return sold ? sold->order_id : 0;
  }
  std::int64_t book() {
    auto sale = *parse_sale(object_of(R"({"spi":"v2","items":[{"sku":"A","price":"100.00"}]})"), books);
    sale.type = OrderType::booking;
    sale.state = OrderState::open;
    return run(till.sell(sale))->order_id;
  }
  json::object shown(std::int64_t order_id) { return order_json(books, *books.find_order(order_id)); }
  std::string data(std::int64_t order_id, const char* key) {
    return text_member(shown(order_id).at("additionaldata").as_object(), key);
  }
};

TEST(OrderLife, an_open_order_is_reserved_and_then_closed) {
  Counter shop;
  const auto id = shop.sell_v2(R"(,"state":"open")");
  EXPECT_EQ(int_member(shop.shown(id), "orderstateid"), 0);
  EXPECT_EQ(int_member(shop.shown(id), "paymentstateid"), 15);
  EXPECT_TRUE(shop.shown(id).at("payments").as_array().empty());
  EXPECT_EQ(text_member(shop.shown(id).at("reservedpayments").as_array()[0].as_object(), "moneyreserved"), "200.00");
  const auto closed = shop.run(shop.till.close(id));
  ASSERT_TRUE(closed);
  EXPECT_EQ(to_json(closed->copy),
            (json::object{{"sent", false}, {"status", 0}, {"message", "The event waits in Sitoo's queue."}, {"event", true}}));
  EXPECT_EQ(int_member(shop.shown(id), "paymentstateid"), 20);
  EXPECT_EQ(shop.waiting_events(), (Events{"add open 11501", "update closed 11501"}));
  EXPECT_FALSE(shop.run(shop.till.close(id))) << "it is not open any more";
}

TEST(OrderLife, spi_v1_copies_an_order_when_it_is_completed) {
  Counter shop;
  const auto sold = shop.sell(R"({"items":[{"sku":"A","price":"100.00"}],"state":"open"})");
  EXPECT_TRUE(shop.crm.to("/sitoo/transactions").empty());
  EXPECT_TRUE(shop.run(shop.till.close(sold->order_id))->copy.sent);
  EXPECT_EQ(shop.crm.to("/sitoo/transactions").size(), 1U);
  EXPECT_TRUE(shop.waiting_events().empty());
  shop.books.switches.events_for_v1 = true;
  EXPECT_TRUE(shop.sell(R"({"items":[{"sku":"A","price":"100.00"}]})"));
  EXPECT_EQ(shop.waiting_events(), Events{"add closed 11502"});
}

TEST(OrderLife, cancelling_is_final) {
  Counter shop;
  const auto id = shop.sell_v2();
  EXPECT_TRUE(change_state(shop.books, id, OrderState::cancelled, shop.clock.now()));
  EXPECT_EQ(change_state(shop.books, id, OrderState::cancelled, shop.clock.now()).error().code, ErrorCode::conflict);
  EXPECT_EQ(change_state(shop.books, 1, OrderState::cancelled, shop.clock.now()).error().code, ErrorCode::not_found);
  EXPECT_EQ(shop.waiting_events(), (Events{"add closed 11501", "update cancelled 11501"}));
}

TEST(OrderLife, an_update_is_shown_as_it_stands) {
  Counter shop;
  const auto id = shop.sell_v2(R"(,"email_receipt":true)");
  ASSERT_TRUE(override_order(shop.books, id, object_of(R"({"email":"late@example.com","additionaldata":[],"orderstateid":77})"),
                             shop.clock.now()));
  EXPECT_EQ(text_member(shop.shown(id), "email"), "late@example.com");
  EXPECT_TRUE(shop.shown(id).at("additionaldata").is_array());
  EXPECT_EQ(int_member(shop.shown(id), "orderstateid"), 77);
  ASSERT_TRUE(override_order(shop.books, id, object_of(R"({"orderstateid":20})"), shop.clock.now()));
  EXPECT_EQ(shop.books.find_order(id)->state, OrderState::cancelled);
  EXPECT_EQ(shop.waiting_events(),
            (Events{"add closed 11501", "email-receipt 11501", "update 11501", "update cancelled 11501"}));
}

TEST(OrderLife, a_booking_becomes_an_order_that_names_it) {
  Counter shop;
  const auto booking = shop.book();
  EXPECT_EQ(int_member(shop.shown(booking), "ordertypeid"), 100);
  EXPECT_TRUE(shop.books.find_order(booking)->payments.empty());
  const auto sold = shop.run(shop.till.convert(booking, "Card", OrderState::closed));
  ASSERT_TRUE(sold);
  EXPECT_EQ(shop.data(sold->order_id, "pos-sourceorderid"), std::to_string(booking));
  EXPECT_EQ(int_member(shop.shown(sold->order_id), "ordertypeid"), 10);
  EXPECT_EQ(shop.waiting_events(), (Events{"add open 11501", "update closed 11501", "add closed 11502"}));
  EXPECT_EQ(text_member(shop.books.events.list().at("waiting").as_array()[0].as_object(), "event_type"), "booking");
  EXPECT_FALSE(shop.run(shop.till.convert(booking, "Card", OrderState::closed)));
}

TEST(OrderLife, an_exchange_is_two_orders_that_point_at_each_other) {
  Counter shop;
  const auto id = shop.sell_v2();
  const auto parsed = parse_exchange(
      {{"order_id", id}, {"items", {{{"sku", "A"}, {"quantity", 1}}}}, {"new_items", {{{"sku", "B"}, {"price", "130.00"}}}}},
      shop.books);
  ASSERT_TRUE(parsed);
  const auto exchanged = shop.run(shop.till.exchange(*parsed));
  ASSERT_TRUE(exchanged);
  const auto refund = exchanged->refund.order_id, sale = exchanged->sale.order_id;
  EXPECT_EQ(shop.data(refund, "pos-refundsales-orderid"), std::to_string(sale));
  EXPECT_EQ(shop.data(sale, "pos-refund-orderid"), std::to_string(refund));
  EXPECT_EQ(shop.data(sale, "pos-refund-receiptid"), exchanged->refund.receipt_id);
  EXPECT_EQ(int_member(shop.shown(refund), "creditorderid"), id);
  const auto paid = shop.shown(sale).at("payments").as_array(), back = shop.shown(refund).at("payments").as_array();
  ASSERT_EQ(paid.size(), 2U);
  EXPECT_EQ(text_member(paid[0].at("additionaldata").as_object(), "virtual-payment"), "true");
  EXPECT_EQ(text_member(paid[1].as_object(), "moneyamount"), "30.00");
  ASSERT_EQ(back.size(), 1U);
  EXPECT_EQ(text_member(back[0].as_object(), "moneyamount"), "-100.00");
}

TEST(OrderLife, a_return_without_a_receipt_names_no_sale) {
  Counter shop;
  const auto id = shop.sell_v2();
  const auto refund = parse_refund({{"order_id", id}, {"linked", false}}, shop.books);
  const auto returned = shop.run(shop.till.refund(*refund));
  EXPECT_TRUE(shop.shown(returned->order_id).at("creditorderid").is_null());
  EXPECT_EQ(shop.data(returned->order_id, "pos-originalsales-orderid"), "");
  EXPECT_EQ(text_member(shop.shown(returned->order_id), "moneytotal_gross_all"), "-200.00");
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
