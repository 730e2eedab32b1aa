// Sitoo's webhook link is cut, for longer than Sitoo tries; afterwards one comparison finds everything.
#include <fmt/chrono.h>
#include <gtest/gtest.h>

#include <thread>

#include "tests/support/events_shop.hpp"
#include "tests/support/old_orders.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

// An ISO time that many hours ago.
std::string hours_ago(int hours) {
  const auto at = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()) - std::chrono::hours(hours);
  return fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::chrono::system_clock::to_time_t(at)));
}

class ReconcileSystem : public ::testing::Test {
 protected:
  json::object control(Method method, const std::string& path, const std::string& body = "{}") {
    const auto answer = system_.sandbox(method, "/control" + path, body);
    EXPECT_EQ(answer.status, 200) << path << ": " << answer.body;
    return answer.status == 200 && answer.json().is_object() ? answer.json().as_object() : json::object{};
  }
  std::string sell(int hours, const std::string& more = "") {
    const auto sold =
        control(Method::post, "/pos/sell",
                sale_to_anna(shop_, R"("orderdate":")" + hours_ago(hours) + "\"" + (more.empty() ? "" : "," + more)));
    return text_member(sold, "order_id");
  }
  // Sitoo gives events up that it could not deliver for a day; here the day takes a moment.
  void cut_link() {
    control(Method::put, "/sitoo/switches", R"({"event_retry_ms":1})");
    link_ = control(Method::get, "/settings").at("events").as_object();
    auto dead = link_;
    dead["url"] = "http://127.0.0.1:1/sitoo/events";
    control(Method::put, "/settings", to_json_text(json::object{{"events", dead}}));
  }
  void mend_link() {
    ASSERT_TRUE(eventually([&] { return control(Method::get, "/events").at("waiting").as_array().empty(); }));
    control(Method::put, "/settings", to_json_text(json::object{{"events", link_}}));
  }
  Finished reconcile(std::vector<std::string> more = {}) {
    std::vector<std::string> command{"reconcile", "--account", shop_.account.text("account_id"), "--wait"};
    command.insert(command.end(), more.begin(), more.end());
    return system_.command(command);
  }
  std::int64_t reported(const char* name) {
    return int_member(find_job(system_, "reconcile").at("report").as_object(), name).value_or(0);
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
  json::object link_;
};

TEST_F(ReconcileSystem, after_three_days_without_a_link_one_run_finds_everything) {
  sell(80);
  const auto opened = sell(79, R"("state":"open")");
  const auto cancelled = sell(78, R"("state":"open")");
  ASSERT_TRUE(system_.wait_until_quiet()) << system_.log();
  ASSERT_EQ(orders_in_rule(system_).size(), 1U);

  cut_link();
  control(Method::post, "/pos/z-report", R"({"at":")" + hours_ago(76) + "\"}");
  control(Method::post, "/orders/" + opened + "/close");
  control(Method::post, "/orders/" + cancelled + "/cancel");
  for (int hours = 72; hours > 0; hours -= 3) sell(hours);
  const auto sold = sell(2);
  control(Method::post, "/pos/refund", R"({"order_id":)" + sold + R"(,"items":[{"sku":"S1","quantity":1}]})");
  EXPECT_EQ(int_member(control(Method::post, "/pos/z-report"), "numreceipts"), 26);
  mend_link();
  ASSERT_EQ(orders_in_rule(system_).size(), 1U) << "the events are lost";

  const auto ended = reconcile();
  ASSERT_EQ(ended.status, 0) << ended.output << system_.log();
  ASSERT_TRUE(system_.wait_until_quiet());
  EXPECT_EQ(orders_in_rule(system_), old_orders_in_sitoo(system_));
  EXPECT_EQ(reported("missing"), 26);
  EXPECT_EQ(reported("changed"), 2);
  EXPECT_EQ(reported("healed"), 28);
  EXPECT_EQ(reported("not_healed"), 0);
  EXPECT_EQ(reported("z_reports"), 1) << "the till has counted the same";
  EXPECT_FALSE(find_job(system_, "reconcile").at("report").as_object().contains("z_reports_differ"));

  ASSERT_EQ(reconcile().status, 0);
  EXPECT_EQ(reported("missing"), 0) << "a second run finds nothing";
  EXPECT_EQ(orders_in_rule(system_), old_orders_in_sitoo(system_));
}

TEST_F(ReconcileSystem, only_the_days_that_were_asked_for_are_compared) {
  cut_link();
  sell(24 * 30);
  const auto recent = sell(24 * 3);
  mend_link();
  ASSERT_EQ(reconcile({"--to", "2001-01-01"}).status, 0);
  EXPECT_EQ(reported("compared"), 0);
  ASSERT_EQ(reconcile().status, 0);
  ASSERT_TRUE(system_.wait_until_quiet());
  EXPECT_EQ(reported("compared"), 1) << "a week without being told otherwise";
  EXPECT_EQ(orders_in_rule(system_).begin()->first, recent);
  EXPECT_EQ(reconcile({"--from", "yesterday"}).status, 1);
}

TEST_F(ReconcileSystem, a_kill_in_the_middle_loses_nothing) {
  cut_link();
  for (int hours = 60; hours > 0; --hours) sell(hours);
  mend_link();
  control(Method::put, "/sitoo/switches", R"({"list_items_max":7,"latency_ms":30})");
  ASSERT_EQ(system_.command({"reconcile", "--account", shop_.account.text("account_id")}).status, 0);
  for (int i = 0; i < 5; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
    system_.kill_kassabro();
    system_.start_kassabro();
  }
  ASSERT_TRUE(wait_for_job(system_, "reconcile")) << system_.log();
  ASSERT_TRUE(system_.wait_until_quiet());
  EXPECT_EQ(orders_in_rule(system_), old_orders_in_sitoo(system_));
  EXPECT_EQ(reported("healed"), 60);
}

}  // namespace
}  // namespace kassabro::tests
