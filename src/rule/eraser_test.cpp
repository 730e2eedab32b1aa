#include "rule/eraser.hpp"

#include <gtest/gtest.h>

#include "rule/fake_rule.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

using domain::CustomerKey;
using domain::KeyKind;

class EraserTest : public ::testing::Test {
 protected:
  Result<bool> erase(std::optional<std::int64_t> id, const std::vector<CustomerKey>& keys) {
    return run(eraser.erase(account, id, keys));
  }

  app::Account account = samples::account();
  ManualClock clock{*parse_timestamp("2026-11-23T12:00:00Z")};
  FakeRule rule;
  RuleClient client{rule.transport(), clock, {.base_url = "https://rule.test/api"}};
  RuleEraser eraser{client};
  std::int64_t anna = rule.add_person("anna@shop.se", "+46701234567").id;
};

const CustomerKey email{KeyKind::email, "anna@shop.se"};
const CustomerKey phone{KeyKind::phone, "+46701234567"};
const CustomerKey contact{KeyKind::contact_id, "7"};

TEST_F(EraserTest, erases_by_rules_own_id_whatever_the_address_is_now) {
  EXPECT_EQ(erase(anna, {{KeyKind::email, "old@shop.se"}}), true);
  EXPECT_TRUE(rule.people.empty());
  EXPECT_EQ(erase(anna, {email}), false) << "there is nobody any more";
}

TEST_F(EraserTest, erases_by_the_address_where_the_id_is_not_known) {
  EXPECT_EQ(erase(std::nullopt, {phone, email, contact}), true);
  ASSERT_EQ(rule.received.size(), 1U);
  EXPECT_TRUE(rule.received[0].path.ends_with("identified_by=email")) << rule.received[0].path;
}

TEST_F(EraserTest, erases_by_the_phone_where_there_is_no_address) {
  EXPECT_EQ(erase(std::nullopt, {contact, phone}), true);
  EXPECT_TRUE(rule.people.empty());
}

TEST_F(EraserTest, an_id_of_earlier_does_not_end_it) {
  EXPECT_EQ(erase(999, {email}), true);
  EXPECT_TRUE(rule.people.empty());
}

TEST_F(EraserTest, a_refusal_that_is_not_about_a_phone_is_not_done) {
  rule.faults = {{"DELETE", 400}};
  EXPECT_FALSE(erase(anna, {email}));
  EXPECT_EQ(rule.people.size(), 1U);
}

TEST_F(EraserTest, asks_nothing_when_rule_could_not_know_the_person) {
  EXPECT_EQ(erase(std::nullopt, {contact}), false);
  EXPECT_TRUE(rule.received.empty());
}

TEST_F(EraserTest, tells_in_words_why_it_was_not_done) {
  rule.faults = {{"DELETE", 503}, {"DELETE", 401}};
  const auto down = erase(anna, {});
  ASSERT_FALSE(down);
  EXPECT_EQ(down.error().code, ErrorCode::unavailable);
  EXPECT_FALSE(down.error().message.empty());
  const auto refused = erase(anna, {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::unauthorized);
  EXPECT_EQ(rule.people.size(), 1U);
}

}  // namespace
}  // namespace kassabro::rule
