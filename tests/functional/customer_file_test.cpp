// What the admin pages show of a customer and of a delivery, after a real story at the till.
#include <gtest/gtest.h>

#include <algorithm>

#include "http/url.hpp"
#include "tests/support/events_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class CustomerFile : public ::testing::Test {
 protected:
  std::string account() const { return shop_.account.text("account_id"); }

  json::object get(const std::string& path) {
    const auto answer = system_.admin(Method::get, path);
    EXPECT_EQ(answer.status, 200) << path << " " << answer.body;
    return answer.json().is_object() ? answer.json().as_object() : json::object();
  }
  json::array items(const std::string& path) { return get(path).at("items").as_array(); }

  std::string sell() {
    const auto sold = system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop_));
    EXPECT_EQ(sold.status, 200) << sold.body;
    EXPECT_TRUE(system_.wait_until_quiet()) << system_.log();
    return text_member(sold.json().as_object(), "order_id");
  }
  std::string anna_id() const { return shop_.anna.substr(1, shop_.anna.size() - 2); }
  std::string anna() const { return "/api/v1/customers/" + anna_id(); }
  std::string of_account() const { return "?account=" + account(); }

  json::object delivery_of(const std::string& order) {
    const auto found = items("/api/v1/deliveries" + of_account() + "&order=" + order + "&kind=order_completed");
    EXPECT_EQ(found.size(), 1U);
    return get("/api/v1/deliveries/" + text_member(found.at(0).as_object(), "delivery_id"));
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
};

TEST_F(CustomerFile, a_customer_is_found_exactly_or_not_at_all) {
  for (const std::string key : {"anna@shop.se", " ANNA@shop.se ", "0701234567", "+46701234567"}) {
    const auto found = items("/api/v1/customers" + of_account() + "&key=" + http::percent_encode(key));
    ASSERT_EQ(found.size(), 1U) << key;
    EXPECT_EQ(text_member(found.at(0).as_object(), "contact_id"), anna_id());
  }
  EXPECT_TRUE(items("/api/v1/customers" + of_account() + "&key=anna%40shop.s").empty());
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/customers" + of_account()).status, 400);
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/customers?key=x").status, 400);
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/customers/4711" + of_account()).status, 404);
}

TEST_F(CustomerFile, a_page_left_open_is_one_look_in_the_audit_log_and_each_export_is_one) {
  const auto noted = [&](const std::string& action) {
    return std::ranges::count_if(items("/api/v1/audit" + of_account()),
                                 [&](const auto& entry) { return text_member(entry.as_object(), "action") == action; });
  };
  const std::string page = "/api/v1/customers/{customer}";
  for (int i = 0; i < 3; ++i) {
    get(anna() + of_account());
    get(anna() + "/timeline" + of_account());
    get(anna() + "/export" + of_account());
  }
  EXPECT_EQ(noted("GET " + page), 1);
  EXPECT_EQ(noted("GET " + page + "/timeline"), 1);
  EXPECT_EQ(noted("GET " + page + "/export"), 3);
}

