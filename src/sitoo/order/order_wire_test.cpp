#include "sitoo/order/order_wire.hpp"

#include <gtest/gtest.h>

namespace kassabro::sitoo {
namespace {

const OrderContext context{"SEK", "Europe/Stockholm", from_epoch_ms(1700000000000)};

Result<domain::Order> parse(std::string_view text) { return parse_order(*parse_json(text), context); }

std::string fault_field(std::string_view text) {
  const auto order = parse(text);
  return order ? "" : order.error().field;
}

TEST(OrderWire, reads_the_published_order_object) {
  const auto order = parse(R"({"orderid":11513,"orderdate":1611138542,"orderstateid":10,"ordertypeid":10,"currencycode":"SEK",
    "moneyfinal_net":"360.00","moneyfinal_vat":"71.00","moneytotal_gross_roundoff":"0.00","moneytotal_gross_all":"431.00",
    "email":"anna@shop.se","registerid":"{3CCB9848}",
    "additionaldata":{"pos-receiptid":"SII000000150000110009","customcrm-contactid":"42","store-externalid":"200","store-name":"City"},
    "orderitems":[{"orderitemid":0,"sku":"1","productname":"Shirt","quantity":2,"vatvalue":25,"moneynetpriceperunit":"80.00",
      "moneyitemtotal_net":"160.00","moneyitemtotal_vat":"40.00","moneydiscount":"20.00",
      "additionaldata":{"customcrm-bonuscheckid":"b1"}},
      {"orderitemid":1,"sku":"2","productname":"Book","quantity":1,"vatvalue":6,"moneyitemtotal_net":"200.00","moneyitemtotal_vat":"31.00"}],
    "payments":[{"name":"Card","moneyamount":"400.00"},{"name":"Gift card","moneyamount":"31.00"}]})");
  ASSERT_TRUE(order) << order.error().message;
  EXPECT_EQ(order->id, "11513");
  EXPECT_EQ(order->receipt_id, "SII000000150000110009");
  EXPECT_EQ(order->total_minor, 43100);
  EXPECT_EQ(order->net_minor, 36000);
  EXPECT_EQ(order->vat_minor, 7100);
  EXPECT_EQ(order->discount_minor, 4000);
  EXPECT_EQ(order->type, domain::OrderType::sale);
  EXPECT_EQ(order->state, domain::OrderState::completed);
  EXPECT_EQ(order->contact_ref, "42");
  EXPECT_EQ(order->store, "City");
  EXPECT_EQ(order->payments.size(), 2U);
  EXPECT_EQ(bonus_check_ids(*order), std::vector<std::string>{"b1"});
  EXPECT_EQ(to_iso(order->ordered_at), "2021-01-20T10:29:02Z");
}

TEST(OrderWire, a_return_has_negative_rows_and_names_the_sale_it_takes_back) {
  const auto order =
      parse(R"({"orderid":11512,"creditorderid":11500,"moneytotal_gross_all":"-2990.00","moneyfinal_net":"-2392.00",
    "moneyfinal_vat":"-598.00","additionaldata":[],"orderitems":[{"quantity":-1,"moneynetpriceperunit":"2392.00",
    "moneyitemtotal_net":"-2392.00","moneyitemtotal_vat":"-598.00"}],"payments":[{"name":"Card","moneyamount":"-2990.00"}]})");
  ASSERT_TRUE(order);
  EXPECT_EQ(order->type, domain::OrderType::return_);
  EXPECT_EQ(order->credited_order_id, "11500");
  EXPECT_EQ(order->total_minor, -299000);
}

TEST(OrderWire, tells_purchases_from_bookings_and_cancelled_orders) {
  EXPECT_EQ(parse(R"({"orderid":1})")->state, domain::OrderState::completed);
  EXPECT_EQ(parse(R"({"orderid":1,"orderstateid":0})")->state, domain::OrderState::open);
  EXPECT_EQ(parse(R"({"orderid":1,"orderstateid":10,"ordertypeid":100})")->state, domain::OrderState::open);
  EXPECT_EQ(parse(R"({"orderid":1,"orderstateid":20})")->state, domain::OrderState::cancelled);
  EXPECT_EQ(parse(R"({"orderid":1,"orderstateid":-1})")->state, domain::OrderState::cancelled);
}

