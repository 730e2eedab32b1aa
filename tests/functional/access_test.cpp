// Who may do what in the admin API: users with roles, and tokens with scopes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/events_shop.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using ::testing::ElementsAre;
using Headers = std::vector<std::pair<std::string, std::string>>;

class Access : public ::testing::Test {
 protected:
  Answer call(Method method, const std::string& path, const Headers& headers, const std::string& body = {}) {
    return caller_.call(method, system_.admin_url() + path, body, headers);
  }
  // A user of this role, signed in.
  Headers sign_in(const std::string& name, const std::string& role) {
    const auto added = system_.admin(Method::post, "/api/v1/users", R"({"name":")" + name + R"(","role":")" + role + "\"}");
    EXPECT_EQ(added.status, 201) << added.body;
    const auto password = text_member(added.json().as_object(), "password");
    const auto begun =
        call(Method::post, "/api/v1/session", {}, R"({"name":")" + name + R"(","password":")" + password + "\"}");
    EXPECT_EQ(begun.status, 200) << begun.body;
    EXPECT_EQ(text_member(begun.json().as_object(), "role"), role);
    return {{"Cookie", begun.cookie}, {"X-CSRF-Token", text_member(begun.json().as_object(), "csrf")}};
  }
  Headers token(const std::string& name, const std::string& scopes) {
    const auto added = system_.admin(Method::post, "/api/v1/tokens", R"({"name":")" + name + R"(","scopes":)" + scopes + "}");
    EXPECT_EQ(added.status, 201) << added.body;
    return {{"Authorization", "Bearer " + text_member(added.json().as_object(), "token")}};
  }

  System system_;
  Caller caller_;
};

TEST_F(Access, each_role_does_its_own_work_and_no_other) {
  const auto shop = open_events_shop(system_);
  const auto account = shop.account.text("account_id");
  const auto anna = "/api/v1/customers/" + shop.anna.substr(1, shop.anna.size() - 2) + "?account=" + account;
  const auto erase = "/api/v1/customers/" + shop.anna.substr(1, shop.anna.size() - 2) + "/erase?account=" + account;
  const auto marketer = sign_in("mia", "marketer");
  const auto support = sign_in("sam", "support");
  const auto reader = sign_in("rut", "read_only");
  const auto hooks = "/api/v1/accounts/" + account;
  const auto message = "msg_" + std::string(32, '0');
  const std::string job = R"({"account":")" + account + R"(","kind":"no_such"})";
  struct Row {
    const char* what;
    Method method;
    std::string path, body;
    bool marketer, support, reader;
  };
  const std::vector<Row> rows{
      {"how it goes", Method::get, "/api/v1/overview", "", true, true, true},
      {"a person", Method::get, anna, "", true, true, false},
      {"a job", Method::post, "/api/v1/jobs/run", job, true, false, false},
      {"a flow", Method::post, "/api/v1/automations/plan", "{}", true, false, false},
      {"a replay", Method::post, "/api/v1/deliveries/replay", "{}", false, true, false},
      {"a setting", Method::patch, "/api/v1/accounts/" + account, "{}", false, false, false},
      {"who did what", Method::get, "/api/v1/audit", "", false, false, false},
      {"another user", Method::post, "/api/v1/users", R"({"name":"x","role":"owner"})", false, false, false},
      {"an erasure", Method::post, erase, "{}", false, true, false},
      {"integrators' endpoints", Method::get, hooks + "/endpoints", "", true, true, true},
      {"a new endpoint", Method::post, hooks + "/endpoints", "{}", false, false, false},
      {"an endpoint's secret", Method::get, hooks + "/endpoints/1/secret", "", false, false, false},
      {"what an integrator was told", Method::get, hooks + "/messages/" + message, "", true, true, false},
      {"telling it again", Method::post, hooks + "/messages/" + message + "/replay", "{}", false, true, false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(call(row.method, row.path, marketer, row.body).status != 403, row.marketer) << row.what << ", marketer";
    EXPECT_EQ(call(row.method, row.path, support, row.body).status != 403, row.support) << row.what << ", support";
    EXPECT_EQ(call(row.method, row.path, reader, row.body).status != 403, row.reader) << row.what << ", read_only";
  }
}

TEST_F(Access, what_could_not_be_read_shows_its_body_only_to_who_may_see_people) {
  const auto shop = open_events_shop(system_);
  const auto sent = caller_.call(Method::post, system_.base_url() + "/sitoo/events", R"({"broken anna@shop.se)",
                                 {{"Authorization", shop.account.authorization()}});
  EXPECT_EQ(sent.status, 200);
  const auto see = [&](const Headers& headers) { return call(Method::get, "/api/v1/quarantine", headers).body; };
  EXPECT_NE(see(sign_in("sam", "support")).find("anna@shop.se"), std::string::npos);
  const auto seen = see(sign_in("rut", "read_only"));
  EXPECT_NE(seen.find("quarantine_id"), std::string::npos) << seen;
  EXPECT_EQ(seen.find("anna"), std::string::npos) << seen;
}

