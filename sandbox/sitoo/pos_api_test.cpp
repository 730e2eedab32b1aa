// What the till's page gets, in either generation of the SPI.
#include "sandbox/sitoo/pos_api.hpp"

#include <gtest/gtest.h>

#include "sandbox/sitoo/testing.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

struct Page : testing::Shop {
  http::Response call(http::Method method, const std::string& target, const std::string& body = {}) {
    http::Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    return run(answer_pos(books, till, request, request.path()));
  }
  json::object get(const std::string& target) { return testing::object_of(call(http::Method::get, target).body); }
  http::Response put(const std::string& target, const std::string& body) { return call(http::Method::put, target, body); }
  http::Response post(const std::string& target, const std::string& body) { return call(http::Method::post, target, body); }
  void answer(const std::string& target, const std::string& body) {
    crm.other = [=](const testing::ReceivedCall& received) -> std::optional<http::Response> {
      if (received.target == target) return http::json_response(body);
      return std::nullopt;
    };
  }
};

TEST(PosApi, speaks_the_generation_that_was_chosen) {
  Page page;
  page.books.settings.events = {};
  EXPECT_EQ(text_member(page.get("/setup"), "spi"), "v1");
  EXPECT_EQ(page.put("/spi", R"({"spi":"v3"})").status, 400);
  EXPECT_EQ(page.put("/spi", R"({"spi":"v2"})").status, 200);
  const auto setup = page.get("/setup");
  EXPECT_EQ(to_json_text(setup.at("spis")), R"({"v1":{"connected":true},"v2":{"connected":true,"events":false}})");
  const auto contact = page.get("/customers?key=M7").at("contact").as_object();
  EXPECT_EQ(text_member(contact, "namefirst"), "Anna");
  EXPECT_EQ(text_member(contact.at("bonuschecks").as_array()[0].as_object(), "remaining"), "60.00");
  EXPECT_EQ(text_member(contact.at("status").as_object(), "text"), "As of yesterday");
  EXPECT_FALSE(contact.contains("bonus_checks"));
  EXPECT_EQ(page.crm.to("/customers?key=M7&key_type=member_number").size(), 1U);
}

TEST(PosApi, adds_and_changes_a_customer_of_v2) {
  Page page;
  page.books.pos_spi = Spi::v2;
  page.books.settings.custom_crm.mandatory = {};
  page.crm.body = R"({"customer_id":"77"})";
  EXPECT_EQ(page.post("/customers", R"({"email":"a@b.se","namefirst":"Anna"})").status, 200);
  EXPECT_EQ(page.crm.to("/customers").at(0).body,
            R"({"email":"a@b.se","name_first":"Anna","accepts_communication":[],"consents":[]})");
  EXPECT_EQ(page.put("/customers/77", R"({"accepts_mail":true})").status, 200);
  EXPECT_EQ(page.crm.to("/customers/77").at(2).body, R"({"accepts_communication":["email","sms","mail"]})");
}

TEST(PosApi, spells_consents_and_purchases_as_v1_does) {
  Page page;
  page.books.pos_spi = Spi::v2;
  page.answer("/consents", R"([{"consent_id":"1","name":"Terms","description":"","value":true}])");
  EXPECT_EQ(to_json_text(page.get("/consents")),
            R"({"items":[{"consentid":"1","name":"Terms","description":"","value":true}]})");
  page.answer(
      "/customers/77/transactions",
      R"({"transactions":[{"order_id":"1002","receipt_id":"R2","order_date":1893456000,"total":"30.00","currency":"SEK",)"
      R"("channel":"web","items":[{"product_name":"Sock","sku":"S","quantity":2,"money_total":"30.00"}]}]})");
  const auto purchase = page.get("/customers/77/purchases").at("items").as_array().at(0).as_object();
  EXPECT_EQ(to_json_text(purchase),
            R"({"orderid":"1002","receiptid":"R2","orderdate":"2030-01-01T00:00:00Z","type":"sale","total":"30.00",)"
            R"("currency":"SEK","store":"","channel":"web","lines":[{"sku":"S","name":"Sock","quantity":2,"total":"30.00"}]})");
}

TEST(PosApi, sells_and_returns_by_the_chosen_generation) {
  Page page;
  page.books.pos_spi = Spi::v2;
  EXPECT_EQ(page.post("/sales", R"({"contactid":"77","items":[{"sku":"TS-1001"}],"bonus_checks":["b1"]})").status, 200);
  EXPECT_EQ(page.books.find_order(11'501)->spi, Spi::v2);
  EXPECT_EQ(page.crm.to("/customers/77/redeem").size(), 1U);
  page.books.pos_spi = Spi::v1;
  EXPECT_EQ(page.post("/refunds", R"({"orderid":"11501"})").status, 200);
  EXPECT_EQ(page.books.find_order(11'502)->spi, Spi::v1);
  EXPECT_EQ(page.waiting_events(), std::vector<std::string>{"add closed 11501"});
}

TEST(PosApi, makes_a_sale_that_is_sent_twice_once_and_a_refused_one_when_it_is_right) {
  Page page;
  const std::string late = R"({"sale_id":"s1","orderdate":"2026-11-23T09:00:00Z","items":[{"sku":"TS-1001"}])";
  const auto sale = late + "}", unpaid = late + R"(,"payments":[{"name":"Card","amount":"1.00"}]})";
  EXPECT_EQ(page.post("/sales", unpaid).status, 400);
  const auto first = page.post("/sales", sale), again = page.post("/sales", sale);
  EXPECT_EQ(first.status, 200);
  EXPECT_EQ(again.body, first.body);
  EXPECT_EQ(page.books.orders.size(), 1U);
  EXPECT_EQ(page.books.orders.begin()->second.sold_at, *parse_timestamp("2026-11-23T09:00:00Z"));
}

TEST(PosApi, a_wrong_field_of_v2_is_shown_at_the_pages_own) {
  Page page;
  page.books.pos_spi = Spi::v2;
  page.books.settings.custom_crm.mandatory = {};
  page.crm.status = 400;
  page.crm.body = R"({"errortext":"Not a name.","error_data":{"message":"Not a name.","field":"name_first"}})";
  const auto refused = page.post("/customers", R"({"namefirst":"1"})");
  EXPECT_EQ(refused.body, R"({"error":{"message":"Not a name.","field":"namefirst","status":400}})");
}

TEST(Backoffice, shows_and_tests_both_generations) {
  Page page;
  const auto call = [&](http::Method method, const std::string& target, const std::string& body = {}) {
    http::Request request;
    request.method = method;
    request.target = target;
    request.body = body;
    return testing::object_of(page.run(answer_backoffice(page.books, page.till.contacts(), request, target)).body);
  };
  const auto saved = call(http::Method::put, "/settings", R"({"crm_v2":{"user":"u2"}})");
  EXPECT_EQ(text_member(saved.at("crm_v2").as_object(), "user"), "u2");
  EXPECT_TRUE(saved.contains("events"));
  EXPECT_TRUE(call(http::Method::post, "/test-connection", R"({"spi":"v2"})").at("ok").as_bool());
  const auto calls = page.crm.to("/consents");
  ASSERT_EQ(calls.size(), 1U);
  EXPECT_EQ(calls[0].authorization, "Basic " + base64_text("u2:password"));
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
