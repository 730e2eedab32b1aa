// Whom a till was shown stands on the customer's timeline a few seconds later.
#include <gtest/gtest.h>

#include <map>

#include "tests/support/events_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class Lookups : public ::testing::Test {
 protected:
  std::string anna() const { return shop_.anna.substr(1, shop_.anna.size() - 2); }
  std::string of_anna(const std::string& what) const {
    return "/api/v1/customers/" + anna() + what + "?account=" + shop_.account.text("account_id");
  }

  void search_by_v1() {
    EXPECT_EQ(system_.spi(Method::get, "/contacts?key=anna%40shop.se").status, 200);
    EXPECT_EQ(system_.spi(Method::get, "/contacts/" + anna() + "?include_extended=true").status, 200);
  }
  void search_by_v2() {
    const auto found = caller_.call(
        Method::get, system_.base_url() + "/sitoo/v2/customers?key=anna%40shop.se", {},
        {{"Authorization", shop_.account.authorization()}, {"Store-ID", "17"}, {"Staff-ID", "kim"}, {"Register-ID", "K1"}});
    EXPECT_EQ(found.status, 200) << found.body;
  }

  // Those of an answer of the admin API.
  json::array lookups_in(const std::string& what, const char* member) {
    json::array lookups;
    const auto answer = system_.admin(Method::get, of_anna(what));
    EXPECT_EQ(answer.status, 200) << answer.body;
    for (const auto& item : answer.json().at(member).as_array())
      if (item.at("what") == "lookup") lookups.push_back(item);
    return lookups;
  }
  // How often each contract has shown her.
  std::map<std::string, std::int64_t> times() {
    std::map<std::string, std::int64_t> times;
    for (const auto& lookup : lookups_in("/timeline", "items"))
      times[text_member(lookup.at("origin").as_object(), "source")] += lookup.at("times").as_int64();
    return times;
  }

  System system_;
  EventsShop shop_ = open_events_shop(system_);
  Caller caller_;
};

TEST_F(Lookups, stand_on_the_timeline_with_contract_store_register_and_staff) {
  search_by_v1();
  search_by_v2();
  const std::map<std::string, std::int64_t> wanted{{"sitoo_v1", 2}, {"sitoo_v2", 1}};
  EXPECT_TRUE(eventually([&] { return times() == wanted; })) << system_.admin(Method::get, of_anna("/timeline")).body;
  for (const auto& lookup : lookups_in("/export", "timeline")) {
    const auto& origin = lookup.at("origin").as_object();
    if (text_member(origin, "source") != "sitoo_v2") continue;
    EXPECT_EQ(text_member(origin, "store"), "17");
    EXPECT_EQ(text_member(origin, "register"), "K1");
    EXPECT_EQ(text_member(origin, "staff"), "kim");
  }
  const auto printed = system_.command({"customer", "timeline", anna(), "--account", shop_.account.text("account_id")});
  EXPECT_NE(printed.output.find("\"lookup\""), std::string::npos) << printed.output;
}

TEST_F(Lookups, of_the_last_seconds_outlive_a_stop) {
  search_by_v2();
  EXPECT_EQ(system_.stop_kassabro(), 0);
  system_.start_kassabro();
  EXPECT_EQ(times()["sitoo_v2"], 1);
}

}  // namespace
}  // namespace kassabro::tests
