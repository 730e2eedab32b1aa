// A sale with a bonus check, by SPI v2 and events, with one call after the other cut: to Rule and to Sitoo REST, before the
// work (503) and after it (the answer is lost). Afterwards everything must be there once.
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "tests/support/connected_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

constexpr int steps_max = 40;
constexpr int at_once = 4;  // most of the time is waiting for the next try
constexpr const char* anna = "anna@shop.se";

struct Cut {
  const char* system;
  const char* how;  // members of the fault
};

// The first `step` calls go through, the next one is cut.
void cut_call(ConnectedShop& shop, const Cut& cut, int step) {
  const std::string system = std::string(R"({"system":")") + cut.system + R"(","path":"/",)";
  if (step > 0) shop.post_to_sandbox("/control/faults", system + R"("delay_ms":1,"count":)" + std::to_string(step) + "}");
  shop.post_to_sandbox("/control/faults", system + cut.how + R"(,"count":1})");
}

bool was_cut(ConnectedShop& shop) {
  const auto faults = shop.system().sandbox(Method::get, "/control/faults").json();
  return faults.at("items").as_array().empty();
}

void expect_everything_once(ConnectedShop& shop, const std::string& where, const json::object& sale) {
  ASSERT_TRUE(shop.wait_until_quiet(std::chrono::seconds(90))) << where;
  EXPECT_EQ(shop.system().command({"outbox", "list", "--state", "parked"}).output, "{\"items\":[],\"next\":null}\n") << where;
  EXPECT_EQ(shop.system().command({"events", "list", "--state", "parked"}).output, "{\"items\":[]}\n") << where;
  const auto person = shop.in_rule(anna);
  const auto records = person.records("Sitoo-Order");
  ASSERT_EQ(records.size(), 1U) << where;
  EXPECT_EQ(records[0].at("orderid"), text_member(sale, "order_id")) << where;
  EXPECT_EQ(shop.check_in_rule(anna, "B1").at("remaining"), "60.00") << where;
  EXPECT_EQ(person.field("Sitoo-Contact", "bonusleft"), "60.00") << where;
  EXPECT_TRUE(person.tags().contains("OrderCompleted")) << where;
}

// False: the sale does not make so many calls.
bool run_step(const Cut& cut, int step) {
  const auto where = std::string(cut.system) + " " + cut.how + " at call " + std::to_string(step);
  ConnectedShop shop({"rule.read_max_age=1ms"});
  shop.register_customer(anna);
  EXPECT_TRUE(shop.system().wait_until_delivered()) << where;
  shop.give_checks(anna, {{"B1", "100.00"}});
  EXPECT_TRUE(shop.wait_for_checks(anna, 1)) << where;
  cut_call(shop, cut, step);
  const auto sale = shop.sell(R"("spi":"v2","key":"anna@shop.se","bonus_checks":[{"bonus_check_id":"B1","amount":"40.00"}])");
  expect_everything_once(shop, where, sale);
  return was_cut(shop);
}

void cut_every_call(const Cut& cut) {
  std::atomic<int> next = 0;
  std::atomic<bool> over = false;
  std::vector<std::thread> threads;
  threads.reserve(at_once);
  for (int i = 0; i < at_once; ++i)
    threads.emplace_back([&] {
      while (!over) {
        const int step = next++;
        const bool has_cut = step < steps_max && run_step(cut, step);
        EXPECT_TRUE(has_cut || step > 0) << "nothing was cut";
        if (!has_cut) over = true;
      }
    });
  for (auto& thread : threads) thread.join();
  EXPECT_LT(next, steps_max + at_once) << "the sale makes more calls than are tried";
}

TEST(CutCalls, a_lost_answer_of_any_call_to_rule_doubles_and_loses_nothing) { cut_every_call({"rule", R"("drop":true)"}); }

TEST(CutCalls, an_outage_at_any_call_to_rule_only_delays) { cut_every_call({"rule", R"("status":503)"}); }

TEST(CutCalls, a_lost_answer_of_sitoo_rest_doubles_and_loses_nothing) { cut_every_call({"sitoo", R"("drop":true)"}); }

TEST(CutCalls, every_refusal_of_sitoo_rest_only_delays) {
  for (const auto* how : {R"("status":503)", R"("status":429)", R"("status":429,"rate_limit_reset":1)",
                          R"("status":429,"retry_after":"1")", R"("status":500,"body":"<html>")", R"("truncate":40)"})
    EXPECT_TRUE(run_step({"sitoo", how}, 0)) << "nothing was cut: " << how;
}

}  // namespace
}  // namespace kassabro::tests