TEST_F(Access, only_who_may_change_accounts_sees_their_secrets) {
  const auto shop = open_events_shop(system_);
  const auto path = "/api/v1/accounts/" + shop.account.text("account_id");
  const auto secret = shop.account.text("api_token");
  EXPECT_NE(call(Method::get, path, token("all", R"(["read","accounts"])")).body.find(secret), std::string::npos);
  const auto seen = call(Method::get, path, token("some", R"(["read"])"));
  ASSERT_EQ(seen.status, 200);
  for (const auto& hidden : {secret, shop.account.text("basic_password")})
    EXPECT_EQ(seen.body.find(hidden), std::string::npos) << seen.body;
  const auto webhooks = "/api/v1/webhooks?account=" + shop.account.text("account_id");
  EXPECT_NE(call(Method::get, webhooks, token("owners", R"(["read","accounts"])")).body.find("/rule/webhooks/"),
            std::string::npos);
  EXPECT_EQ(call(Method::get, webhooks, token("readers", R"(["read"])")).body.find("/rule/webhooks/"), std::string::npos);
}

TEST_F(Access, the_audit_log_tells_of_what_was_not_allowed_and_of_no_number_that_was_only_typed) {
  const auto reader = token("reader", R"(["read"])");
  const std::string ours = "/api/v1/customers/383000000000000001";
  EXPECT_EQ(call(Method::post, ours + "/erase", reader, "{}").status, 403);
  EXPECT_EQ(call(Method::get, ours + "/export", reader).status, 403);
  EXPECT_EQ(call(Method::get, "/api/v1/customers/198112289874", reader).status, 403);
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/accounts/46701234567").status, 404);
  std::vector<std::string> told;
  for (const auto& entry : system_.admin(Method::get, "/api/v1/audit").json().at("items").as_array())
    told.push_back(text_member(entry.as_object(), "actor") + " " + text_member(entry.as_object(), "action") + " " +
                   text_member(entry.as_object(), "subject"));
  EXPECT_THAT(told,
              ElementsAre("command_line GET /api/v1/accounts/{account} ?", "token:reader GET /api/v1/customers/{customer} ?",
                          "token:reader GET /api/v1/customers/{customer}/export 383000000000000001",
                          "token:reader POST /api/v1/customers/{customer}/erase 383000000000000001",
                          "command_line POST /api/v1/tokens reader/read"));
}

TEST_F(Access, a_token_holds_until_it_is_removed_also_after_a_restart) {
  const auto headers = token("report", R"(["read"])");
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", headers).status, 200);
  EXPECT_EQ(call(Method::post, "/api/v1/deliveries/replay", headers, "{}").status, 403);
  system_.kill_kassabro();
  system_.start_kassabro();
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", headers).status, 200);
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/tokens").body.find("kbt_"), std::string::npos) << "told once";
  EXPECT_EQ(system_.admin(Method::delete_, "/api/v1/tokens/report").status, 204);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", headers).status, 401);
  EXPECT_EQ(system_.admin(Method::delete_, "/api/v1/tokens/report").status, 404);
}

TEST_F(Access, who_tries_many_tokens_waits_and_who_has_one_does_not) {
  const auto known = token("report", R"(["read"])");
  const Headers wrong{{"Authorization", "Bearer kat_wrong"}};
  for (int i = 0; i < 120; ++i) ASSERT_EQ(call(Method::get, "/api/v1/overview", wrong).status, 401) << i;
  const auto refused = call(Method::get, "/api/v1/overview", wrong);
  EXPECT_EQ(refused.status, 429);
  EXPECT_EQ(call(Method::get, "/api/v1/overview", known).status, 200) << "another program at the same address";
  EXPECT_EQ(system_.admin(Method::get, "/api/v1/overview").status, 200) << "the owner's own token";
}

TEST_F(Access, nobody_gives_more_than_they_have) {
  const auto keeper = token("keeper", R"(["read","access"])");
  EXPECT_EQ(call(Method::post, "/api/v1/users", keeper, R"({"name":"x","role":"owner"})").status, 403);
  EXPECT_EQ(call(Method::post, "/api/v1/tokens", keeper, R"({"name":"x","scopes":["accounts"]})").status, 403);
  EXPECT_EQ(call(Method::post, "/api/v1/users", keeper, R"({"name":"x","role":"read_only"})").status, 201);
  const auto wrong = call(Method::post, "/api/v1/tokens", keeper, R"({"name":"y","scopes":["everything"]})");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_EQ(wrong.json().at("error_data").at("field"), "scopes");
}

