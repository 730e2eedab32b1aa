#include "rule/webhooks.hpp"

#include "app/webhook_secret.hpp"
#include "testing/shop.hpp"

namespace kassabro::rule {
namespace {

using testing::run;

class WebhooksTest : public testing::Shop {
 protected:
  WebhooksTest() {
    insert(testing::sample_contact(7, "anna"));
    file.write([&](app::Tables& tables) { tables.contacts.save_link(account.id, 7, {99, false, testing::noon}); });
  }

  http::Response call(const std::string& below, const std::string& body, http::Method method = http::Method::post) {
    http::Request request;
    request.method = method;
    request.body = body;
    request.peer = "10.0.0.1";
    return run(webhooks.handle(request, below));
  }
  std::string path(const std::string& event) { return "/" + app::webhook_secret(account).reveal() + "/" + event; }

  app::AccountRegistry registry{file->accounts()};
  app::TakeRemoteNews take{{file->links(), file->contacts(), file->unit_of_work(), clock}};
  std::vector<std::string> results;
  std::vector<app::AccountId> imports;
  Webhooks webhooks{registry,
                    take,
                    clock,
                    {[this](app::AccountId, std::string_view event, std::string_view result) {
                       results.push_back(std::string(event) + " " + std::string(result));
                     },
                     [this](app::AccountId id) { imports.push_back(id); }}};
  const std::string opt_out = R"({"dispatcher_type":"campaign","message_type":"email","subscriber":{"id":99}})";
};

TEST_F(WebhooksTest, an_opt_out_is_on_the_disk_when_rule_is_answered) {
  EXPECT_EQ(call(path("unsubscribe"), opt_out).status, 200);
  EXPECT_TRUE(run(file->contacts().find(account.id, 7))->link->blocked);
  EXPECT_EQ(call(path("unsubscribe") + "/", opt_out).status, 200);
  EXPECT_EQ(results, (std::vector<std::string>{"unsubscribe taken", "unsubscribe known"}));
}

TEST_F(WebhooksTest, a_wrong_secret_is_nobodys_address) {
  const auto secret = app::webhook_secret(account).reveal();
  for (const auto& wrong : {std::string("x"), secret + "x", secret.substr(0, secret.size() - 1), "2" + secret.substr(1),
                            std::string("1."), std::string("1"), std::string("99999999999999999999.x"), std::string()}) {
    const auto answer = call("/" + wrong + "/unsubscribe", opt_out);
    EXPECT_EQ(answer.status, 404) << wrong;
    EXPECT_EQ(answer.body.find("event"), std::string::npos) << "it does not say which part was wrong";
  }
  EXPECT_FALSE(run(file->contacts().find(account.id, 7))->link->blocked);
  EXPECT_EQ(call("/", opt_out).status, 404);
}

TEST_F(WebhooksTest, who_tries_many_secrets_waits_and_a_right_one_is_heard) {
  EXPECT_EQ(call(path("unsubscribe"), opt_out).status, 200);
  const auto id = std::to_string(account.id);
  for (int i = 0; i < 60; ++i) ASSERT_EQ(call("/" + id + ".guess" + std::to_string(i) + "/unsubscribe", opt_out).status, 404);
  const auto refusal = call("/" + id + ".another/unsubscribe", opt_out);
  EXPECT_EQ(refusal.status, 429);
  EXPECT_EQ(refusal.headers[0].second, "60");
  EXPECT_EQ(call(path("bounced"), opt_out).status, 200) << "all shops' webhooks come from Rule's few addresses";
  const auto other = testing::sample_account(2);
  file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(other, 0)); });
  const auto others = "/" + app::webhook_secret(other).reveal() + "/bounced";
  EXPECT_EQ(call(others, opt_out).status, 429) << "nothing is read from the disk for who guesses";
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(call(others, opt_out).status, 200);
}

TEST_F(WebhooksTest, each_account_has_a_secret_of_its_own_and_the_same_tomorrow) {
  auto other = testing::sample_account(2);
  other.basic_password = account.basic_password;
  EXPECT_NE(app::webhook_secret(account), app::webhook_secret(other));
  EXPECT_EQ(app::webhook_secret(account), app::webhook_secret(account));
  EXPECT_EQ(app::account_in_secret(app::webhook_secret(account).reveal()), account.id);
  EXPECT_EQ(app::webhook_address("https://k.se", account, "bounced"), "https://k.se/rule/webhooks" + path("bounced"));
}

TEST_F(WebhooksTest, who_is_nobody_here_is_no_error) {
  EXPECT_EQ(call(path("unsubscribe"), R"({"subscriber":{"id":5,"email":"nobody@shop.se"}})").status, 200);
  EXPECT_EQ(results.back(), "unsubscribe unknown");
}

TEST_F(WebhooksTest, what_cannot_be_read_is_told) {
  EXPECT_EQ(call(path("unsubscribe"), "not json").status, 400);
  EXPECT_EQ(call(path("unsubscribe"), "{}").status, 400);
  EXPECT_EQ(results.back(), "unsubscribe unreadable");
  EXPECT_EQ(call(path("unsubscribe"), opt_out, http::Method::get).status, 405);
  const auto unknown = call(path("campaign-sent"), opt_out);
  EXPECT_EQ(unknown.status, 404);
  EXPECT_NE(unknown.body.find("import-finished"), std::string::npos) << "it names the events that there are";
}

TEST_F(WebhooksTest, an_import_in_rule_makes_us_look) {
  EXPECT_EQ(call(path("import-finished"), R"({"import":{"id":"1"}})").status, 200);
  EXPECT_EQ(imports, std::vector<app::AccountId>{account.id});
}

}  // namespace
}  // namespace kassabro::rule
