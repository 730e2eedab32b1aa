#include "sandbox/rule/seed.hpp"

#include <gtest/gtest.h>

#include "sandbox/rule/testing.hpp"

namespace kassabro::sandbox::rule {
namespace {

using testing::object_of;
using testing::Rule;

struct Seeded100 : Rule {
  explicit Seeded100(std::uint64_t number = 1) {
    const auto made = seed(state, {key, 100, "Order", true, number}, now);
    EXPECT_TRUE(made);
  }
  std::string text() { return dump_account(account(), "", now); }
};

TEST(RuleSeed, depends_on_nothing_but_the_plan) {
  Seeded100 one, two, other(2);
  EXPECT_EQ(one.text(), two.text());
  EXPECT_NE(one.text(), other.text());
  EXPECT_FALSE(seed(one.state, {one.key, 1, "", false, 1}, one.now)) << "they are there already";
}

TEST(RuleSeed, writes_what_a_web_shop_writes) {
  Seeded100 rule;
  auto& wanted = *rule.account().find_subscriber(IdentifiedBy::email, "web7@example.com");
  EXPECT_EQ(wanted.phone, "+46731000007");
  const auto target = "/v3/custom-field-data/" + std::to_string(wanted.id) + "?per_page=100&groups_name[]=";
  EXPECT_EQ(object_of(rule.get(target + "Subscriber")).at("data").as_array().size(), 1U);
  const auto orders = object_of(rule.get(target + "Order")).at("data").as_array();
  for (const auto& order : orders) EXPECT_TRUE(order.at("historical").as_bool());
  EXPECT_NE(rule.text().find(R"("name":"Products","type":"json")"), std::string::npos);
  EXPECT_NE(rule.text().find(R"("name":"bonuschecks","type":"json","value":[{"id":"W)"), std::string::npos);
}

TEST(RuleSeed, pages_of_the_list_hold_everybody_once) {
  Seeded100 rule;
  rule.account().erase_subscriber(rule.account().subscriber_ids()[3]);
  std::set<std::int64_t> seen;
  std::string path = "/v2/subscribers?limit=30";
  for (int page = 1; !path.empty(); ++page) {
    const auto body = object_of(rule.get(path));
    for (const auto& entry : body.at("subscribers").as_array()) seen.insert(entry.at("id").as_int64());
    path = body.at("meta").at("next").is_null() ? "" : "/v2/subscribers?limit=30&page=" + std::to_string(page + 1);
  }
  EXPECT_EQ(seen.size(), 99U);
}

}  // namespace
}  // namespace kassabro::sandbox::rule
