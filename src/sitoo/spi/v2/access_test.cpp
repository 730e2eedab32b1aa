// Who is let in, and by which paths.
#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using http::Method;

class AccessV2Test : public testing::TillV2 {
 protected:
  int status_with(const std::string& authorization) {
    return call_with({{"Authorization", authorization}}, Method::get, "/consents").status;
  }

  // Each path in both methods of a change, on a check of its own, so that each has something to do.
  void expect_redeemed(const std::string& path, const std::string& body, const std::string& check) {
    for (const auto method : {Method::post, Method::put}) {
      give(id, check_of(check));
      const auto answer = call(method, path, body);
      EXPECT_EQ(answer.status, 200) << path << answer.body;
      EXPECT_EQ(left_of(id, check), 0) << path;
    }
  }

  const std::string id = register_customer(R"({"email":"anna@shop.se"})");
};

TEST_F(AccessV2Test, the_accounts_own_credentials_open_it) {
  EXPECT_EQ(status_with("Basic c2hvcC0xOnBhc3N3b3JkLTE="), 200) << "shop-1:password-1";
  EXPECT_EQ(status_with("basic c2hvcC0xOnBhc3N3b3JkLTE"), 200) << "in any case, without padding";
}

TEST_F(AccessV2Test, who_brings_no_credentials_or_wrong_ones_is_not_let_in) {
  for (const char* value :
       {"", "Basic", "Basic ", "Basic !!!", "Basic c2hvcC0x", "Bearer kt_shop_1", "kt_shop_1", "Basic c2hvcC0xOndyb25n",
        "Basic c2hvcC0yOnBhc3N3b3JkLTE=", "Basic OnBhc3N3b3JkLTE=", "Basic /zo="}) {
    SCOPED_TRACE(value);
    const auto answer = call_with({{"Authorization", value}}, Method::get, "/consents");
    EXPECT_EQ(answer.status, 401);
    ASSERT_FALSE(answer.headers.empty());
    EXPECT_EQ(answer.headers[0].first, "WWW-Authenticate");
  }
  EXPECT_EQ(call_with({}, Method::get, "/customers?key=anna%40shop.se").status, 401);
  EXPECT_EQ(call_with({}, Method::post, "/customers", R"({"email":"bo@shop.se"})").status, 401);
  EXPECT_EQ(count("contacts"), 1);
  EXPECT_TRUE(probe.asked.empty()) << "a wrong password is no key of the marketing platform";
}

TEST_F(AccessV2Test, who_guesses_passwords_waits) {
  const std::string wrong = "Basic c2hvcC0xOndyb25n";
  for (int i = 0; i < 10; ++i) EXPECT_EQ(status_with(wrong), 401) << i;
  const auto answer = call_with({{"Authorization", wrong}}, Method::get, "/consents");
  EXPECT_EQ(answer.status, 429);
  for (const auto& [name, value] : answer.headers) EXPECT_NE(name, "WWW-Authenticate") << "another password helps nobody now";
  clock.advance(std::chrono::minutes(1));
  EXPECT_EQ(status_with("Basic c2hvcC0xOnBhc3N3b3JkLTE="), 200);
}

TEST_F(AccessV2Test, every_reading_path_is_served) {
  for (const char* path : {"/customers?key=1", "/customers/search?key=1&key_type=email", "/customers/lookup?key=1",
                           "/lookup-customers?key=1", "/lookup_customers?key=1", "/consents"})
    EXPECT_EQ(get(path).body, "[]") << path;
  for (const char* name :
       {"", "/transactions", "/transaction-history", "/transaction_history", "/orders", "/purchases", "/history"}) {
    EXPECT_EQ(get("/customers/" + id + name).status, 200) << name;
    EXPECT_EQ(call(Method::head, "/customers/" + id + name).status, 200) << name;
  }
  EXPECT_EQ(get("//customers//" + id + "/").status, 200);
}

