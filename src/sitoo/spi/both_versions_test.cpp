// One shop whose tills speak both versions: customers and bonus checks are the same.
#include "testing/till.hpp"
#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi {
namespace {

using http::Method;
using testing::expect_refusal;

class BothVersionsTest : public testing::TillV2 {
 protected:
  http::Response call_v1(Method method, const std::string& target, const std::string& body = "") {
    return testing::call_api(api_v1, {{"Authorization", "Bearer kt_shop_1"}}, method, target, body);
  }

  v1::Api api_v1{
      {authenticate, find_customer, save_customer, accept_orders, show_purchases, show_card, lookups, redeem, undo, clock},
      note_unmatched};
};

TEST_F(BothVersionsTest, whoever_registers_at_one_till_is_found_at_the_other) {
  const auto anna = register_customer(
      R"({"email":"anna@shop.se","mobile":"0701234567","delivery_address":{"zip":"111 22","country_id":"SE"},"accepts_communication":["sms"],"additional_options":[{"id":"x"}]})");
  const auto shown = parse_json(call_v1(Method::get, "/contacts?key=0701234567").body)->at(0);
  EXPECT_EQ(shown.at("contactid"), json::value(anna));
  EXPECT_EQ(shown.at("delivery_zip"), "111 22");
  EXPECT_EQ(shown.at("delivery_countryid"), "se");
  EXPECT_EQ(shown.at("accepts_sms"), true);

  const auto answer =
      call_v1(Method::post, "/contacts", R"({"email":"bo@shop.se","namefirst":"Bo","birthday":"1986-05-15T00:00:00Z"})");
  const std::string bo(parse_json(answer.body)->as_string());
  EXPECT_EQ(found("bo%40shop.se", "email")["customer_id"], json::value(bo));
  EXPECT_EQ(customer(bo).at("birthday"), "1986-05-15");

  call_v1(Method::put, "/contacts/" + anna, R"({"namefirst":"Anna"})");
  EXPECT_EQ(customer(anna).at("name_first"), "Anna");
  EXPECT_EQ(customer(anna).at("additional_options").as_array().size(), 1U) << "v1 does not know them, and leaves them";
  expect_refusal(call_v1(Method::post, "/contacts", R"({"email":"anna@shop.se"})"), 409, "email");
}

TEST_F(BothVersionsTest, a_check_that_is_used_at_one_till_is_used_at_the_other) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  give(id, check_of("b1"));
  EXPECT_EQ(call_v1(Method::post, "/contacts/" + id + "/redeem", R"({"bonuscheckids":["b1"],"receiptid":"R1"})").status, 200);
  EXPECT_EQ(customer(id).at("bonus_checks"), json::array{});
  expect_refusal(post("/customers/" + id + "/redeem", R"({"bonus_check_ids":["b1"],"receipt_id":"R2"})"), 409,
                 "bonus_check_ids[0]");
  EXPECT_EQ(post("/customers/" + id + "/undo-redeem", R"({"bonus_check_ids":["b1"],"receipt_id":"R1"})").status, 200);
  const auto shown = parse_json(call_v1(Method::get, "/contacts/" + id + "?include_extended=true").body)->at("bonuschecks");
  EXPECT_EQ(shown.at(0).at("bonuscheckid"), "b1");
}

TEST_F(BothVersionsTest, each_showing_of_a_customer_is_noted_and_nothing_else_is) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  call_v1(Method::put, "/contacts/" + id, R"({"namefirst":"Anna"})");
  call_v1(Method::get, "/contacts/" + id + "/transactions");
  get("/customers/" + id + "/orders");
  call_v1(Method::get, "/contacts?key=nobody%40shop.se");
  found("nobody%40shop.se");
  testing::run(lookups.save());
  EXPECT_EQ(count("lookups"), 0);

  call_v1(Method::get, "/contacts?key=anna%40shop.se");
  call_v1(Method::get, "/contacts?key=anna%40shop.se&include_extended=true");
  call_v1(Method::get, "/contacts/" + id);
  call_v1(Method::get, "/contacts/" + id + "?include_extended=1");
  const testing::Headers till{{"Store-ID", "G%C3%B6teborg"}, {"Staff-ID", "42"}, {"Register-ID", "K1"}};
  call(Method::get, "/customers?key=anna%40shop.se", "", till);
  call(Method::get, "/customers/" + id, "", till);
  testing::run(lookups.save());
  EXPECT_EQ(count("lookups"), 2);
  EXPECT_EQ(count("lookups WHERE source = 'sitoo_v1' AND times = 4 AND contact_id = " + id), 1);
  EXPECT_EQ(
      count("lookups WHERE source = 'sitoo_v2' AND times = 2 AND store = 'Göteborg' AND staff = '42' AND register = 'K1'"), 1);
}

TEST_F(BothVersionsTest, a_sale_that_v1_copies_is_history_at_v2) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  call_v1(Method::post, "/contacts/" + id + "/transactions", R"({"orderid":1,"moneytotal_gross_all":"100.00"})");
  EXPECT_EQ(parse_json(get("/customers/" + id + "/orders").body)->at(0).at("order_id"), "1");
}

}  // namespace
}  // namespace kassabro::sitoo::spi
