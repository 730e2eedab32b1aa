// What an operator is told while nobody looks at the log.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <mutex>

#include "base/clock.hpp"
#include "http/server.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using ::testing::HasSubstr;

// Where a chat would listen.
class Hook {
 public:
  std::string url() const { return "http://127.0.0.1:" + std::to_string(server_.port()) + "/hook"; }
  std::string bodies() const {
    const std::scoped_lock lock(mutex_);
    return bodies_;
  }

 private:
  Async<http::Response> take(const http::Request& request) {
    const std::scoped_lock lock(mutex_);
    bodies_ += std::string(request.body) + "\n";
    co_return http::Response{};
  }

  mutable std::mutex mutex_;
  std::string bodies_;
  http::IoThreads threads_{1};
  http::Server server_{threads_, "127.0.0.1:0", [this](const http::Request& request) { return take(request); }};
};

TEST(Alerts, a_parked_delivery_is_told_where_people_look_and_without_the_person) {
  Hook hook;
  System system({"alerts.webhook=" + hook.url(), "public.base_url=https://till.shop.se"});
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.sandbox(Method::post, "/control/faults",
                 R"({"system":"rule","path":"/v2/subscribers","method":"POST","status":400,"count":1})");
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se","namefirst":"Anna"})").status, 200);
  EXPECT_TRUE(eventually([&] { return hook.bodies().find("delivery parked id=") != std::string::npos; })) << system.log();
  EXPECT_THAT(hook.bodies(), HasSubstr(R"("server":"https://till.shop.se")"));
  EXPECT_EQ(hook.bodies().find("anna"), std::string::npos);
  EXPECT_EQ(system.stop_kassabro(), 0);
}

// Sales of one till, an order a second up to `last`.
void sell_at(System& system, const std::string& store, const std::string& till, Timestamp last, int count) {
  static int number = 9'000;
  for (int i = 0; i < count; ++i) {
    const auto id = std::to_string(++number);
    const auto sold_at = std::to_string(to_epoch_ms(last) / 1000 - i);
    const auto answer = system.spi(
        Method::post, "/transactions",
        R"({"orderid":)" + id + R"(,"registerid":")" + till + R"(","orderstateid":10,"orderdate":)" + sold_at +
            R"(,"additionaldata":{"store-name":")" + store +
            R"("},"currencycode":"SEK","moneytotal_gross_all":"100.00","orderitems":[{"sku":"S1","productname":"Skjorta","quantity":1,)"
            R"("vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})");
    ASSERT_EQ(answer.status, 200) << answer.body;
  }
}

TEST(Alerts, a_store_and_a_till_that_fall_silent_are_told_once) {
  using namespace std::chrono_literals;
  Hook hook;
  System system({"alerts.webhook=" + hook.url(), "alerts.silence=2m"});
  const auto now = SystemClock().now();
  for (int week = 1; week <= 3; ++week)
    for (const auto& [store, till] : {std::pair("41", "A"), std::pair("42", "A"), std::pair("42", "B")})
      sell_at(system, store, till, now - std::chrono::weeks(week), 6);
  sell_at(system, "42", "A", now, 1);
  EXPECT_TRUE(
      eventually([&] { return hook.bodies().find("nothing has come from store 41 for 2 min") != std::string::npos; }, 60s))
      << system.log();
  EXPECT_TRUE(eventually([&] { return hook.bodies().find("nothing has come from till B of store 42") != std::string::npos; }));
  for (const auto* sells : {"from store 42", "till A"})
    EXPECT_EQ(hook.bodies().find(sells), std::string::npos) << hook.bodies();
  const auto metrics = system.admin(Method::get, "/metrics").body;
  EXPECT_THAT(metrics, HasSubstr("kassabro_quiet_stores 1"));
  EXPECT_THAT(metrics, HasSubstr("kassabro_quiet_tills 1"));
  EXPECT_THAT(metrics, HasSubstr("kassabro_disk_free_bytes "));
}

TEST(Alerts, half_a_mail_server_is_named_and_ends_with_2) {
  const TempFolder folder;
  const auto ended =
      run({program("kassabro"), "serve", "--set", "data.dir=" + folder.path("data"), "--set", "alerts.smtp=smtp://127.0.0.1"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_THAT(ended.output, HasSubstr("alerts.mail_from"));
}

}  // namespace
}  // namespace kassabro::tests
