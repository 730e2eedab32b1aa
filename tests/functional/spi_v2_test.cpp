// A till that speaks CRM SPI v2, on the real programs.
#include <gtest/gtest.h>

#include "http/basic_credentials.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

class SpiV2 : public testing::Test {
 protected:
  void SetUp() override {
    const auto added =
        system_.command({"account", "add", "--name", "Shop", "--rule-api-key", "rk_spi_v2", "--settings", settings});
    ASSERT_EQ(added.status, 0) << added.output;
    account_ = parse_json(added.output)->as_object();
  }

  Answer till(Method method, const std::string& path, const std::string& body = {}) {
    return till_with(member("basic_password"), method, path, body);
  }

  Answer till_with(const std::string& password, Method method, const std::string& path, const std::string& body = {}) {
    return caller_.call(method, system_.base_url() + "/sitoo/v2" + path, body,
                        {{"Authorization", http::to_basic_header({member("basic_user"), SecretString(password)})},
                         {"Store-ID", "G%C3%B6teborg"},
                         {"Register-ID", "7"}});
  }

  std::string member(const char* name) const { return text_member(account_, name); }

  std::string register_customer(const std::string& body) {
    const auto answer = till(Method::post, "/customers", body);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return text_member(answer.json().as_object(), "customer_id");
  }

  json::object customer(const std::string& id) { return till(Method::get, "/customers/" + id).json().as_object(); }

  // An offer that a customer may use in one purchase.
  static constexpr const char* settings =
      R"({"card":{"promotions":[{"promotion_id":"p10","name":"Ten percent","value_int":10}]}})";

  System system_;
  Caller caller_;
  json::object account_;
};

TEST_F(SpiV2, a_customer_is_looked_for_registered_found_and_changed) {
  EXPECT_EQ(till(Method::get, "/customers?key=%2B46701234567&key_type=mobile").body, "[]");
  const auto id = register_customer(
      R"({"mobile":"+46701234567","name_first":"Anna","accepts_communication":["email"],"email":"anna@shop.se"})");
  const auto found = till(Method::get, "/customers?key=%2B46701234567&key_type=mobile").json();
  ASSERT_EQ(found.as_array().size(), 1U);
  EXPECT_EQ(found.at(0).at("customer_id"), json::value(id));
  EXPECT_EQ(found.at(0).at("store_id_home"), "Göteborg");
  EXPECT_EQ(found.at(0).at("status").at("color"), "green");
  EXPECT_EQ(till(Method::put, "/customers/" + id, R"({"name_last":"Ek"})").status, 200);
  EXPECT_EQ(customer(id).at("name_last"), "Ek");
  EXPECT_EQ(till(Method::get, "/customers/" + id + "/transactions").body, "[]");
  EXPECT_EQ(till(Method::get, "/customers/4711").status, 404);
  EXPECT_EQ(till_with("wrong", Method::get, "/customers/" + id).status, 401);
  EXPECT_EQ(till(Method::get, "/campaigns?key=anna%40shop.se").status, 404);
  EXPECT_TRUE(system_.has_logged("unmatched_path spi=v2 method=GET")) << system_.log();
  EXPECT_TRUE(system_.has_logged("request spi=v2 method=PUT operation=customers status=200")) << system_.log();
  for (const char* secret : {"anna", "Anna", "46701234567"}) EXPECT_EQ(system_.log().find(secret), std::string::npos) << secret;
}

TEST_F(SpiV2, what_is_redeemed_stays_redeemed_after_a_crash_until_it_is_undone) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  const auto used = [&] { return customer(id).at("promotions").at(0).at("redeemed"); };
  const auto redeem = [&](const char* receipt) {
    return till(Method::post, "/customers/" + id + "/redeem",
                R"({"bonus_check_ids":[],"promotion_ids":["p10"],"receipt_id":")" + std::string(receipt) + R"("})");
  };
  EXPECT_EQ(used(), false);
  ASSERT_EQ(redeem("R1").status, 200);
  system_.kill_kassabro();
  system_.start_kassabro();
  EXPECT_EQ(used(), true);
  EXPECT_EQ(redeem("R1").status, 200) << "the same purchase asks again";
  const auto refused = redeem("R2");
  EXPECT_EQ(refused.status, 409) << refused.body;
  EXPECT_NE(refused.body.find("has been used already"), std::string::npos);
  EXPECT_EQ(till(Method::post, "/customers/" + id + "/undo-redeem", R"({"receipt_id":"R1"})").status, 200);
  system_.kill_kassabro();
  system_.start_kassabro();
  EXPECT_EQ(used(), false);
  EXPECT_EQ(redeem("R2").status, 200);
}

TEST_F(SpiV2, settings_are_changed_while_the_server_runs) {
  const auto id = register_customer(R"({"email":"anna@shop.se"})");
  const auto set = [&](const std::string& more) {
    return system_.command({"account", "set", member("account_id"), "--settings", more});
  };
  EXPECT_EQ(set(R"({"sitoo_v2":{"update_answer":"true"}})").status, 0);
  EXPECT_EQ(till(Method::put, "/customers/" + id, R"({"name_first":"Anna"})").body, "true");
  EXPECT_EQ(customer(id).at("promotions").as_array().size(), 1U) << "what is not named stays";
  EXPECT_EQ(set(R"({"sitoo_v2":null,"card":{"promotions":null}})").status, 0);
  EXPECT_NE(till(Method::put, "/customers/" + id, R"({"name_first":"Anna"})").body, "true");
  EXPECT_EQ(customer(id).at("promotions").as_array().size(), 0U);
  const auto refused = set(R"({"sitoo_v2":{"update_anwser":"true"}})");
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.output.find("sitoo_v2.update_anwser"), std::string::npos) << refused.output;
}

}  // namespace
}  // namespace kassabro::tests