TEST(OrderWire, a_number_that_we_do_not_know_completes_nothing) {
  for (const char* state : {"15", "30", "-2"})
    EXPECT_EQ(parse(R"({"orderid":1,"orderstateid":)" + std::string(state) + "}")->state, domain::OrderState::open) << state;
  for (const char* type : {"110", "120"})
    EXPECT_EQ(parse(R"({"orderid":1,"orderstateid":10,"ordertypeid":)" + std::string(type) + "}")->state,
              domain::OrderState::open)
        << type;
}

std::int64_t gross_discount(const std::string& members) {
  const auto order = parse(R"({"orderid":1,"orderitems":[{"quantity":1,)" + members + "}]}");
  return order ? order->lines.at(0).gross_discount_minor : -1;
}

TEST(OrderWire, a_discount_counts_with_its_vat_even_where_nothing_is_left_to_pay) {
  const std::string paid_by_check = R"("moneyitemtotal_net":"0.00","moneyitemtotal_vat":"0.00",)";
  EXPECT_EQ(
      gross_discount(R"("vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00","moneydiscount":"16.00")"),
      2'000);
  EXPECT_EQ(gross_discount(paid_by_check + R"("vatvalue":25,"moneydiscount":"80.00")"), 10'000);
  EXPECT_EQ(gross_discount(paid_by_check + R"("vatvalue":"25.0","moneydiscount":"80.00")"), 10'000);
  EXPECT_EQ(gross_discount(paid_by_check + R"("vatvalue":12.5,"moneydiscount":"0.04")"), 5) << "0.045 is rounded up";
  for (const char* none : {R"("vatvalue":0,)", R"("vatvalue":"moms",)", R"("vatvalue":-25,)", R"("vatvalue":1e300,)", ""})
    EXPECT_EQ(gross_discount(paid_by_check + none + R"("moneydiscount":"80.00")"), 8'000) << none;
  EXPECT_EQ(gross_discount(paid_by_check + R"("vatvalue":25,"moneydiscount":"90000000000.00")"), 9'000'000'000'000);
  EXPECT_EQ(
      gross_discount(R"("moneyitemtotal_net":"0.01","moneyitemtotal_vat":"90000000000.00","moneydiscount":"80000000000.00")"),
      9'000'000'000'000);
}

TEST(OrderWire, an_empty_map_may_be_an_array_or_null) {
  for (const char* empty : {"[]", "null", "{}", "\"\""}) {
    const auto order = parse(R"({"orderid":1,"additionaldata":)" + std::string(empty) + R"(,"orderitems":[{"quantity":1,)" +
                             R"("additionaldata":)" + empty + R"(}],"payments":[{"name":"Card","moneyamount":"1.00",)" +
                             R"("additionaldata":)" + empty + "}]}");
    ASSERT_TRUE(order) << empty << ": " << order.error().field;
    EXPECT_EQ(order->payments.size(), 1U);
  }
  EXPECT_EQ(fault_field(R"({"orderid":1,"additionaldata":["a"]})"), "additionaldata");
}

// As GET /orders.json shows it with the fields that are asked for: ids as numbers, unset ids null, unset texts "".
TEST(OrderWire, reads_what_rest_shows_of_a_v2_sale) {
  const auto order = parse(
      R"({"orderid":11520,"eshopid":1,"externalid":null,"creditorderid":null,"email":"","namefirst":"","namelast":"","phone":"",)"
      R"("moneytotal_net":"80.00","moneytotal_vat":"20.00","moneyfinal_net":"80.00","moneyfinal_vat":"20.00",)"
      R"("moneyfinal_salestax":"0.00","moneytotal_gross_roundoff":"0.00","moneytotal_gross_all":"100.00","orderdate":1611138542,)"
      R"("orderstateid":10,"paymentstateid":20,"ordertypeid":10,"registerid":null,"warehouseid":4,"currencycode":"SEK",)"
      R"("additionaldata":{"crm-customerid":"42","crm-membernumber":"100001","pos-sourceorderid":"11510","pos-receiptid":"R9",)"
      R"("pos-timezone":"Europe/Oslo"},"orderitems":[{"sku":"1","quantity":1,"moneyitemtotal_net":"80.00",)"
      R"("moneyitemtotal_vat":"20.00","additionaldata":{"crm-bonuscheckid":"b1","crm-promotionid":"p1"}}],)"
      R"("payments":[{"name":"Card","moneyamount":"100.00","additionaldata":[]}]})");
  ASSERT_TRUE(order) << order.error().field;
  EXPECT_EQ(order->state, domain::OrderState::completed);
  EXPECT_EQ(order->contact_ref, "42");
  EXPECT_EQ(order->member_number, "100001");
  EXPECT_EQ(order->source_order_id, "11510");
  EXPECT_EQ(order->receipt_id, "R9");
  EXPECT_EQ(order->time_zone, "Europe/Oslo");
  EXPECT_EQ(order->register_id, "");
  EXPECT_EQ(order->credited_order_id, "");
  EXPECT_EQ(order->lines[0].bonus_check_ids, std::vector<std::string>{"b1"});
  EXPECT_EQ(order->lines[0].promotion_ids, std::vector<std::string>{"p1"});
}

TEST(OrderWire, a_virtual_payment_is_no_payment) {
  const auto order = parse(
      R"({"orderid":1,"payments":[{"name":"Exchange","moneyamount":"10.00","additionaldata":{"virtual-payment":"true"}}]})");
  ASSERT_TRUE(order);
  EXPECT_TRUE(order->payments.empty());
}

TEST(OrderWire, a_fault_is_named_in_sitoos_words) {
  EXPECT_EQ(fault_field(R"({})"), "orderid");
  EXPECT_EQ(fault_field(R"({"orderid":1,"moneytotal_gross_all":"10.000"})"), "moneytotal_gross_all");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderdate":"2026-02-30"})"), "orderdate");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderdate":5})"), "orderdate");
  EXPECT_EQ(fault_field(R"({"orderid":1,"currencycode":"kronor"})"), "currencycode");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":[{"quantity":1},{"quantity":"x"}]})"), "orderitems[1].quantity");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":[{}]})"), "orderitems[0].quantity");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":[{"quantity":1,"moneyitemtotal_net":"1,00"}]})"),
            "orderitems[0].moneyitemtotal_net");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":{}})"), "orderitems");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":[{"quantity":1000000,"moneynetpriceperunit":"90000000000.00"}]})"),
            "orderitems[0].quantity");
}

