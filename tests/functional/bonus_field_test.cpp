// Customers who are in Rule already, with bonus checks and a web shop's purchases: found, mirrored, and told what a till used.
#include <gtest/gtest.h>

#include "tests/support/old_orders.hpp"
#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class BonusField : public testing::Test {
 protected:
  void SetUp() override { ASSERT_EQ(system_.spi(Method::get, "/consents").status, 200); }

  // As a marketer's import or a web shop's plug-in writes a person.
  void put_in_rule(const json::object& person) {
    const json::object body{{"update_on_duplicate", true}, {"tags", json::array{"Newsletter"}}, {"subscribers", person}};
    const auto answer = system_.sandbox(Method::post, "/rule/api/v2/subscribers?apikey=" + system_.token(), to_json_text(body));
    ASSERT_EQ(answer.status, 200) << answer.body;
  }

  static json::object field(const char* key, const std::string& value, const char* type = "text") {
    return {{"key", key}, {"value", value}, {"type", type}};
  }

  static json::object wilma() {
    return {
        {"email", "wilma@shop.se"},
        {"phone_number", "+46709876543"},
        {"fields", json::array{field("Subscriber.FirstName", "Wilma"),
                               field("Sitoo-Contact.bonuschecks",
                                     R"([{"id":"B-1","name":"Bonus","value":"100.00","validto":"2099-12-31","campaign":"Vår"},)"
                                     R"({"id":"B-2","value":"a lot"}])",
                                     "json"),
                               field("Order.Number", "W-1001"), field("Order.Date", "2026-07-01 12:00:00", "datetime"),
                               field("Order.Total", "249.00"), field("Order.Names", R"(["Mugg"])", "multiple")}}};
  }

  json::value search(const std::string& key) {
    const auto found = system_.spi(Method::get, "/contacts?key=" + key);
    EXPECT_EQ(found.status, 200) << found.body;
    return found.json();
  }

  SubscriberView person() {
    EXPECT_TRUE(system_.wait_until_delivered());
    return RuleView(system_.rule_dump()).subscriber("wilma@shop.se");
  }

  json::object job() { return find_job(system_, "mirror"); }

  // Of the next list of subscribers that no earlier fault takes.
  void fault(const std::string& how) {
    const auto added = system_.sandbox(Method::post, "/control/faults",
                                       R"({"system":"rule","path":"/v2/subscribers","method":"GET",)" + how + "}");
    ASSERT_EQ(added.status, 200) << added.body;
  }

  json::object calls_of_rule(std::int64_t after) {
    return system_.sandbox(Method::get, "/control/calls?system=rule&after=" + std::to_string(after)).json().as_object();
  }

  static std::vector<std::string> listed_pages(const json::object& calls) {
    std::vector<std::string> pages;
    for (const auto& call : calls.at("items").as_array())
      if (call.at("method") == "GET" && call.at("path") == "/v2/subscribers")
        pages.push_back(text_member(call.as_object(), "query"));
    return pages;
  }

  System system_;
};

TEST_F(BonusField, a_web_shops_purchases_stand_on_the_card) {
  put_in_rule(wilma());
  const auto found = search("wilma@shop.se");
  ASSERT_EQ(found.as_array().size(), 1U);
  const auto id = text_of(found.at(0).at("contactid")).value_or("");
  const auto purchases = system_.spi(Method::get, "/contacts/" + id + "/transactions");
  ASSERT_EQ(purchases.json().as_array().size(), 1U) << purchases.body;
  EXPECT_EQ(purchases.json().at(0).at("moneytotal_gross_all"), "249.00");
}

