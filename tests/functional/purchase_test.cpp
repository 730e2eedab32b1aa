// The main job: what the till does shows up in Rule.
#include <gtest/gtest.h>

#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class Purchase : public testing::Test {
 protected:
  void SetUp() override {
    const auto settings =
        R"({"custom_crm":{"api_url":")" + system_.api_url() + R"(","api_token":")" + system_.token() + R"("}})";
    const auto saved = system_.sandbox(Method::put, "/control/settings", settings);
    ASSERT_EQ(saved.status, 200) << saved.body;
  }

  std::string register_customer(const std::string& body) {
    const auto answer = system_.spi(Method::post, "/contacts", body);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.body;
  }

  json::object sell(const std::string& key, const std::string& more = "") {
    const auto answer = system_.sandbox(
        Method::post, "/control/pos/sell",
        R"({"spi":"v1","key":")" + key + R"(","items":[{"sku":"S1","name":"Skjorta","quantity":2,"price":"349.00","vat":25},)" +
            R"({"sku":"B1","name":"Bok","quantity":1,"price":"106.00","vat":6}])" + more + "}");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.status == 200 ? answer.json().as_object() : json::object{};
  }

  RuleView rule() {
    EXPECT_TRUE(system_.wait_until_delivered());
    return RuleView(system_.rule_dump());
  }

  System system_;
};

TEST_F(Purchase, shows_up_in_rule_as_a_typed_record_with_its_tag) {
  register_customer(
      R"({"email":"anna@shop.se","mobile":"0701234567","namefirst":"Anna","namelast":"Ek","birthday":"1986-05-15",)"
      R"("accepts_email":true,"invoice_city":"Lund","acceptedconsents":["1"]})");
  const auto sale = sell("+46701234567");
  const auto person = rule().subscriber("anna@shop.se");
  EXPECT_EQ(person.tags(), (std::set<std::string>{"Sitoo-Customer", "Newsletter", "OrderCompleted"}));
  EXPECT_EQ(person.field("Sitoo-Contact", "namefirst"), "Anna");
  EXPECT_EQ(person.field_type("Sitoo-Contact", "birthday"), "date");
  EXPECT_EQ(person.field_type("Sitoo-Contact", "registered"), "datetime");
  EXPECT_EQ(person.field_type("Sitoo-Contact", "acceptedconsents"), "multiple");
  EXPECT_EQ(person.field("Sitoo-Address", "invoice_city"), "Lund");
  const auto records = person.records("Sitoo-Order");
  ASSERT_EQ(records.size(), 1U);
  const auto& record = records.front();
  EXPECT_EQ(record.at("orderid"), text_member(sale, "order_id"));
  EXPECT_EQ(record.at("receiptid"), text_member(sale, "receipt_id"));
  EXPECT_EQ(record.at("total"), "804.00");
  EXPECT_EQ(record.at("type"), "sale");
  EXPECT_EQ(person.field_type("Sitoo-Order", "orderdate"), "datetime");
  EXPECT_EQ(person.field_type("Sitoo-Order", "products"), "json");
}

TEST_F(Purchase, a_second_one_is_a_second_record_and_a_return_is_tagged_as_one) {
  register_customer(R"({"email":"anna@shop.se"})");
  const auto first = sell("anna@shop.se");
  sell("anna@shop.se");
  const auto refund =
      system_.sandbox(Method::post, "/control/pos/refund",
                      R"({"order_id":)" + to_json_text(first.at("order_id")) + R"(,"items":[{"sku":"S1","quantity":1}]})");
  ASSERT_EQ(refund.status, 200) << refund.body;
  const auto person = rule().subscriber("anna@shop.se");
  const auto records = person.records("Sitoo-Order");
  ASSERT_EQ(records.size(), 3U);
  EXPECT_EQ(records.back().at("type"), "return");
  EXPECT_EQ(records.back().at("total"), "-349.00");
  EXPECT_TRUE(person.tags().contains("RefundCompleted"));
}