TEST(OrderWire, what_is_no_text_is_refused_and_wild_texts_are_tamed) {
  EXPECT_EQ(fault_field(R"({"orderid":[1],"additionaldata":{"pos-receiptid":"R1"}})"), "orderid");
  EXPECT_EQ(fault_field(R"({"orderid":"a\nb"})"), "orderid");
  EXPECT_EQ(fault_field(R"({"orderid":1,"email":["a@shop.se"]})"), "email");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderdate":{}})"), "orderdate");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderdate":"0001-01-01"})"), "orderdate");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":[{"quantity":1,"sku":{}}]})"), "orderitems[0].sku");
  EXPECT_EQ(fault_field(R"({"orderid":1,"orderitems":[{"quantity":-9223372036854775808}]})"), "orderitems[0].quantity");
  const auto order = parse(R"({"orderid":1,"namefirst":")" + std::string(70'000, 'N') +
                           R"(","additionaldata":{"store-name":"City\u0000\n"}})");
  ASSERT_TRUE(order);
  EXPECT_EQ(order->first_name.size(), 500U);
  EXPECT_EQ(order->store, "City  ");
}

TEST(OrderWire, takes_one_many_and_wrapped_orders) {
  for (const char* body :
       {R"({"orderid":1})", R"([{"orderid":1}])", R"({"order":{"orderid":1}})", R"({"transactions":[{"orderid":1}]})"})
    EXPECT_EQ(parse_orders(*parse_json(body), context)->size(), 1U) << body;
  const auto faulty = parse_orders(*parse_json(R"([{"orderid":1},{}])"), context);
  ASSERT_FALSE(faulty);
  EXPECT_EQ(faulty.error().field, "[1].orderid");
}

}  // namespace
}  // namespace kassabro::sitoo
