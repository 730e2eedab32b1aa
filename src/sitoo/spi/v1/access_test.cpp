// Who is let in, and by which paths.
#include "sitoo/spi/v1/token_carrier.hpp"
#include "testing/till.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using http::Method;

class AccessTest : public testing::Till {
 protected:
  int status_with(const std::string& header, const std::string& value) {
    return call_with({{header, value}}, Method::get, "/consents").status;
  }
};

TEST_F(AccessTest, the_token_may_come_in_every_likely_carrier) {
  EXPECT_EQ(status_with("Authorization", "Bearer kt_shop_1"), 200);
  EXPECT_EQ(status_with("authorization", "bearer kt_shop_1"), 200);
  EXPECT_EQ(status_with("Authorization", "Token kt_shop_1"), 200);
  EXPECT_EQ(status_with("Authorization", "kt_shop_1"), 200);
  EXPECT_EQ(status_with("Authorization", "Basic dXNlcjprdF9zaG9wXzE="), 200) << "user:kt_shop_1";
  EXPECT_EQ(status_with("Authorization", "Basic a3Rfc2hvcF8xOg=="), 200) << "kt_shop_1:";
  EXPECT_EQ(status_with("Authorization", "Basic a3Rfc2hvcF8x"), 200) << "kt_shop_1";
  EXPECT_EQ(status_with("Authorization", "Basic kt_shop_1"), 200) << "not encoded at all";
  for (const char* name : {"X-API-Key", "x-api-key", "X-Auth-Token", "apikey", "Token", "X-API-Token"})
    EXPECT_EQ(status_with(name, "kt_shop_1"), 200) << name;
}

TEST_F(AccessTest, a_token_that_happens_to_be_base64_is_let_in_as_the_whole_of_basic) {
  for (const char* key : {"0123456789abcdef0123456789abcdef", "AAECAwQFBgcICQoLDA0ODw"}) {
    probe.owners[key] = {0, "Shop"};
    EXPECT_EQ(status_with("Authorization", std::string("Basic ") + key), 200) << key;
  }
}

TEST_F(AccessTest, who_brings_no_token_or_a_wrong_one_is_not_let_in) {
  EXPECT_EQ(call_with({}, Method::get, "/consents").status, 401);
  EXPECT_EQ(status_with("Authorization", ""), 401);
  EXPECT_EQ(status_with("Authorization", "Bearer"), 401);
  EXPECT_EQ(status_with("Authorization", "Bearer kt_shop_2"), 401);
  EXPECT_EQ(status_with("Authorization", "Basic !!!"), 401);
  EXPECT_EQ(status_with("X-Other", "kt_shop_1"), 401);
  EXPECT_EQ(call_with({}, Method::get, "/consents?token=kt_shop_1").status, 401) << "queries end up in logs";
}

TEST_F(AccessTest, the_marketing_key_pasted_at_the_till_is_the_whole_activation) {
  probe.owners["rk_new_shop"] = {4711, "New shop"};
  const testing::Till::Headers key{{"Authorization", "Bearer rk_new_shop"}};
  EXPECT_EQ(call_with(key, Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
  EXPECT_EQ(get("/contacts?key=anna%40shop.se").body, "[]") << "another shop does not see the customer";
  EXPECT_NE(call_with(key, Method::get, "/contacts?key=anna%40shop.se").body, "[]");
}

TEST_F(AccessTest, doubled_and_trailing_slashes_do_not_matter) {
  for (const char* path : {"/consents/", "//consents", "/consents//", "//consents//?x=1"})
    EXPECT_EQ(get(path).status, 200) << path;
}

TEST_F(AccessTest, every_seen_path_is_served_and_its_variants_too) {
  const auto id = register_contact(R"({"email":"anna@shop.se"})");
  for (const auto& path :
       {std::string("/contacts?key=1"), std::string("/lookup_contacts?key=1"), std::string("/lookup-contacts?key=1"),
        std::string("/contacts/lookup?key=1"), std::string("/consents"), "/contacts/" + id, "/contacts/" + id + "/transactions",
        "/contacts/" + id + "/orders"}) {
    EXPECT_EQ(get(path).status, 200) << path;
    EXPECT_EQ(call(Method::head, path).status, 200) << path;
  }
}

TEST_F(AccessTest, an_unknown_path_is_told_and_noted_and_a_wrong_method_is_another_thing) {
  EXPECT_EQ(get("/campaigns?key=secret").status, 404);
  EXPECT_EQ(unmatched, std::vector<std::string>{"GET /campaigns"}) << "names, never values";
  EXPECT_EQ(call(Method::delete_, "/contacts/1").status, 405);
  EXPECT_EQ(unmatched.size(), 1U);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v1