TEST_F(Purchase, a_customer_who_is_already_in_rule_is_found_and_not_doubled) {
  const auto added =
      system_.sandbox(Method::post, "/rule/api/v2/subscribers?apikey=" + system_.token(),
                      R"({"update_on_duplicate":true,"subscribers":{"email":"web@shop.se","phone_number":"+46709876543",)"
                      R"("fields":[{"key":"Subscriber.FirstName","value":"Wilma","type":"text"}]},"tags":["Newsletter"]})");
  ASSERT_EQ(added.status, 200) << added.body;
  const auto found = system_.spi(Method::get, "/contacts?key=070-987%2065%2043");
  ASSERT_EQ(found.status, 200);
  ASSERT_EQ(found.json().as_array().size(), 1U) << found.body;
  EXPECT_EQ(found.json().at(0).at("email"), "web@shop.se");
  EXPECT_EQ(found.json().at(0).at("namefirst"), "Wilma");
  sell("web@shop.se");
  const auto view = rule();
  EXPECT_EQ(view.subscriber_count(), 1U);
  EXPECT_EQ(view.subscriber("web@shop.se").records("Sitoo-Order").size(), 1U);
}

TEST_F(Purchase, a_shortened_email_finds_nobody) {
  register_customer(R"({"email":"anna@shop.se","mobile":"0701234567"})");
  EXPECT_EQ(system_.spi(Method::get, "/contacts?key=anna@shop.s").body, "[]");
  EXPECT_EQ(system_.spi(Method::get, "/contacts?key=070123456").body, "[]");
}

TEST_F(Purchase, never_widens_consent_and_never_unblocks) {
  register_customer(R"({"email":"anna@shop.se","accepts_email":false})");
  ASSERT_TRUE(system_.wait_until_delivered());
  const auto blocked =
      system_.sandbox(Method::post, "/rule/api/v2/suppressions?apikey=" + system_.token(),
                      R"({"subscribers":[{"email":"anna@shop.se"}],"suppress_on":{"campaign":["email","text_message"]}})");
  ASSERT_EQ(blocked.status, 200) << blocked.body;
  ASSERT_EQ(system_.stop_kassabro(), 0);  // forgets how fresh its copy is
  system_.start_kassabro();
  sell("anna@shop.se");
  const auto person = rule().subscriber("anna@shop.se");
  EXPECT_FALSE(person.tags().contains("Newsletter"));
  EXPECT_EQ(person.records("Sitoo-Order").size(), 1U);
}

TEST_F(Purchase, the_card_shows_the_latest_purchases_newest_first) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  sell("anna@shop.se", R"(,"orderdate":"2026-01-10T10:00:00Z")");
  sell("anna@shop.se", R"(,"orderdate":"2026-02-10T10:00:00Z")");
  const auto purchases = system_.spi(Method::get, "/contacts/" + id.substr(1, id.size() - 2) + "/transactions").json();
  ASSERT_EQ(purchases.as_array().size(), 2U);
  EXPECT_EQ(purchases.at(0).at("orderdate"), "2026-02-10T10:00:00Z");
  EXPECT_EQ(purchases.at(0).at("moneytotal_gross_all"), "804.00");
}

TEST_F(Purchase, a_changed_email_moves_the_person_in_rule_and_makes_no_second_one) {
  const auto id = register_customer(R"({"email":"anna@shop.se","mobile":"0701234567","namefirst":"Anna"})");
  ASSERT_TRUE(system_.wait_until_delivered());
  const auto updated =
      system_.spi(Method::put, "/contacts/" + id.substr(1, id.size() - 2), R"({"email":"anna.ek@shop.se","namelast":"Ek"})");
  EXPECT_EQ(updated.body, "true");
  const auto view = rule();
  EXPECT_EQ(view.subscriber_count(), 1U);
  const auto person = view.subscriber("anna.ek@shop.se");
  EXPECT_EQ(person.field("Sitoo-Contact", "namefirst"), "Anna");
  EXPECT_EQ(person.field("Sitoo-Contact", "namelast"), "Ek");
  EXPECT_EQ(system_.spi(Method::get, "/contacts?key=anna@shop.se").body, "[]");
}

}  // namespace
}  // namespace kassabro::tests
