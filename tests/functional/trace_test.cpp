// A trace (W3C Trace Context) goes from whoever calls through the outbox to Rule, and through Sitoo's events to Sitoo REST and Rule.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/events_shop.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

const std::string trace_id = "4bf92f3577b34da6a3ce929d0e0e4736";
const std::string callers_span = "00f067aa0ba902b7";
const std::string parent = "00-" + trace_id + "-" + callers_span + "-01";

std::vector<std::pair<std::string, std::string>> traced(const std::string& authorization) {
  return {{"Authorization", authorization}, {"traceparent", parent}, {"tracestate", "congo=t61rcWkgMzE"}};
}

// The calls of our trace that a system of the sandbox has answered with 200: "GET /path" each. All of them must be children of ours.
std::vector<std::string> calls_of_trace(System& system, const std::string& name) {
  std::vector<std::string> calls;
  const auto answer = system.sandbox(Method::get, "/control/calls?system=" + name).json();
  for (const auto& item : answer.at("items").as_array()) {
    const auto& call = item.as_object();
    const auto told = text_member(call, "traceparent");
    if (told.find(trace_id) == std::string::npos || text_member(call, "status") != "200") continue;
    EXPECT_EQ(told.find(callers_span), std::string::npos) << "a span of ours";
    EXPECT_TRUE(told.ends_with("-01")) << "the caller keeps this trace";
    EXPECT_EQ(text_member(call, "tracestate"), "congo=t61rcWkgMzE");
    calls.push_back(text_member(call, "method") + " " + text_member(call, "path"));
  }
  return calls;
}

bool has_call(const std::vector<std::string>& calls, const std::string& beginning) {
  return std::ranges::any_of(calls, [&](const std::string& call) { return call.starts_with(beginning); });
}

TEST(Trace, of_a_sale_reaches_rule_although_the_server_was_killed_meanwhile) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  ASSERT_LT(system.sandbox(Method::post, "/control/faults", R"({"system":"rule","path":"/","status":503,"count":1000})").status,
            300);
  const std::string order =
      R"({"orderid":1,"email":"anna@shop.se","moneytotal_gross_all":"100.00","orderitems":[{"sku":"1","productname":"Skjorta",)"
      R"("quantity":1,"vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})";
  const auto sold = Caller().call(Method::post, system.api_url() + "/transactions", order, traced("Bearer " + system.token()));
  ASSERT_EQ(sold.status, 200) << sold.body;
  EXPECT_TRUE(system.has_logged("trace_id=" + trace_id)) << system.log();
  EXPECT_EQ(system.log().find("span_id=" + callers_span), std::string::npos);
  system.kill_kassabro();
  ASSERT_LT(system.sandbox(Method::delete_, "/control/faults").status, 300);
  system.start_kassabro();
  ASSERT_TRUE(system.wait_until_delivered()) << system.log();
  EXPECT_TRUE(has_call(calls_of_trace(system, "rule"), "POST /v2/subscribers"));
  const auto rows = parse_json(system.command({"outbox", "list", "--kind", "order_completed"}).output)->at("items").as_array();
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(text_member(rows[0].as_object(), "trace_id"), trace_id);
  EXPECT_TRUE(system.has_logged("trace_id=" + trace_id)) << "the try, after the restart";
}

TEST(Trace, of_an_event_reaches_sitoo_rest_and_rule) {
  System system;
  const auto shop = open_events_shop(system);
  ASSERT_TRUE(system.wait_until_quiet());
  // The sandbox's own event, which tells no trace, must not be faster.
  ASSERT_LT(system
                .sandbox(Method::post, "/control/faults",
                         R"({"system":"sitoo","path":"/v2/accounts/1500/orders","status":503,"count":1000})")
                .status,
            300);
  const auto sale = system.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop)).json();
  const auto id = text_member(sale.as_object(), "order_id");
  ASSERT_TRUE(eventually([&] { return system.command({"events", "list"}).output.find(id) != std::string::npos; }))
      << system.log();
  const auto event =
      R"({"event_id":"0B1E7C2D-0000-4000-8000-000000000001","event_type":"order","data":{"eshop_id":"1","order_id":")" + id +
      "\"}}";
  const auto taken =
      Caller().call(Method::post, system.base_url() + "/sitoo/events", event, traced(shop.account.authorization()));
  ASSERT_EQ(taken.status, 200);
  ASSERT_LT(system.sandbox(Method::delete_, "/control/faults").status, 300);
  ASSERT_TRUE(system.wait_until_quiet()) << system.log();
  EXPECT_TRUE(has_call(calls_of_trace(system, "sitoo"), "GET /v2/accounts/1500/")) << system.log();
  EXPECT_TRUE(has_call(calls_of_trace(system, "rule"), "POST /v2/subscribers")) << system.log();
  const auto rows = parse_json(system.command({"events", "list"}).output)->at("items").as_array();
  ASSERT_FALSE(rows.empty());
  EXPECT_EQ(text_member(rows[0].as_object(), "trace_id"), trace_id);
}

TEST(Trace, that_is_none_is_passed_over) {
  System system;
  const auto answer = Caller().call(Method::get, system.api_url() + "/consents", "",
                                    {{"Authorization", "Bearer " + system.token()}, {"traceparent", "ff" + parent.substr(2)}});
  EXPECT_EQ(answer.status, 200);
  EXPECT_TRUE(system.has_logged(" trace_id=")) << system.log();
  EXPECT_EQ(system.log().find(trace_id), std::string::npos);
}

}  // namespace
}  // namespace kassabro::tests
