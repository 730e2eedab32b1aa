#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

class HistoryTest : public testing::TillV2 {
 protected:
  domain::Order order_of(const std::string& order_id, int hour) {
    auto order = testing::sample_order(order_id, clock.now() + std::chrono::hours(hour));
    order.contact = std::stoll(id);
    return order;
  }

  json::array history() { return parse_json(get("/customers/" + id + "/transactions").body)->as_array(); }

  const std::string id = register_customer(R"({"email":"anna@shop.se"})");
};

TEST_F(HistoryTest, a_purchase_is_shown_with_all_that_a_refund_needs) {
  auto order = order_of("11513", 0);
  order.store_id = "200";
  order.store = "City";
  order.register_id = "{3CC}";
  file.write([&](app::Tables& tables) { tables.orders.save(account.id, {order, true}, clock.now()); });
  EXPECT_EQ(to_json_text(history()),
            R"([{"order_id":"11513","channel_order_id":"","receipt_id":"R11513","order_date":"2026-09-21T14:13:20Z",)"
            R"("channel":"","type":"sale","refundable":true,"currency":"SEK","total":"100.00","total_net":"80.00",)"
            R"("total_vat":"20.00","store_id":"200","store_name":"City","register_id":"{3CC}","credit_order_id":"",)"
            R"("items":[{"sku":"1001","name":"Shirt","quantity":1,"total":"100.00","total_net":"80.00","total_vat":"20.00",)"
            R"("vat":"25"}],"payments":[{"name":"Card","amount":"100.00"}]}])");
}

TEST_F(HistoryTest, completed_purchases_of_all_channels_come_newest_first) {
  EXPECT_EQ(history(), json::array{});
  auto web = order_of("W-1001", 2);
  web.channel = "Webshop";
  auto open = order_of("2", 5);
  open.state = domain::OrderState::open;
  auto back = order_of("3", 3);
  back.type = domain::OrderType::return_;
  back.credited_order_id = "1";
  file.write([&](app::Tables& tables) {
    for (const auto& order : {order_of("1", 1), open, back}) tables.orders.save(account.id, {order, true}, clock.now());
    tables.channel_purchases.replace(account.id, std::stoll(id), {web});
  });
  const auto shown = history();
  ASSERT_EQ(shown.size(), 3U);
  EXPECT_EQ(shown[0].at("credit_order_id"), "1");
  EXPECT_EQ(shown[0].at("refundable"), false) << "a return is not taken back";
  EXPECT_EQ(shown[1].at("channel"), "Webshop");
  EXPECT_EQ(shown[1].at("channel_order_id"), "W-1001");
  EXPECT_EQ(shown[1].at("order_id"), "") << "Sitoo has no such order";
  EXPECT_EQ(shown[1].at("refundable"), false);
  EXPECT_EQ(shown[2].at("order_id"), "1");
  EXPECT_EQ(shown[2].at("refundable"), true);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
