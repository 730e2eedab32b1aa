#include "sandbox/control/faults.hpp"

#include <gtest/gtest.h>

#include "sandbox/control/call_log.hpp"

namespace kassabro::sandbox::control {
namespace {

Fault parsed(std::string_view body) { return *parse_fault(parse_json(body)->get_object()); }

TEST(Faults, hit_the_next_calls_below_a_prefix_and_then_end) {
  Faults faults;
  faults.add(parsed(R"({"system":"rule","path":"/v2/sub","status":503,"count":2})"));
  EXPECT_FALSE(faults.take("sitoo", "POST", "/v2/subscribers"));
  EXPECT_FALSE(faults.take("rule", "POST", "/v3/subscribers"));
  EXPECT_TRUE(faults.take("rule", "POST", "/v2/subscribers"));
  EXPECT_TRUE(faults.take("rule", "GET", "/v2/subscriber/1/fields"));
  EXPECT_FALSE(faults.take("rule", "POST", "/v2/subscribers"));
}

TEST(Faults, take_the_path_with_the_systems_root_as_well) {
  EXPECT_EQ(parsed(R"({"system":"rule","path":"/rule/api/v2","status":500})").path, "/v2");
  EXPECT_EQ(parsed(R"({"system":"sitoo","path":"v2/accounts","drop":true})").path, "/v2/accounts");
}

TEST(Faults, name_the_field_that_is_wrong) {
  const auto field_of = [](std::string_view body) { return parse_fault(parse_json(body)->get_object()).error().field; };
  EXPECT_EQ(field_of(R"({"system":"crm","status":500})"), "system");
  EXPECT_EQ(field_of(R"({"system":"rule","status":99})"), "status");
  EXPECT_EQ(field_of(R"({"system":"rule"})"), "status");
  EXPECT_EQ(field_of(R"({"system":"rule","status":500,"count":0})"), "count");
  EXPECT_EQ(field_of(R"({"system":"rule","delay_ms":-1})"), "delay_ms");
}

TEST(Faults, count_a_small_rate_limit_reset_from_now) {
  const auto now = from_epoch_ms(1'800'000'000'000);
  const auto text = [&](std::string_view body) { return rate_limit_reset_text(parsed(body), now); };
  EXPECT_EQ(text(R"({"system":"sitoo","status":429,"rate_limit_reset":30})"), "1800000030");
  EXPECT_EQ(text(R"({"system":"sitoo","status":429,"rate_limit_reset":1700000000})"), "1700000000");
  EXPECT_EQ(text(R"({"system":"sitoo","status":429,"rate_limit_reset":"soon"})"), "soon");
  EXPECT_EQ(parsed(R"({"system":"sitoo","truncate":7})").truncate, 7U);
}

TEST(CallLog, keeps_the_last_100000_and_lists_what_came_after_an_id) {
  CallLog log;
  for (int i = 0; i < 100'010; ++i) log.add({0, {}, i % 2 == 0 ? "rule" : "sitoo", "GET", "/", "", 200, 0, 0, "b"});
  EXPECT_EQ(log.list({"", 0, 1'000'000, false}).at("items").as_array().size(), 100'000U);
  const auto last = log.list({"rule", 100'000, 1'000, true}).at("items").as_array();
  ASSERT_EQ(last.size(), 5U);
  EXPECT_EQ(last[0].at("id").as_int64(), 100'001);
  EXPECT_EQ(last[0].at("body").as_string(), "b");
}

}  // namespace
}  // namespace kassabro::sandbox::control
