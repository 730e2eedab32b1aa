// Events SPI: Sitoo tells that something was sold, and the order is fetched from Sitoo REST and shows up in Rule.
#include <gtest/gtest.h>

#include <set>

#include "http/basic_credentials.hpp"
#include "testing/wire.hpp"
#include "tests/support/events_shop.hpp"
#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class Events : public ::testing::Test {
 protected:
  std::string text(std::string_view name) const { return shop_.account.text(name); }
  json::object sell(const std::string& more = "") { return control("/control/pos/sell", sale_to_anna(shop_, more)); }
  json::object control(const std::string& path, const std::string& body = "{}") {
    const auto answer = system_.sandbox(Method::post, path, body);
    EXPECT_EQ(answer.status, 200) << path << ": " << answer.body;
    return answer.status == 200 ? answer.json().as_object() : json::object{};
  }

  void fault(const std::string& more) {
    const auto added = system_.sandbox(Method::post, "/control/faults",
                                       R"({"system":"sitoo","path":"/v2/accounts/1500/orders",)" + more + "}");
    ASSERT_EQ(added.status, 200) << added.body;
  }

  Answer post(const std::string& path, const std::string& body, const std::string& authorization) {
    return Caller().call(Method::post, system_.base_url() + path, body, {{"Authorization", authorization}});
  }

  json::array rows(std::vector<std::string> command) {
    const auto listed = system_.command(std::move(command));
    EXPECT_EQ(listed.status, 0) << listed.output;
    return parse_json(listed.output)->at("items").as_array();
  }

  bool is_fetched(const json::object& sale) {
    for (const auto& row : rows({"events", "list", "--state", "done"}))
      if (text_member(row.as_object(), "order_id") == text_member(sale, "order_id")) return true;
    return false;
  }

  std::vector<std::map<std::string, std::string>> records_of_anna() {
    EXPECT_TRUE(system_.wait_until_delivered());
    return RuleView(system_.rule_dump()).subscriber("anna@shop.se").records("Sitoo-Order");
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
};

TEST_F(Events, a_sale_and_its_return_show_up_in_rule) {
  const auto sale = sell();
  ASSERT_TRUE(eventually([&] { return is_fetched(sale); })) << system_.log();
  const auto refunded = control("/control/pos/refund",
                                R"({"order_id":)" + text_member(sale, "order_id") + R"(,"items":[{"sku":"S1","quantity":1}]})");
  ASSERT_TRUE(eventually([&] { return is_fetched(refunded); })) << system_.log();
  const auto records = records_of_anna();
  ASSERT_EQ(records.size(), 2U);
  EXPECT_EQ(records[0].at("orderid"), text_member(sale, "order_id"));
  EXPECT_EQ(records[0].at("total"), "698.00");
  EXPECT_EQ(records[0].at("receiptid"), text_member(sale, "receipt_id"));
  EXPECT_EQ(records[1].at("type"), "return");
  EXPECT_EQ(records[1].at("creditorderid"), text_member(sale, "order_id"));
}

TEST_F(Events, only_what_is_completed_reaches_rule) {
  const auto opened = sell(R"("state":"open")");
  const auto cancelled = sell(R"("state":"open")");
  const auto late = sell(R"("orderdate":"2026-01-10T10:00:00Z")");
  const auto booking = control("/control/pos/book", sale_to_anna(shop_));
  for (const auto* order : {&opened, &cancelled, &late, &booking})
    ASSERT_TRUE(eventually([&] { return is_fetched(*order); })) << system_.log();
  const auto before = records_of_anna();
  ASSERT_EQ(before.size(), 1U);
  EXPECT_EQ(before[0].at("orderid"), text_member(late, "order_id"));
  EXPECT_EQ(before[0].at("orderdate"), "2026-01-10 11:00:00");

  control("/control/orders/" + text_member(opened, "order_id") + "/close");
  control("/control/orders/" + text_member(cancelled, "order_id") + "/cancel");
  const auto converted = control("/control/orders/" + text_member(booking, "order_id") + "/convert");
  const auto exchanged =
      control("/control/pos/exchange",
              R"({"order_id":)" + text_member(late, "order_id") +
                  R"(,"items":[{"sku":"S1","quantity":1}],"new_items":[{"sku":"B1","price":"106.00","vat":6}]})");
  const auto& taken_back = exchanged.at("refund").as_object();
  const auto& new_sale = exchanged.at("sale").as_object();
  std::set<std::string> expected;
  for (const auto* order : {&opened, &late, &converted, &taken_back, &new_sale})
    expected.insert(text_member(*order, "order_id"));
  ASSERT_TRUE(system_.wait_until_quiet()) << system_.log();
  EXPECT_EQ(rows({"events", "list", "--state", "parked"}).size(), 0U);
  std::set<std::string> told;
  for (const auto& record : records_of_anna()) told.insert(record.at("orderid"));
  EXPECT_EQ(told, expected);
}

