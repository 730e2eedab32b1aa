// Several nodes on one PostgreSQL: what one has taken the other knows, and what one leaves the other takes up.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/busy_tills.hpp"
#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

// One more kassabro beside a System's, on the same store and the same sandbox.
class SecondNode {
 public:
  SecondNode(const System& first, const std::string& store_url) : port_(free_port()) {
    std::filesystem::create_directories(folder_.path("data"));
    std::filesystem::copy(first.data_dir() + "/secret.key", folder_.path("data") + "/secret.key");
    process_ = std::make_unique<Process>(
        std::vector<std::string>{program("kassabro"), "serve", "--set", "data.dir=" + folder_.path("data"), "--set",
                                 "public.listen=127.0.0.1:" + std::to_string(port_), "--set", "admin.listen=127.0.0.1:0",
                                 "--set", "rule.base_url=" + first.sandbox_url() + "/rule/api", "--set",
                                 "sitoo.base_url=" + first.sandbox_url() + "/sitoo", "--set", "store.url=" + store_url},
        folder_.path("log"));
    if (!eventually([&] { return caller_.call(Method::get, url("/readyz"), "").status == 200 || !process_->is_running(); }))
      throw std::runtime_error("the second node did not start: " + process_->output());
  }

  Answer spi(Method method, const std::string& path, const std::string& token, const std::string& body = {}) {
    return caller_.call(method, url("/sitoo/v1" + path), body, {{"Authorization", "Bearer " + token}});
  }

  std::string api_url() const { return url("/sitoo/v1"); }
  std::string key_path() const { return folder_.path("data") + "/secret.key"; }

 private:
  std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }

  TempFolder folder_;
  std::uint16_t port_;
  Caller caller_;
  std::unique_ptr<Process> process_;
};

class Nodes : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_postgres()) GTEST_SKIP() << "There is no PostgreSQL: script/test starts one.";
    store_ = std::make_unique<SharedStore>();
    first_ = std::make_unique<System>(std::vector<std::string>{"store.url=" + store_->url()});
    second_ = std::make_unique<SecondNode>(*first_, store_->url());
  }
  std::string sale(int id) const {
    return R"({"orderid":)" + std::to_string(id) +
           R"(,"receiptid":"R","orderstateid":10,"customer":{"email":"anna@shop.se"},"orderdate":1790000000,"currencycode":"SEK",)"
           R"("moneytotal":"100.00","orderitems":[{"sku":"1","productname":"Shirt","quantity":1,"moneyprice":"80.00",)"
           R"("moneyoriginalprice":"80.00","moneyitemtotal":"80.00","vatvalue":25}],"payments":[]})";
  }
  bool rule_has(const std::string& email) {
    return eventually([&] { return to_json_text(first_->rule_dump()).find(email) != std::string::npos; });
  }
  const std::string& token() const { return first_->token(); }

  std::unique_ptr<SharedStore> store_;
  std::unique_ptr<System> first_;
  std::unique_ptr<SecondNode> second_;
};

TEST_F(Nodes, a_customer_of_one_node_is_found_at_the_other) {
  ASSERT_EQ(first_->spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  const auto found = second_->spi(Method::get, "/contacts?key=anna@shop.se", token());
  EXPECT_EQ(found.status, 200);
  EXPECT_NE(found.body.find("anna@shop.se"), std::string::npos) << found.body;
  EXPECT_EQ(second_->spi(Method::post, "/contacts", token(), R"({"email":"anna@shop.se"})").status, 409);
}

TEST_F(Nodes, what_a_node_takes_that_does_not_lead_is_delivered) {
  ASSERT_EQ(second_->spi(Method::post, "/contacts", token(), R"({"email":"anna@shop.se"})").status, 200);
  EXPECT_TRUE(rule_has("anna@shop.se"));
}

TEST_F(Nodes, when_the_leader_is_killed_another_takes_over) {
  ASSERT_EQ(first_->spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  ASSERT_TRUE(rule_has("anna@shop.se"));
  first_->kill_kassabro();
  ASSERT_EQ(second_->spi(Method::post, "/contacts", token(), R"({"email":"bo@shop.se"})").status, 200);
  EXPECT_TRUE(rule_has("bo@shop.se"));
  // What was under way when it was killed is taken up when no answer to it can come any more.
  EXPECT_TRUE(eventually([&] { return store_->ask("SELECT count(*) FROM outbox WHERE state <> 'delivered'") == "0"; },
                         std::chrono::seconds(90)));
}

TEST_F(Nodes, an_account_that_one_node_removes_is_unknown_at_the_other) {
  ASSERT_EQ(first_->spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  ASSERT_EQ(second_->spi(Method::get, "/contacts?key=anna@shop.se", token()).status, 200);
  const auto account = store_->ask("SELECT account_id FROM accounts");
  ASSERT_EQ(
      first_->sandbox(Method::post, "/control/faults", R"({"system":"rule","path":"/v2/sender","status":401,"count":100})")
          .status,
      200);
  ASSERT_EQ(first_->command({"account", "remove", account}).status, 0);
  EXPECT_TRUE(eventually([&] { return second_->spi(Method::get, "/contacts?key=anna@shop.se", token()).status == 401; }));
}

TEST_F(Nodes, the_key_is_exchanged_while_both_answer) {
  ASSERT_EQ(first_->spi(Method::get, "/consents").status, 200);
  BusyTills tills({first_->api_url(), second_->api_url()}, token());
  const auto rotate = [&](std::vector<std::string> line) {
    const auto ended = first_->command(std::move(line));
    EXPECT_EQ(ended.status, 0) << ended.output;
    tills.go_on(20);  // before the other node has the file
    std::filesystem::copy_file(first_->data_dir() + "/secret.key", second_->key_path(),
                               std::filesystem::copy_options::overwrite_existing);
    return text_member(parse_json(ended.output)->get_object(), "state");
  };
  EXPECT_EQ(rotate({"key", "rotate"}), "distribute");
  EXPECT_EQ(rotate({"key", "rotate", "--distributed"}), "distribute");
  EXPECT_EQ(rotate({"key", "rotate", "--distributed"}), "done");
  tills.go_on(20);
  tills.stop();
  EXPECT_EQ(tills.failures(), std::vector<std::string>());
  EXPECT_TRUE(first_->wait_until_delivered(std::chrono::seconds(120)));
  for (const auto& email : tills.customers()) EXPECT_TRUE(rule_has("\"" + email + "\"")) << email;
  const auto added = first_->command({"account", "add", "--name", "Second", "--rule-api-key", "rk_second"});
  ASSERT_EQ(added.status, 0) << added.output;
  EXPECT_EQ(second_->spi(Method::get, "/consents", "rk_second").status, 200) << "sealed with the new key, opened by the other";
}

TEST_F(Nodes, a_node_with_another_key_is_refused) {
  const TempFolder folder;
  const auto ended =
      run({program("kassabro"), "serve", "--set", "data.dir=" + folder.path("data"), "--set", "store.url=" + store_->url(),
           "--set", "public.listen=127.0.0.1:0", "--set", "admin.listen=127.0.0.1:0"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("secret.key"), std::string::npos) << ended.output;
}

}  // namespace
}  // namespace kassabro::tests
