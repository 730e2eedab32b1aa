#include "rule/purchases.hpp"

#include <gtest/gtest.h>

#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

using domain::Order;

PurchaseRecord record(std::int64_t id, const std::string& values, const std::string& created_at = "2026-11-01 10:00:00") {
  PurchaseRecord record{id, "Order", created_at, {}};
  for (const auto& [name, value] : parse_json(values)->as_object()) record.values.emplace_back(name, value);
  return record;
}

std::vector<Order> all(std::vector<PurchaseRecord> records, std::size_t count_max = 50) {
  return purchases_of(samples::account(), default_purchase_groups(), std::move(records), count_max);
}

Order only(const std::string& values) {
  const auto purchases = all({record(17, values)});
  if (purchases.size() != 1) throw std::runtime_error("not one purchase: " + values);
  return purchases.front();
}

TEST(Purchases, of_rules_plug_in_for_woo_commerce) {
  const auto order = only(
      R"({"Number":"W-1001","Date":"2026-07-01 12:00:00","Total":"249.00","Currency":"SEK","Discount":"10.00",)"
      R"("Products":"[{\"brand\":\"B\",\"name\":\"Mugg\",\"price\":\"79.60\",\"price_vat\":\"99.50\",\"qty\":2,\"total\":\"199.00\"},)"
      R"({\"name\":\"Te\",\"price_vat\":\"50.00\",\"qty\":\"1\"}]","Names":["Mugg","Te"]})");
  EXPECT_EQ(order.id, "W-1001");
  EXPECT_EQ(order.channel, "Webshop");
  EXPECT_EQ(to_iso(order.ordered_at), "2026-07-01T10:00:00Z");
  EXPECT_EQ(order.total_minor, 24'900);
  EXPECT_EQ(order.discount_minor, 1'000);
  EXPECT_EQ(order.currency, "SEK");
  EXPECT_EQ(order.type, domain::OrderType::sale);
  EXPECT_EQ(order.state, domain::OrderState::completed);
  ASSERT_EQ(order.lines.size(), 2U);
  EXPECT_EQ(order.lines[0].name, "Mugg");
  EXPECT_EQ(order.lines[0].quantity, 2);
  EXPECT_EQ(order.lines[0].net_minor, 19'900);
  EXPECT_EQ(order.lines[1].net_minor, 5'000);
}

TEST(Purchases, of_rules_plug_in_for_magento) {
  const auto order = only(R"({"IncrementId":"000000123","GrandTotal":"199.0000","Currency":"EUR","Status":"complete",)"
                          R"("Products":[{"name":"Shirt","quantity":"2.0000","price":"99.5000","url":"u"}]})");
  EXPECT_EQ(order.id, "000000123");
  EXPECT_EQ(order.total_minor, 19'900);
  EXPECT_EQ(order.currency, "EUR");
  EXPECT_EQ(to_iso(order.ordered_at), "2026-11-01T09:00:00Z") << "when Rule made the record";
  EXPECT_EQ(order.lines.at(0).net_minor, 19'900);
}

TEST(Purchases, of_shopify_and_of_norce) {
  EXPECT_EQ(only(R"({"Number":1001,"TotalPrice":12.5,"Products":{"0":{"name":"a","sku":"s","quantity":1,"price":12.5}}})")
                .lines.at(0)
                .sku,
            "s");
  EXPECT_EQ(only(R"({"Id":"N7","Total":"10","CurrencyCode":"NOK"})").currency, "NOK");
}

TEST(Purchases, without_a_number_is_known_by_its_record_and_without_products_by_their_names) {
  const auto order = only(R"({"Total":"10","Names":"[\"Mugg\",\"Te\"]"})");
  EXPECT_EQ(order.id, "17");
  EXPECT_EQ(order.lines.at(1).name, "Te");
  EXPECT_EQ(only(R"({"Total":"10","Names":"Mugg"})").lines.at(0).name, "Mugg");
}

TEST(Purchases, with_a_negative_sum_is_a_return_and_without_a_sum_the_rows_make_it) {
  EXPECT_EQ(only(R"({"Number":"R1","Total":"-10.00"})").type, domain::OrderType::return_);
  EXPECT_EQ(only(R"({"Number":"R1","Products":[{"name":"a","total":"7.333"}]})").total_minor, 733);
}

TEST(Purchases, with_numbers_beyond_reason_do_not_run_over) {
  const auto row = [](const std::string& members) {
    return only(R"({"Number":"1","Total":"1","Products":[{"name":"a",)" + members + "}]}").lines.at(0);
  };
  EXPECT_EQ(row(R"("qty":1000000,"price":"2.00")").net_minor, 200'000'000);
  EXPECT_EQ(row(R"("qty":9000000000000,"price":"2.00")").quantity, 1) << "no quantity";
  EXPECT_EQ(row(R"("qty":9000000000000,"price":"89999999999.00")").net_minor, 8'999'999'999'900);
  EXPECT_EQ(row(R"("qty":1000000,"price":"89999999999.00")").net_minor, 0) << "no amount";
  EXPECT_EQ(row(R"("qty":-1000000,"price":"89999999999.00","subtotal":"3.00")").net_minor, 300);
  EXPECT_TRUE(all({record(1, R"({"Number":"1","Products":[{"name":"a","total":"89999999999.00"},)"
                             R"({"name":"b","total":"89999999999.00"}]})")})
                  .empty());
}

TEST(Purchases, that_cannot_be_read_or_were_cancelled_are_left_out) {
  EXPECT_TRUE(
      all({record(1, R"({"Number":"1"})"), record(2, R"({"Number":"2","Total":"free"})"),
           record(3, R"({"Number":"3","Total":"1","Status":"Cancelled"})"), record(4, R"({"Number":"4","Total":"1"})", "?")})
          .empty());
  PurchaseRecord other = record(5, R"({"Number":"5","Total":"1"})");
  other.group = "Cart";
  EXPECT_TRUE(all({other}).empty());
}

TEST(Purchases, that_were_told_with_each_change_of_state_count_once_as_they_are_now) {
  const auto purchases = all({record(1, R"({"Number":"A","Total":"1","Status":"processing"})", "2026-11-01 10:00:00"),
                              record(2, R"({"Number":"B","Total":"1"})", "2026-11-01 11:00:00"),
                              record(3, R"({"Number":"A","Total":"2","Status":"shipped"})", "2026-11-02 10:00:00"),
                              record(4, R"({"Number":"B","Total":"1","Status":"canceled"})", "2026-11-02 11:00:00")});
  ASSERT_EQ(purchases.size(), 1U);
  EXPECT_EQ(purchases[0].total_minor, 200);
}

TEST(Purchases, are_the_newest_and_stand_newest_first) {
  std::vector<PurchaseRecord> records;
  for (int i = 1; i <= 9; ++i)
    records.push_back(
        record(i, R"({"Number":"N)" + std::to_string(i) + R"(","Total":"1","Date":"2026-01-0)" + std::to_string(i) + R"("})"));
  const auto purchases = all(std::move(records), 2);
  ASSERT_EQ(purchases.size(), 2U);
  EXPECT_EQ(purchases[0].id, "N9");
  EXPECT_EQ(purchases[1].id, "N8");
}

TEST(Purchases, come_from_what_v3_answers) {
  const auto records = parse_purchase_records(*parse_json(
      R"({"data":[{"id":5,"group_id":1,"group_name":"Order","historical":true,"created_at":"2026-11-01 10:00:00",)"
      R"("values":[{"field_id":1,"field_name":"Number","field_type":"text","field_value":"7"},{"field_name":"Total","field_value":null}]},)"
      R"(7,{"id":6}],"meta":{"page":1,"per_page":100}})"));
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].id, 5);
  EXPECT_EQ(records[0].values.at(0).second, "7");
  EXPECT_TRUE(parse_purchase_records(json::value()).empty());
}

}  // namespace
}  // namespace kassabro::rule
