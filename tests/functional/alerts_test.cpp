// What an operator is told while nobody looks at the log.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <mutex>

#include "base/clock.hpp"
#include "http/basic_credentials.hpp"
#include "http/server.hpp"
#include "testing/smtp_server.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using kassabro::testing::SmtpServer;
using ::testing::HasSubstr;
using ::testing::StartsWith;

// How often a text occurs in another.
std::ptrdiff_t count_of(const std::string& text, const std::string& in) {
  std::ptrdiff_t count = 0;
  for (auto at = in.find(text); at != std::string::npos; at = in.find(text, at + 1)) ++count;
  return count;
}

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

// The settings that send mail to this server.
std::vector<std::string> with_mail(const SmtpServer& server, std::vector<std::string> settings) {
  settings.insert(settings.end(),
                  {"alerts.smtp=" + server.url(), "alerts.mail_from=kassabro@shop.se", "alerts.mail_to=drift@shop.se"});
  return settings;
}

// The subject of the first mail, which travels in pieces of base64 (RFC 2047).
std::string first_subject(const std::string& heard) {
  std::string subject;
  auto at = heard.find("\nSubject: ");
  for (bool is_first = true; at != std::string::npos && (is_first || heard.compare(at, 2, "\n ") == 0); is_first = false) {
    const auto begin = heard.find("=?UTF-8?B?", at) + 10;
    subject += http::decode_base64(heard.substr(begin, heard.find("?=", begin) - begin)).value_or("");
    at = heard.find('\n', begin);
  }
  return subject;
}