TEST_F(Access, the_audit_log_names_users_and_tokens_and_a_removed_user_is_out_at_once) {
  const auto support = sign_in("sam", "support");
  call(Method::post, "/api/v1/deliveries/replay", support, "{}");
  call(Method::post, "/api/v1/deliveries/replay", token("robot", R"(["deliveries"])"), "{}");
  const auto told = system_.admin(Method::get, "/api/v1/audit").json().at("items").as_array();
  ASSERT_GE(told.size(), 3U);
  EXPECT_EQ(text_member(told[0].as_object(), "actor"), "token:robot");
  EXPECT_EQ(text_member(told[2].as_object(), "actor"), "user:sam");
  EXPECT_EQ(system_.admin(Method::delete_, "/api/v1/users/sam").status, 204);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", support).status, 401);
}

TEST_F(Access, another_page_signs_nobody_out_and_the_audit_log_says_who_signed_in) {
  auto sam = sign_in("sam", "support");
  const Headers from_elsewhere{sam[0]};
  EXPECT_EQ(call(Method::delete_, "/api/v1/session", from_elsewhere).status, 401);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", sam).status, 200);
  EXPECT_EQ(call(Method::post, "/api/v1/session", {}, R"({"name":"anna@shop.se","password":"guessed"})").status, 401);
  EXPECT_EQ(call(Method::delete_, "/api/v1/session", sam).status, 200);
  EXPECT_EQ(call(Method::get, "/api/v1/accounts", sam).status, 401);
  EXPECT_EQ(call(Method::delete_, "/api/v1/session", {}).status, 200) << "signed out already";
  std::vector<std::string> told;
  for (const auto& entry : system_.admin(Method::get, "/api/v1/audit").json().at("items").as_array())
    told.push_back(text_member(entry.as_object(), "actor") + " " + text_member(entry.as_object(), "action") + " " +
                   text_member(entry.as_object(), "subject"));
  EXPECT_THAT(told,
              ElementsAre("nobody DELETE /api/v1/session ", "user:sam DELETE /api/v1/session ", "nobody POST /api/v1/session ",
                          "nobody POST /api/v1/session sam/support", "command_line POST /api/v1/users sam/support"));
}

TEST_F(Access, the_audit_log_says_whose_access_was_made_and_removed_and_repeats_nothing_that_was_only_typed) {
  sign_in("sam", "support");
  token("robot", R"(["deliveries","read"])");
  const auto removing = [this](const std::string& whom) { return system_.admin(Method::delete_, "/api/v1/" + whom).status; };
  EXPECT_EQ(removing("users/anna@shop.se"), 404);
  EXPECT_EQ(removing("tokens/robot"), 204);
  EXPECT_EQ(removing("tokens/robot"), 404);
  EXPECT_EQ(system_.admin(Method::post, "/api/v1/users", R"({"name":"anna@shop.se","role":"support"})").status, 400);
  const auto account = system_.admin(Method::post, "/api/v1/accounts", R"({"name":"Shop","rule_api_key":"rk_access_made"})");
  EXPECT_EQ(account.status, 201) << account.body;
  const auto made = text_member(account.json().as_object(), "account_id");
  std::vector<std::string> told;
  for (const auto& entry : system_.admin(Method::get, "/api/v1/audit").json().at("items").as_array())
    if (text_member(entry.as_object(), "actor") != "nobody")
      told.push_back(text_member(entry.as_object(), "action") + " " + text_member(entry.as_object(), "subject"));
  EXPECT_THAT(told, ElementsAre("POST /api/v1/accounts " + made, "POST /api/v1/users ", "DELETE /api/v1/tokens/{token} ?",
                                "DELETE /api/v1/tokens/{token} robot", "DELETE /api/v1/users/{user} ?",
                                "POST /api/v1/tokens robot/read,deliveries", "POST /api/v1/users sam/support"));
}

TEST_F(Access, the_command_line_keeps_users_and_tokens) {
  const auto added = system_.command({"user", "add", "eva", "--role", "marketer"});
  EXPECT_EQ(added.status, 0) << added.output;
  EXPECT_NE(system_.command({"user", "list"}).output.find("\"eva\""), std::string::npos);
  EXPECT_EQ(system_.command({"user", "add", "eva", "--role", "marketer"}).status, 1);
  EXPECT_EQ(system_.command({"user", "remove", "eva"}).status, 0);
  EXPECT_EQ(system_.command({"token", "add", "report", "--scope", "read", "--scope", "jobs", "--days", "30"}).status, 0);
  EXPECT_NE(system_.command({"token", "list"}).output.find(R"("scopes":["read","jobs"])"), std::string::npos);
  EXPECT_EQ(system_.command({"token", "remove", "report"}).status, 0);
  EXPECT_EQ(system_.command({"token", "remove", "report"}).status, 1);
}

}  // namespace
}  // namespace kassabro::tests
