#include "sandbox/rule/happenings.hpp"

#include <gtest/gtest.h>

#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using testing::Rule;

struct WithWebhooks : Rule {
  WithWebhooks() {
    add_anna();
    for (const auto* event : {"unsubscribe", "resubscribed", "opted-in", "bounced"}) state.webhooks[event] = {"http://hook"};
  }
  std::string happens(std::string_view event, std::string_view more = "") {
    const auto body =
        parse_json(R"({"email":"anna@example.com","event":")" + std::string(event) + "\"" + std::string(more) + "}");
    const auto result = happen(state, account(), body->get_object(), now);
    return result ? "" : result.error().field;
  }
};

TEST(RuleHappenings, a_hard_bounce_suppresses_and_a_soft_one_does_not) {
  WithWebhooks rule;
  rule.happens("bounced", R"(,"type":"soft")");
  EXPECT_TRUE(rule.anna().suppressions.empty());
  rule.happens("bounced");
  EXPECT_EQ(rule.anna().suppressions.size(), 1U);
  EXPECT_EQ(rule.state.outbound.size(), 3U) << "two bounces and the suppression";
}

TEST(RuleHappenings, a_pending_subscriber_opts_in) {
  WithWebhooks rule;
  rule.anna().status = Status::pending;
  rule.happens("opted-in");
  EXPECT_EQ(rule.anna().status, Status::active);
  EXPECT_EQ(rule.state.outbound.front().event, "opted-in");
}

TEST(RuleHappenings, somebody_unsubscribes_one_channel_and_comes_back) {
  WithWebhooks rule;
  rule.happens("unsubscribe", R"(,"message_type":"text_message")");
  ASSERT_EQ(rule.anna().suppressions.size(), 1U);
  EXPECT_EQ(rule.anna().suppressions[0].source, "user");
  rule.happens("resubscribed", R"(,"message_type":"text_message")");
  EXPECT_TRUE(rule.anna().suppressions.empty());
  EXPECT_EQ(rule.happens("exploded"), "event");
}

}  // namespace
}  // namespace kassabro::sandbox::rule