TEST_F(BonusField, what_a_sale_used_goes_back_and_what_stood_there_stays) {
  put_in_rule(wilma());
  ASSERT_EQ(search("wilma@shop.se").as_array().size(), 1U);
  const auto sold = system_.spi(
      Method::post, "/transactions",
      R"({"orderid":1,"email":"wilma@shop.se","orderdate":"2026-11-20T10:00:00Z","moneytotal_gross_all":"400.00","orderitems":[)"
      R"({"sku":"1","productname":"Skjorta","quantity":1,"vatvalue":25,"moneyitemtotal_net":"320.00","moneyitemtotal_vat":"80.00",)"
      R"("additionaldata":{"customcrm-bonuscheckid":"B-1"}}]})");
  ASSERT_EQ(sold.status, 200) << sold.body;
  const auto wilma = person();
  const auto list = *parse_json(wilma.field("Sitoo-Contact", "bonuschecks"));
  ASSERT_EQ(list.as_array().size(), 2U) << to_json_text(list);
  const auto& used = list.at(0).as_object();
  EXPECT_EQ(used.at("id"), "B-1");
  EXPECT_EQ(used.at("redeemed"), true);
  EXPECT_EQ(used.at("remaining"), "0.00");
  EXPECT_EQ(used.at("redeemeddate"), "2026-11-20");
  EXPECT_EQ(used.at("campaign"), "Vår");
  EXPECT_EQ(list.at(1).at("value"), "a lot");
  EXPECT_EQ(wilma.field("Sitoo-Contact", "bonusleft"), "0.00");
  EXPECT_EQ(wilma.field("Sitoo-Contact", "bonuslastused"), "2026-11-20");
  EXPECT_TRUE(wilma.tags().contains("Sitoo-BonusUsed"));
}

TEST_F(BonusField, everybody_in_rule_is_found_here_even_when_rule_is_down) {
  put_in_rule(wilma());
  for (int i = 0; i < 120; ++i)
    put_in_rule({{"email", "p" + std::to_string(i) + "@shop.se"}, {"fields", json::array{field("Subscriber.FirstName", "P")}}});
  // One may run by itself at this moment: then there is nothing to begin.
  EXPECT_TRUE(eventually([&] { return system_.command({"mirror"}).status == 0; }));
  ASSERT_TRUE(eventually([&] { return text_member(job(), "state") == "finished"; }, std::chrono::seconds(60)));
  EXPECT_EQ(job().at("done"), 121);
  EXPECT_EQ(job().at("faults"), 0);
  ASSERT_EQ(system_.sandbox(Method::post, "/control/faults", R"({"system":"rule","status":503,"count":100000})").status / 100,
            2);
  for (const char* key : {"wilma@shop.se", "%2B46709876543", "p0@shop.se", "p119@shop.se"})
    EXPECT_EQ(search(key).as_array().size(), 1U) << key;
}

TEST_F(BonusField, a_mirror_that_is_killed_goes_on_where_it_stood) {
  for (int i = 0; i < 150; ++i)
    put_in_rule({{"email", "p" + std::to_string(i) + "@shop.se"}, {"fields", json::array{field("Subscriber.FirstName", "P")}}});
  // The pass that a new account begins with is over.
  ASSERT_TRUE(eventually([&] { return text_member(job(), "state") == "finished"; }));
  const auto last_call = *int_member(calls_of_rule(0), "last_id");
  fault(R"("delay_ms":1)");  // the first page
  fault(R"("delay_ms":60000)");
  ASSERT_EQ(system_.command({"mirror"}).status, 0);
  ASSERT_TRUE(eventually([&] { return text_member(job(), "state") == "running" && job().at("done") == 100; }));
  // It waits for the second page.
  ASSERT_TRUE(
      eventually([&] { return system_.sandbox(Method::get, "/control/faults").json().at("items").as_array().empty(); }));
  system_.kill_kassabro();
  EXPECT_EQ(text_member(job(), "state"), "running") << "killed while it waited for the second page";
  system_.start_kassabro();
  ASSERT_TRUE(eventually([&] { return text_member(job(), "state") == "finished"; }, std::chrono::seconds(60)));
  EXPECT_EQ(job().at("done"), 150);
  EXPECT_EQ(listed_pages(calls_of_rule(last_call)), (std::vector<std::string>{"limit=100&page=1", "limit=100&page=2"}));
  EXPECT_EQ(search("p149@shop.se").as_array().size(), 1U);
}

}  // namespace
}  // namespace kassabro::tests