TEST(Alerts, a_parked_delivery_is_told_where_people_look_and_without_the_person) {
  Hook hook;
  const SmtpServer mail;
  System system(with_mail(mail, {"alerts.webhook=" + hook.url(), "public.base_url=https://till.shop.se"}));
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.sandbox(Method::post, "/control/faults",
                 R"({"system":"rule","path":"/v2/subscribers","method":"POST","status":400,"count":1})");
  ASSERT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se","namefirst":"Anna"})").status, 200);
  EXPECT_TRUE(eventually([&] { return hook.bodies().find("delivery parked id=") != std::string::npos; })) << system.log();
  EXPECT_THAT(hook.bodies(), HasSubstr(R"("server":"https://till.shop.se")"));
  EXPECT_EQ(hook.bodies().find("anna"), std::string::npos);
  EXPECT_TRUE(eventually([&] { return mail.heard().find("\nQUIT\n") != std::string::npos; })) << system.log();
  EXPECT_THAT(mail.heard(), HasSubstr("MAIL FROM:<kassabro@shop.se>"));
  EXPECT_THAT(mail.heard(), HasSubstr("RCPT TO:<drift@shop.se>"));
  EXPECT_THAT(first_subject(mail.heard()), StartsWith("Kassabro https://till.shop.se: delivery parked id="));
  EXPECT_THAT(mail.heard(), HasSubstr("  delivery parked id="));
  EXPECT_EQ(mail.heard().find("anna"), std::string::npos);
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
  const SmtpServer mail;
  System system(with_mail(mail, {"alerts.webhook=" + hook.url(), "alerts.silence=2m"}));
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
  EXPECT_TRUE(eventually([&] {
    return mail.heard().find(" nothing has come from store 41 for 2 min; at") != std::string::npos;
  })) << mail.heard();
}

// The calls of the one account at Rule, of which errors use up its limit.
class RuleLimit : public ::testing::Test {
 protected:
  void SetUp() override { system_ = std::make_unique<System>(with_mail(mail_, {"alerts.webhook=" + hook_.url()})); }

  // Counted where they arrived.
  struct Calls {
    double all = 0, errors = 0;
    // The part of Rule's limit that errors have used up, in percent. Rule allows 49 errors in a hundred calls.
    double used_up() const { return 100.0 * errors / all / 0.49; }
  };
  Calls calls() {
    Calls calls;
    const auto log = system_->sandbox(Method::get, "/control/calls?system=rule&limit=100000").json();
    for (const auto& call : log.at("items").get_array()) {
      calls.all += 1;
      calls.errors += int_member(call.get_object(), "status").value_or(0) >= 400 ? 1 : 0;
    }
    return calls;
  }
  // One customer after the other, whom Rule takes or refuses: deliveries go on whatever the share is, at last slower.
  void register_until(const std::function<bool()>& holds) {
    for (int tries = 0; tries < 200 && !holds(); ++tries) {
      const auto body = R"({"email":"customer)" + std::to_string(++number_) + R"(@shop.se"})";
      ASSERT_EQ(system_->spi(Method::post, "/contacts", body).status, 200);
      ASSERT_TRUE(system_->wait_until_delivered());
    }
    ASSERT_TRUE(holds()) << calls().errors << " errors in " << calls().all << " calls";
  }
  void expect_told(int level) {
    const auto text = std::to_string(level) + " % of Rule's limit of errors is used up";
    EXPECT_TRUE(eventually([&] { return hook_.bodies().find(text) != std::string::npos; }, std::chrono::seconds(60)))
        << level << " % at " << calls().used_up() << ": " << hook_.bodies();
    EXPECT_TRUE(eventually([&] { return mail_.heard().find(text) != std::string::npos; })) << mail_.heard();
  }

  Hook hook_;
  const SmtpServer mail_;
  std::unique_ptr<System> system_;
  int number_ = 0;
};

TEST_F(RuleLimit, that_errors_use_up_is_told_at_each_level_once) {
  ASSERT_NO_FATAL_FAILURE(register_until([this] { return calls().all >= 60; }));
  system_->sandbox(Method::post, "/control/faults",
                   R"({"system":"rule","path":"/v2/subscribers","method":"POST","status":400,"count":1000})");
  for (const auto& [percent, level] : {std::pair(57, 50), std::pair(77, 70), std::pair(94, 90), std::pair(104, 100)}) {
    ASSERT_NO_FATAL_FAILURE(register_until([&] { return calls().used_up() >= percent; }));
    expect_told(level);
  }
  for (const int level : {50, 70, 90, 100})
    EXPECT_EQ(count_of(" " + std::to_string(level) + R"( % of Rule's limit of errors is used up"})", hook_.bodies()), 1)
        << level;
}

// A counter that first appears with 1 has not risen, for `increase`: the first parked delivery would fire no rule.
TEST(Alerts, what_rules_watch_is_counted_from_the_start) {
  System system;
  const auto metrics = system.admin(Method::get, "/metrics").body;
  for (const auto* counter :
       {R"(kassabro_deliveries_total{kind="order_completed",outcome="parked"})",
        R"(kassabro_deliveries_total{kind="digital_receipt",outcome="delivered"})",
        R"(kassabro_events_total{result="refused"})", R"(kassabro_events_total{result="unreadable"})",
        R"(kassabro_events_total{result="failed"})", R"(kassabro_order_fetches_total{outcome="unauthorized"})",
        R"(kassabro_order_fetches_total{outcome="misconfigured"})",
        R"(kassabro_webhook_endpoints_disabled_total{reason="gone"})",
        R"(kassabro_webhook_endpoints_disabled_total{reason="failing"})", "kassabro_unmatched_paths_total"})
    EXPECT_THAT(metrics, HasSubstr("\n" + std::string(counter) + " 0\n"));
}

TEST(Alerts, a_call_that_is_answered_503_because_the_store_has_failed_is_counted) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.change_store("ALTER TABLE contacts RENAME TO gone");
  EXPECT_EQ(system.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 503);
  EXPECT_THAT(system.admin(Method::get, "/metrics").body,
              HasSubstr(R"(kassabro_http_requests_total{listener="public",operation="contacts",status="503"} 1)"));
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