TEST_F(AccessV2Test, every_redeeming_path_redeems_what_it_names) {
  int number = 0;
  for (const char* name : {"redeem", "redeem-items", "redeem_items"}) {
    const auto check = "b" + std::to_string(++number);
    expect_redeemed("/customers/" + id + "/" + name, R"({"bonus_check_ids":[")" + check + R"("]})", check);
    const auto other = "b" + std::to_string(++number);
    expect_redeemed(std::string("/") + name, R"({"customer_id":")" + id + R"(","bonus_check_ids":[")" + other + R"("]})",
                    other);
  }
  expect_redeemed("/customers/" + id + "/bonus-checks/c1/redeem", "", "c1");
  expect_redeemed("/customers/" + id + "/bonus_checks/c2/redeem", R"({"amount":"100.00"})", "c2");
}

TEST_F(AccessV2Test, every_undoing_path_undoes_what_it_names) {
  const std::string own = "/customers/" + id;
  const std::string body = R"({"customer_id":")" + id + R"(","bonus_check_ids":["b1"],"receipt_id":"R1"})";
  std::vector<std::pair<Method, std::string>> paths{{Method::delete_, own + "/redeem"},
                                                    {Method::delete_, own + "/bonus-checks/b1/redeem"},
                                                    {Method::delete_, own + "/bonus_checks/b1/redeem"}};
  for (const auto method : {Method::post, Method::put}) {
    for (const char* name : {"/undo-redeem", "/undo_redeem", "/redeem/undo", "/undo-redeem-items", "/undo_redeem_items"}) {
      paths.emplace_back(method, own + name);
      paths.emplace_back(method, name);
    }
    for (const char* name : {"/bonus-checks/b1/undo-redeem", "/bonus_checks/b1/undo_redeem", "/bonus-checks/b1/redeem/undo"})
      paths.emplace_back(method, own + name);
  }
  give(id, check_of("b1"));
  for (const auto& [method, path] : paths) {
    EXPECT_EQ(post(own + "/redeem", body).status, 200);
    EXPECT_EQ(left_of(id, "b1"), 0);
    const auto answer = call(method, path, body);
    EXPECT_EQ(answer.status, 200) << path << answer.body;
    EXPECT_EQ(left_of(id, "b1"), 10'000) << path;
  }
  EXPECT_EQ(post(own + "/redeem", body).status, 200);
  EXPECT_EQ(call(Method::delete_, own + "/redeem?receipt_id=R1").status, 200) << "a DELETE may have no body";
  EXPECT_EQ(left_of(id, "b1"), 10'000);
}

TEST_F(AccessV2Test, promotions_are_redeemed_and_undone_by_their_paths) {
  set_member("card", {{"promotions", json::array{{{"promotion_id", "p10"}, {"name", "Ten"}, {"value_int", 10}}}}});
  const auto path = "/customers/" + id + "/promotions/p10";
  const auto used = [&] { return customer(id).at("promotions").at(0).at("redeemed"); };
  for (const char* undo_path : {"/undo-redeem", "/undo_redeem", "/redeem/undo"}) {
    EXPECT_EQ(post(path + "/redeem", R"({"receipt_id":"R1"})").status, 200);
    EXPECT_EQ(used(), true);
    EXPECT_EQ(call(Method::put, path + undo_path, R"({"receipt_id":"R1"})").status, 200);
    EXPECT_EQ(used(), false) << undo_path;
  }
  EXPECT_EQ(post(path + "/redeem", "").status, 200);
  EXPECT_EQ(call(Method::delete_, path + "/redeem").status, 200);
  EXPECT_EQ(used(), false);
}

TEST_F(AccessV2Test, an_unknown_path_is_told_and_noted_and_a_wrong_method_is_another_thing) {
  EXPECT_EQ(get("/campaigns?key=secret").status, 404);
  EXPECT_EQ(unmatched, std::vector<std::string>{"GET /campaigns"}) << "names, never values";
  EXPECT_EQ(call(Method::delete_, "/customers/" + id).status, 405);
  EXPECT_EQ(unmatched.size(), 1U);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
