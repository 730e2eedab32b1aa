#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "main/checkup.hpp"
#include "testing/run.hpp"
#include "testing/samples.hpp"

namespace kassabro::main {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

auto coded(const std::string& code) { return Field(&Trouble::code, code); }

// 2026-11-23 12:00:00 by Rule's and Sitoo's clocks.
constexpr const char* their_date = "Mon, 23 Nov 2026 12:00:00 GMT";
const Timestamp their_time = Timestamp(std::chrono::sys_days(std::chrono::year(2026) / 11 / 23)) + std::chrono::hours(12);

class CheckRemotes : public ::testing::Test {
 protected:
  CheckRemotes() {
    config.rule_base_url = "https://rule.example.com/api";
    config.sitoo_base_url = "https://sitoo.example.com";
  }

  Troubles check(std::vector<app::Account> accounts = {testing::sample_account(1)}) {
    const http::Send send = [this](http::OutboundRequest request) -> Async<http::OutboundResult> {
      EXPECT_EQ(request.method, http::Method::get) << "nothing is sent";
      EXPECT_EQ(request.body, "");
      const bool is_rule = request.url.starts_with(config.rule_base_url);
      asked.push_back(request.url);
      const int status = is_rule ? rule_status : sitoo_status;
      if (status == 0) co_return std::unexpected(http::TransportError{no_answer, false, false});
      co_return http::OutboundResponse{status, {{"date", date}}, is_rule ? "{}" : sitoo_body};
    };
    return testing::run(check_remotes(config, accounts, send, clock));
  }

  static app::Account with_sitoo() {
    auto account = testing::sample_account(1);
    account.sitoo_api_id = "4711";
    account.sitoo_password = SecretString("password");
    return account;
  }

  Config config;
  ManualClock clock{their_time};
  int rule_status = 200;
  int sitoo_status = 200;
  std::string sitoo_body = R"({"totalcount":1,"items":[{"eshopid":1}]})";
  std::string date = their_date;
  std::string no_answer = "No route to host";
  std::vector<std::string> asked;
};

TEST_F(CheckRemotes, finds_nothing_when_both_answer_and_take_the_credentials) {
  EXPECT_THAT(check({with_sitoo()}), IsEmpty());
  EXPECT_THAT(asked, ElementsAre(HasSubstr("rule.example.com/api/v2/sender/details"), HasSubstr("sitoo.example.com")));
  EXPECT_THAT(check({}), IsEmpty()) << "without an account they are only asked whether they are there";
}

TEST_F(CheckRemotes, tells_of_a_key_that_rule_does_not_take) {
  rule_status = 401;
  const auto troubles = check();
  EXPECT_THAT(troubles, ElementsAre(coded("rule_key_refused")));
  EXPECT_THAT(troubles[0].fix, HasSubstr("kassabro account set 1 --rule-api-key"));
  EXPECT_THAT(check({}), IsEmpty()) << "whoever asks without a key is refused";
}

TEST_F(CheckRemotes, tells_once_of_a_rule_that_does_not_answer) {
  rule_status = 0;
  EXPECT_THAT(check({testing::sample_account(1), testing::sample_account(2)}), ElementsAre(coded("remote_unreachable")));
  rule_status = 503;
  EXPECT_THAT(check(), ElementsAre(coded("remote_unwell")));
  rule_status = 404;
  EXPECT_THAT(check(), ElementsAre(coded("rule_answers_strangely")));
}

TEST_F(CheckRemotes, tells_what_sitoo_refuses) {
  sitoo_status = 0;
  EXPECT_THAT(check(), ElementsAre(coded("remote_unreachable")));
  EXPECT_THAT(check({with_sitoo()}), ElementsAre(coded("remote_unreachable")));
  sitoo_status = 401;
  EXPECT_THAT(check({with_sitoo()}), ElementsAre(coded("sitoo_refuses")));
  sitoo_status = 200;
  sitoo_body = R"({"items":[]})";
  EXPECT_THAT(check({with_sitoo()}), ElementsAre(coded("sitoo_refuses"))) << "it has no such e-shop";
}

TEST_F(CheckRemotes, tells_which_setting_lets_it_call_a_private_address) {
  sitoo_status = 0;
  no_answer = "This address leads into a private network, where it may not call (outbound.allow).";
  const auto troubles = check({with_sitoo()});
  ASSERT_THAT(troubles, ElementsAre(coded("remote_unreachable")));
  EXPECT_THAT(troubles[0].fix, AllOf(HasSubstr("set outbound.allow"), Not(HasSubstr("firewall"))));
}

TEST_F(CheckRemotes, tells_of_a_clock_that_is_more_than_a_minute_off) {
  clock.set(their_time + std::chrono::seconds(60));
  EXPECT_THAT(check(), IsEmpty());
  clock.set(their_time + std::chrono::seconds(90));
  auto troubles = check();
  EXPECT_THAT(troubles, ElementsAre(coded("clock_off"), coded("clock_off")));
  EXPECT_THAT(troubles[0].text, HasSubstr("90 s ahead of Rule"));
  clock.set(their_time - std::chrono::seconds(61));
  EXPECT_THAT(check()[0].text, HasSubstr("61 s behind Rule"));
  date = "";
  EXPECT_THAT(check(), IsEmpty()) << "who tells no time";
}

}  // namespace
}  // namespace kassabro::main
