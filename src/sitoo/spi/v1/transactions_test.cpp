#include "testing/till.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using http::Method;

class TransactionsTest : public testing::Till {};

TEST_F(TransactionsTest, a_sale_is_stored_as_it_came_and_shown_on_the_card) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  const auto body = fixture("transaction.json", id);
  const auto answer = post("/transactions", body);
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.body, "true");
  EXPECT_EQ(file.count("SELECT length(body) FROM inbox"), static_cast<std::int64_t>(body.size()));
  const auto shown = *parse_json(get("/contacts/" + id + "/transactions").body);
  ASSERT_EQ(shown.as_array().size(), 1U);
  const auto& purchase = shown.as_array()[0].as_object();
  EXPECT_EQ(purchase.at("orderid"), "11513");
  EXPECT_EQ(purchase.at("receiptid"), "SII000000150000110009");
  EXPECT_EQ(purchase.at("orderdate"), "2021-01-20T10:29:02Z");
  EXPECT_EQ(purchase.at("moneytotal_gross_all"), "431.00");
  EXPECT_EQ(purchase.at("storename"), "City");
  EXPECT_EQ(purchase.at("orderitems").as_array().size(), 2U);
  EXPECT_EQ(purchase.at("orderitems").at(0).at("moneyitemtotal_net"), "160.00");
  EXPECT_EQ(purchase.at("payments").at(1).at("moneyamount"), "31.00");
}

TEST_F(TransactionsTest, every_path_of_the_family_takes_a_copy) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  int order = 0;
  for (const auto& path : {std::string("/transactions"), std::string("/orders"), "/contacts/" + id + "/transactions",
                           "/contacts/" + id + "/orders"})
    for (const auto method : {Method::post, Method::put}) {
      const auto answer = call(method, path, R"({"orderid":)" + std::to_string(++order) + "}");
      EXPECT_EQ(answer.status, 200) << path << answer.body;
    }
  EXPECT_EQ(count("orders"), 8);
  EXPECT_EQ(parse_json(get("/contacts/" + id + "/orders").body)->as_array().size(), 4U) << "the path names the buyer";
}

TEST_F(TransactionsTest, one_many_and_wrapped_bodies_are_taken) {
  for (const char* body : {R"({"orderid":1})", R"([{"orderid":2},{"orderid":3}])", R"({"order":{"orderid":4}})",
                           R"({"transactions":[{"orderid":"5"}]})", R"({"transactionid":"6"})", R"([])"})
    EXPECT_EQ(post("/transactions", body).status, 200) << body;
  EXPECT_EQ(count("orders"), 6);
}

TEST_F(TransactionsTest, the_same_copy_again_changes_nothing) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  for (int i = 0; i < 3; ++i) EXPECT_EQ(post("/transactions", fixture("transaction.json", id)).status, 200);
  EXPECT_EQ(count("orders"), 1);
  EXPECT_EQ(waiting(), (std::vector{app::DeliveryKind::contact_registered, app::DeliveryKind::order_completed}));
}

TEST_F(TransactionsTest, a_copy_without_a_date_is_the_same_order_when_it_comes_again) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  for (int i = 0; i < 3; ++i) {
    post("/contacts/" + id + "/transactions", R"({"orderid":1})");
    clock.advance(std::chrono::hours(1));
  }
  EXPECT_EQ(testing::run(file->orders().find(1, "1"))->order.ordered_at, testing::noon);
  EXPECT_EQ(waiting(), (std::vector{app::DeliveryKind::contact_registered, app::DeliveryKind::order_completed}));
}

TEST_F(TransactionsTest, a_return_after_its_sale_is_a_purchase_of_its_own) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  post("/transactions", fixture("transaction.json", id));
  const auto answer =
      post("/transactions", R"({"orderid":11514,"creditorderid":11513,"orderdate":1611200000,"moneytotal_gross_all":"-100.00",
    "email":"anna@shop.se","additionaldata":[],"orderitems":[{"quantity":-1,"moneyitemtotal_net":"-80.00","moneyitemtotal_vat":"-20.00"}],
    "payments":[{"name":"Card","moneyamount":"-100.00"}]})");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto shown = parse_json(get("/contacts/" + id + "/transactions").body)->as_array();
  ASSERT_EQ(shown.size(), 2U);
  EXPECT_EQ(shown[0].at("orderid"), "11514") << "the newest first";
  EXPECT_EQ(shown[0].at("type"), "return");
  EXPECT_EQ(shown[0].at("creditorderid"), "11513");
}

TEST_F(TransactionsTest, numbers_may_come_as_texts_and_amounts_as_numbers) {
  const auto answer =
      post("/transactions",
           R"({"orderid":"1","orderdate":"1611138542","orderstateid":"10","ordertypeid":"10","moneytotal_gross_all":431,
    "email":"anna@shop.se","orderitems":[{"quantity":"2","vatvalue":12.5,"moneyitemtotal_net":360.5,"moneyitemtotal_vat":"70.50"}]})");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto order = testing::run(file->orders().find(1, "1"))->order;
  EXPECT_EQ(order.total_minor, 43'100);
  EXPECT_EQ(order.lines.at(0).net_minor, 36'050);
  EXPECT_EQ(order.lines.at(0).vat_percent, "12.5");
  EXPECT_EQ(order.lines.at(0).quantity, 2);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v1