TEST_F(CustomerFile, who_searches_puts_nothing_of_the_person_into_an_address) {
  const auto find = [&](const std::string& key) {
    const json::object body{{"account", account()}, {"key", key}};
    return system_.admin(Method::post, "/api/v1/customers/find", to_json_text(body));
  };
  for (const std::string key : {"anna@shop.se", " ANNA@shop.se ", "0701234567", "+46701234567"}) {
    const auto found = find(key);
    ASSERT_EQ(found.status, 200) << found.body;
    EXPECT_EQ(found.body,
              system_.admin(Method::get, "/api/v1/customers" + of_account() + "&key=" + http::percent_encode(key)).body)
        << "the old way says the same";
  }
  EXPECT_EQ(find("anna@shop.s").body, R"({"items":[]})");
  EXPECT_EQ(find(" ").status, 400);
  EXPECT_EQ(system_.admin(Method::post, "/api/v1/customers/find", R"({"key":"x"})").status, 400);
  EXPECT_EQ(system_.admin(Method::post, "/api/v1/customers/find", R"({"account":")" + account() + R"(","key":7})").status, 400);
  const auto printed = system_.command({"customer", "find", "anna@shop.se", "--account", account()});
  EXPECT_NE(printed.output.find(anna_id()), std::string::npos) << printed.output;

  const auto audit = system_.admin(Method::get, "/api/v1/audit" + of_account()).body;
  EXPECT_NE(audit.find("POST /api/v1/customers/find"), std::string::npos) << audit;
  EXPECT_NE(audit.find(R"("action":"POST /api/v1/customers/find","subject":")" + anna_id()), std::string::npos) << audit;
  for (const auto& told : {audit, system_.log(), system_.admin(Method::get, "/metrics").body})
    for (const char* part : {"anna@shop", "anna%40", "701234567"}) EXPECT_EQ(told.find(part), std::string::npos) << told;
}

TEST_F(CustomerFile, the_timeline_shows_a_purchase_from_the_event_to_rules_answer) {
  const auto order = sell();
  const auto customer = get(anna() + of_account());
  ASSERT_EQ(customer.at("purchases").as_array().size(), 1U);
  EXPECT_EQ(text_member(customer.at("purchases").as_array().at(0).as_object(), "order_id"), order);
  EXPECT_EQ(customer.at("purchase_count"), 1);
  EXPECT_TRUE(customer.at("rule").is_object()) << "she is known in Rule";

  std::string story;
  for (const auto& item : items(anna() + "/timeline" + of_account()))
    story = text_member(item.as_object(), "what") + " " + story;
  // Others may stand between them: what came in before is told at the same time.
  std::size_t place = 0;
  for (const char* part : {"registered", "event", "order", "queued", "attempt"}) {
    place = story.find(part, place);
    ASSERT_NE(place, std::string::npos) << part << " in " << story;
  }

  const auto page = get(anna() + "/timeline" + of_account() + "&limit=1");
  const auto next = text_member(page, "next");
  ASSERT_FALSE(next.empty());
  const auto older = items(anna() + "/timeline" + of_account() + "&limit=1&before=" + http::percent_encode(next));
  ASSERT_GE(older.size(), 1U);
  EXPECT_LT(text_member(older.at(0).as_object(), "at"), next);

  const auto exported = get(anna() + "/export" + of_account());
  EXPECT_EQ(exported.at("orders").as_array().size(), 1U);
  EXPECT_EQ(text_member(exported.at("customer").as_object(), "email"), "anna@shop.se");
}

TEST_F(CustomerFile, a_delivery_shows_each_try_with_its_exact_calls_and_the_rules_of_its_fields) {
  sell();  // an account's first order makes its group, in steps
  ASSERT_EQ(system_
                .sandbox(Method::post, "/control/faults",
                         R"({"system":"rule","path":"/v2/subscribers","status":503,"body":"busy","count":1})")
                .status,
            200);
  const auto order = sell();
  const auto delivery = delivery_of(order);
  EXPECT_EQ(text_member(delivery, "state"), "delivered");
  const auto& tries = delivery.at("tries").as_array();
  ASSERT_EQ(tries.size(), 2U) << to_json_text(delivery);
  EXPECT_EQ(tries.at(0).at("outcome"), "retry");
  EXPECT_EQ(tries.at(0).at("calls").as_array().back().at("status"), 503);
  EXPECT_EQ(tries.at(1).at("outcome"), "delivered");
  const auto last = tries.at(1).at("calls").as_array().back();
  EXPECT_EQ(last.at("path"), "/v2/subscribers");
  EXPECT_NE(to_json_text(last.at("body")).find("Sitoo-Order.orderid"), std::string::npos);
  EXPECT_EQ(to_json_text(delivery).find(system_.token()), std::string::npos) << "the key is not kept";
  const auto explained = to_json_text(delivery.at("explained"));
  EXPECT_NE(explained.find("\"rule\":"), std::string::npos);
  EXPECT_EQ(text_member(delivery.at("customer").as_object(), "email"), "anna@shop.se");
}

TEST_F(CustomerFile, what_matches_a_filter_is_replayed_and_nothing_else) {
  ASSERT_TRUE(system_.wait_until_quiet()) << "her registration has arrived";
  ASSERT_EQ(
      system_
          .sandbox(Method::post, "/control/faults",
                   R"({"system":"rule","path":"/v2/subscribers","status":422,"body":"{\"message\":\"odd value\"}","count":50})")
          .status,
      200);
  const auto first = sell();
  const auto second = sell();
  ASSERT_EQ(system_.sandbox(Method::delete_, "/control/faults").status, 200);
  const auto parked = [&] { return items("/api/v1/deliveries" + of_account() + "&state=parked").size(); };
  ASSERT_EQ(parked(), 2U);
  const auto replay = [&](const std::string& filter) {
    return system_.admin(Method::post, "/api/v1/deliveries/replay",
                         R"({"all":"parked","account":")" + account() + "\"," + filter + "}");
  };
  EXPECT_EQ(replay(R"("order":"no such order")").json().at("count"), 0);
  EXPECT_EQ(replay(R"("to":"2020-01-01T00:00:00Z")").json().at("count"), 0);
  EXPECT_EQ(replay(R"("from":"yesterday")").status, 400);
  EXPECT_EQ(replay(R"("order":")" + first + "\"").json().at("count"), 1);
  ASSERT_TRUE(system_.wait_until_quiet());
  EXPECT_EQ(parked(), 1U);
  EXPECT_EQ(text_member(delivery_of(first), "state"), "delivered");
  const auto by_command = system_.command({"outbox", "replay", "--all", "--account", account(), "--order", second});
  EXPECT_EQ(by_command.status, 0) << by_command.output;
  ASSERT_TRUE(system_.wait_until_quiet());
  EXPECT_EQ(parked(), 0U);
}