TEST_F(Events, only_200_or_503_is_answered_whatever_comes) {
  EXPECT_EQ(post("/sitoo/events", "[]", "").status, 503);
  EXPECT_EQ(post("/sitoo/events", "[]", http::to_basic_header({text("basic_user"), SecretString("wrong")})).status, 503);
  for (const char* path :
       {"/sitoo/events", "/sitoo/events/", "/sitoo/events/events", "/sitoo/events/events/", "/behind/a/proxy/sitoo/events"}) {
    const auto answer = post(path, "[]", shop_.account.authorization());
    EXPECT_EQ(answer.status, 200) << path;
    EXPECT_EQ(answer.body, "") << path;
  }
  EXPECT_EQ(Caller()
                .call(Method::get, system_.base_url() + "/sitoo/events", "", {{"Authorization", shop_.account.authorization()}})
                .status,
            200);
  EXPECT_EQ(post("/sitoo/events", "{\"broken", shop_.account.authorization()).status, 200);
  const auto quarantined = rows({"events", "quarantine", "--account", text("account_id")});
  ASSERT_EQ(quarantined.size(), 1U);
  EXPECT_EQ(text_member(quarantined[0].as_object(), "body"), "{\"broken");
  EXPECT_TRUE(system_.has_logged("alert events refused")) << system_.log();
  EXPECT_EQ(system_.log().find(text("basic_password")), std::string::npos);
}

TEST_F(Events, what_cannot_be_read_whole_is_asked_for_again) {
  const auto first_line = [&](const std::string& rest) {
    kassabro::testing::Wire wire(system_.public_port());
    wire.send("POST /sitoo/events HTTP/1.1\r\nHost: x\r\n" + rest);
    return wire.receive_all().substr(0, 12);
  };
  for (const auto& rest :
       {std::string("Content-Length: 2000000\r\n\r\n"), std::string("Content-Length: 99999999999\r\n\r\n"),
        std::string("Content-Length: abc\r\n\r\n"), std::string("Content-Length: -5\r\n\r\n"),
        std::string("Transfer-Encoding: chunked\r\n\r\nZZ\r\n"), "X-Long: " + std::string(40'000, 'x') + "\r\n\r\n"})
    EXPECT_EQ(first_line(rest), "HTTP/1.1 503") << rest.substr(0, 60);
  EXPECT_TRUE(system_.has_logged("alert events refused: body over 1 MiB")) << system_.log();
}

TEST_F(Events, an_order_that_sitoo_does_not_show_is_waited_for_and_can_be_replayed) {
  const std::string event =
      R"({"event_id":"0B1E7C2D-0000-4000-8000-000000000001","event_type":"order","data":{"eshop_id":"1","order_id":"99999"}})";
  EXPECT_EQ(post("/sitoo/events", event, shop_.account.authorization()).status, 200);
  EXPECT_EQ(post("/sitoo/events", event, shop_.account.authorization()).status, 200);
  ASSERT_TRUE(eventually([&] {
    const auto waiting = rows({"events", "list", "--state", "pending"});
    return waiting.size() == 1 && text_member(waiting[0].as_object(), "reason") == "Sitoo REST does not know this order.";
  })) << system_.log();
  const auto replayed = system_.command({"events", "replay", "99999", "--account", text("account_id")});
  EXPECT_EQ(replayed.output, "{\"count\":1}\n");
  EXPECT_EQ(system_.command({"events", "replay", "1", "--account", text("account_id")}).status, 1);
}

TEST_F(Events, trouble_of_sitoo_rest_delays_an_order_and_loses_none) {
  fault(R"("status":429,"retry_after":"1","count":1)");
  fault(R"("status":503,"count":1)");
  fault(R"("status":200,"body":"{\"totalcount\":1,\"items\":[{\"orderid\":1","count":1)");
  fault(R"("drop":true,"count":1)");
  const auto sale = sell();
  ASSERT_TRUE(eventually([&] { return is_fetched(sale); }, std::chrono::seconds(60))) << system_.log();
  EXPECT_EQ(records_of_anna().size(), 1U);
}

TEST_F(Events, a_kill_between_event_and_fetch_loses_nothing) {
  fault(R"("delay_ms":20000,"count":1)");
  const auto sale = sell();
  ASSERT_TRUE(eventually([&] { return !rows({"events", "list", "--state", "pending"}).empty(); })) << system_.log();
  system_.kill_kassabro();
  system_.start_kassabro();
  ASSERT_TRUE(eventually([&] { return is_fetched(sale); })) << system_.log();
  const auto records = records_of_anna();
  ASSERT_EQ(records.size(), 1U);
  EXPECT_EQ(records[0].at("orderid"), text_member(sale, "order_id"));
}

}  // namespace
}  // namespace kassabro::tests
