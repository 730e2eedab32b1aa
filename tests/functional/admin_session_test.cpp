// The admin pages' way in: the first password, sessions by cookie, and what a foreign page cannot do.
#include <gtest/gtest.h>

#include <boost/json/serialize.hpp>

#include "tests/support/events_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class AdminSession : public ::testing::Test {
 protected:
  Answer call(Method method, const std::string& path, const std::string& body = {},
              std::vector<std::pair<std::string, std::string>> headers = {}) {
    return caller_.call(method, system_.admin_url() + path, body, std::move(headers));
  }
  std::string state() { return text_member(call(Method::get, "/api/v1/session").json().as_object(), "state"); }

  System system_;
  Caller caller_;
  const std::string password_ = R"({"password":"correct horse battery"})";
};

TEST_F(AdminSession, the_first_password_is_chosen_once_and_survives_a_restart) {
  EXPECT_EQ(state(), "first_run");
  EXPECT_EQ(call(Method::post, "/api/v1/session/password", R"({"password":"short"})").status, 400);
  const auto chosen = call(Method::post, "/api/v1/session/password", password_);
  ASSERT_EQ(chosen.status, 200) << chosen.body;
  EXPECT_EQ(text_member(chosen.json().as_object(), "state"), "signed_in");
  EXPECT_EQ(state(), "signed_out") << "whoever has no cookie";
  EXPECT_EQ(call(Method::post, "/api/v1/session/password", password_).status, 409);
  system_.kill_kassabro();
  system_.start_kassabro();
  EXPECT_EQ(state(), "signed_out");
  EXPECT_EQ(call(Method::post, "/api/v1/session", password_).status, 200);
  EXPECT_EQ(call(Method::post, "/api/v1/session", R"({"password":"wrong horse battery"})").status, 401);
}

TEST_F(AdminSession, without_a_session_nothing_is_told) {
  EXPECT_EQ(call(Method::get, "/api/v1/accounts").status, 401);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", "", {{"Cookie", "kassabro_session=x"}}).status, 401);
  EXPECT_EQ(call(Method::get, "/api/v1/overview").status, 401);
}

TEST_F(AdminSession, a_cookie_reads_and_needs_our_own_header_to_change_anything) {
  const auto chosen = call(Method::post, "/api/v1/session/password", password_);
  ASSERT_FALSE(chosen.cookie.empty());
  const auto csrf = text_member(chosen.json().as_object(), "csrf");
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", "", {{"Cookie", chosen.cookie}}).status, 200);
  const std::string resume = R"({"account":"1","kind":"mirror"})";
  EXPECT_EQ(call(Method::post, "/api/v1/jobs/resume", resume, {{"Cookie", chosen.cookie}}).status, 401);
  EXPECT_EQ(call(Method::post, "/api/v1/jobs/resume", resume, {{"Cookie", chosen.cookie}, {"X-CSRF-Token", "x"}}).status, 401);
  EXPECT_EQ(call(Method::post, "/api/v1/jobs/resume", resume, {{"Cookie", chosen.cookie}, {"X-CSRF-Token", csrf}}).status, 404);
  EXPECT_EQ(call(Method::delete_, "/api/v1/session", "", {{"Cookie", chosen.cookie}}).status, 401);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", "", {{"Cookie", chosen.cookie}}).status, 200);
  EXPECT_EQ(call(Method::delete_, "/api/v1/session", "", {{"Cookie", chosen.cookie}, {"X-CSRF-Token", csrf}}).status, 200);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", "", {{"Cookie", chosen.cookie}}).status, 401);
}

TEST_F(AdminSession, the_audit_log_names_who_was_proven_and_is_not_filled_by_strangers) {
  const auto entries = [this] { return system_.admin(Method::get, "/api/v1/audit").json().at("items").as_array(); };
  const auto chosen = call(Method::post, "/api/v1/session/password", password_);
  for (int i = 0; i < 3; ++i) call(Method::post, "/api/v1/session/password", password_);  // 409
  call(Method::post, "/api/v1/session", R"({"password":"wrong horse battery"})", {{"Authorization", "Bearer made up"}});
  const auto csrf = text_member(chosen.json().as_object(), "csrf");
  call(Method::delete_, "/api/v1/session", "",
       {{"Cookie", chosen.cookie}, {"X-CSRF-Token", csrf}, {"Authorization", "Basic bWFkZTp1cA=="}});
  const auto told = entries();
  ASSERT_EQ(told.size(), 3U) << json::serialize(told);
  EXPECT_EQ(text_member(told[2].as_object(), "action"), "POST /api/v1/session/password");
  EXPECT_EQ(text_member(told[1].as_object(), "actor"), "nobody") << "a token that somebody made up";
  EXPECT_EQ(text_member(told[1].as_object(), "status"), "401");
  EXPECT_EQ(text_member(told[0].as_object(), "actor"), "pages") << "the cookie is what was proven";
}

TEST_F(AdminSession, guessing_is_slowed_down) {
  ASSERT_EQ(call(Method::post, "/api/v1/session/password", password_).status, 200);
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(call(Method::post, "/api/v1/session", R"({"password":"guess guess guess"})").status, 401);
  EXPECT_EQ(call(Method::post, "/api/v1/session", password_).status, 429);
}

TEST_F(AdminSession, an_overview_shows_the_first_customer_and_order) {
  const auto shop = open_events_shop(system_);
  const auto path = "/api/v1/overview?account=" + shop.account.text("account_id");
  ASSERT_EQ(system_.sandbox(Method::post, "/control/pos/sell", sale_to_anna(shop)).status, 200);
  ASSERT_TRUE(system_.wait_until_quiet());
  const auto seen = system_.admin(Method::get, path);
  ASSERT_EQ(seen.status, 200) << seen.body;
  const auto first = seen.json().at("first").as_object();
  for (const char* what : {"call", "customer", "order"}) EXPECT_TRUE(first.at(what).is_string()) << seen.body;
  EXPECT_EQ(seen.json().at("deliveries").as_array().size(), 24U);
  EXPECT_EQ(seen.json().at("queue").at("pending"), 0);
  EXPECT_TRUE(seen.json().at("delay_ms").at("p99").is_int64()) << seen.body;
}

}  // namespace
}  // namespace kassabro::tests