TEST_F(CustomerFile, settings_are_tried_on_a_real_order_saved_and_undone) {
  EXPECT_EQ(system_.admin(Method::post, "/api/v1/accounts/" + account() + "/preview", "{}").status, 404) << "no order yet";
  sell();
  const auto path = "/api/v1/accounts/" + account();
  const auto preview = system_.admin(Method::post, path + "/preview", R"({"settings":{"rule":{"order_tag":"Sold"}}})");
  ASSERT_EQ(preview.status, 200) << preview.body;
  EXPECT_NE(to_json_text(preview.json().at("before")).find("OrderCompleted"), std::string::npos);
  EXPECT_EQ(to_json_text(preview.json().at("after")).find("OrderCompleted"), std::string::npos);
  EXPECT_NE(to_json_text(preview.json().at("after")).find("\"Sold\""), std::string::npos);
  const auto wrong = system_.admin(Method::post, path + "/preview", R"({"settings":{"rule":{"order_tgg":"Sold"}}})");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.json().at("error_data").at("field"), "rule.order_tgg");

  const auto revision = text_member(get(path), "revision");
  const std::string change = R"({"settings":{"rule":{"order_tag":"Sold"}},"revision":")" + revision + "\"}";
  ASSERT_EQ(system_.admin(Method::patch, path, change).status, 200);
  const auto late = system_.admin(Method::patch, path, change);
  EXPECT_EQ(late.status, 409);
  EXPECT_EQ(late.json().at("error_data").at("field"), "revision");

  const auto changes = items(path + "/changes");
  ASSERT_GE(changes.size(), 1U);
  EXPECT_EQ(changes.at(0).at("author"), "command_line");
  EXPECT_EQ(changes.at(0).at("members").as_array().at(0).at("member"), "settings.rule.order_tag");
  const auto undo = path + "/changes/" + text_member(changes.at(0).as_object(), "change_id") + "/undo";
  EXPECT_EQ(system_.admin(Method::post, undo).status, 200);
  EXPECT_EQ(system_.admin(Method::post, undo).status, 409);
  EXPECT_FALSE(get(path).at("settings").as_object().contains("rule"));
  system_.kill_kassabro();
  system_.start_kassabro();
  EXPECT_EQ(items(path + "/changes").size(), changes.size() + 1);
}

TEST_F(CustomerFile, receipts_webhooks_and_defaults_are_shown) {
  const auto order = sell();
  for (const std::string language : {"sv", "en"}) {
    const auto shown = get("/api/v1/receipts/preview" + of_account() + "&language=" + language + "&order_id=" + order);
    EXPECT_NE(text_member(shown, "html").find("Skjorta"), std::string::npos);
    EXPECT_EQ(text_member(shown, "subject").find("Kvitto") != std::string::npos, language == "sv")
        << text_member(shown, "subject");
    EXPECT_FALSE(text_member(get("/api/v1/receipts/preview" + of_account() + "&language=" + language), "sms").empty());
  }
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/receipts/preview" + of_account() + "&language=fi").status, 400);
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/receipts/preview" + of_account() + "&order_id=none").status, 404);

  const auto hooks = items("/api/v1/webhooks" + of_account());
  ASSERT_EQ(hooks.size(), 7U);
  EXPECT_EQ(hooks.at(0).at("count"), 0);
  const auto url = text_member(hooks.at(0).as_object(), "url");
  const auto path = url.substr(url.find("/rule/webhooks/"));
  EXPECT_EQ(system_.kassabro(Method::post, path, "not json").status, 400);
  const auto after = items("/api/v1/webhooks" + of_account());
  EXPECT_EQ(after.at(0).at("count"), 1);
  EXPECT_EQ(after.at(0).at("last_result"), "unreadable");

  const auto defaults = get("/api/v1/settings/defaults").at("settings").as_object();
  EXPECT_EQ(defaults.at("rule").at("order_tag"), "OrderCompleted");
  const auto kept =
      system_.admin(Method::patch, "/api/v1/accounts/" + account(), to_json_text(json::object{{"settings", defaults}}));
  EXPECT_EQ(kept.status, 200) << kept.body;
}

}  // namespace
}  // namespace kassabro::tests
