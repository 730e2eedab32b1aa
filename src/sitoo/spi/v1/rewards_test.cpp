// Bonus checks and promotions at a till that speaks v1.
#include "testing/till.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

using http::Method;
using testing::expect_refusal;

class RewardsTest : public testing::Till {
 protected:
  json::object extended() {
    return parse_json(get("/contacts?key=anna%40shop.se&include_extended=true").body)->at(0).as_object();
  }

  const std::string id = register_contact(R"({"email":"anna@shop.se"})");
};

TEST_F(RewardsTest, the_extended_contact_shows_what_may_be_used_today) {
  auto check = check_of("b1");
  check.remaining_minor = 6'000;
  give(id, check);
  auto over = check_of("b2");
  over.valid_to = parse_date("2026-09-20");
  give(id, over);
  set_member("card", {{"voucher_passwords", {"FRIENDS"}},
                      {"promotions", json::array{{{"promotion_id", "p10"}, {"name", "Ten"}, {"value_int", 10}}}}});
  const auto shown = extended();
  EXPECT_EQ(to_json_text(shown.at("bonuschecks")),
            R"([{"bonuscheckid":"b1","name":"Bonus b1","description":"","value":"60.00","redeemed":false,"dateredeemed":null,)"
            R"("remaining":"60.00","currency":"SEK","validfrom":null,"validto":null}])");
  EXPECT_EQ(to_json_text(shown.at("promotions")),
            R"([{"name":"Ten","promotionid":"p10","promotiontype":{"type":"cart_percent","value_int":10},"redeemed":false}])");
  EXPECT_EQ(shown.at("voucherpasswords"), json::array{"FRIENDS"});
  EXPECT_EQ(parse_json(get("/contacts/" + id + "?include_extended=1").body)->at("bonuschecks").as_array().size(), 1U);
  EXPECT_FALSE(found("anna%40shop.se").contains("bonuschecks"));
  set({{"always_extended", true}, {"bonus_check_keys", {{"id", "checkid"}}}});
  EXPECT_EQ(found("anna%40shop.se")["bonuschecks"].at(0).at("checkid"), "b1");
}

TEST_F(RewardsTest, every_path_of_the_family_redeems_what_it_names) {
  const auto own = "/contacts/" + id;
  int number = 0;
  for (const auto& [before, after] :
       {std::pair{own + "/bonuschecks/", ""}, std::pair{own + "/bonuschecks/", "/redeem"},
        std::pair{std::string("/bonuschecks/"), ""}, std::pair{std::string("/bonuschecks/"), "/redeem"}})
    for (const auto method : {Method::post, Method::put}) {
      const auto check = "b" + std::to_string(++number);
      give(id, check_of(check));
      const auto answer = call(method, before + check + after);
      EXPECT_EQ(answer.status, 200) << before << after << answer.body;
      EXPECT_EQ(text_member(parse_json(answer.body)->as_object(), "contactid"), id);
      EXPECT_EQ(left_of(id, check), 0) << before << after;
    }
  for (const auto& path : {own + "/redeem", std::string("/redeem")})
    for (const char* name : {"bonuscheckid", "bonuscheckids", "bonuschecks", "bonus_check_ids", "bonus_checks"}) {
      const auto check = "b" + std::to_string(++number);
      give(id, check_of(check));
      const auto body = R"({"contactid":)" + id + R"(,")" + name + R"(":[")" + check + R"("]})";
      EXPECT_EQ(post(path, body).status, 200) << path << name;
      EXPECT_EQ(left_of(id, check), 0) << path << name;
    }
}

TEST_F(RewardsTest, promotions_are_redeemed_by_path_and_body) {
  set_member("card",
             {{"promotions", json::array{{{"promotion_id", "p10"}, {"name", "Ten"}, {"value_int", 10}, {"once", false}}}}});
  const auto own = "/contacts/" + id;
  for (const auto& path : {own + "/promotions/p10", own + "/promotions/p10/redeem"})
    EXPECT_EQ(post(path, "").status, 200) << path;
  const auto named = R"({"contactid":")" + id + R"("})";
  for (const char* path : {"/promotions/p10", "/promotions/p10/redeem"}) EXPECT_EQ(post(path, named).status, 200) << path;
  for (const char* member : {R"("promotionid":"p10")", R"("promotionids":["p10"])", R"("promotions":[{"promotionid":"p10"}])"})
    EXPECT_EQ(post(own + "/redeem", "{" + std::string(member) + "}").status, 200) << member;
  expect_refusal(post(own + "/promotions/p11", ""), 404, "promotion_ids[0]");
  expect_refusal(post("/promotions/p10", ""), 400, "contactid");
}

TEST_F(RewardsTest, a_redemption_can_be_undone_in_the_words_of_v2) {
  give(id, check_of("b1"));
  const auto own = "/contacts/" + id;
  const std::string body = R"({"bonuscheckids":["b1"],"receiptid":"R1"})";
  const auto expect_undone = [&](Method method, const std::string& path) {
    EXPECT_EQ(post(own + "/redeem", body).status, 200);
    EXPECT_EQ(left_of(id, "b1"), 0);
    const auto answer = call(method, path, body);
    EXPECT_EQ(answer.status, 200) << path << answer.body;
    EXPECT_EQ(left_of(id, "b1"), 10'000) << path;
  };
  // Each path that redeems, with the word for the undoing.
  for (const auto& redeemed : {own, own + "/bonuschecks/b1", std::string(), std::string("/bonuschecks/b1")}) {
    for (const char* word : {"/undo-redeem", "/undo_redeem", "/redeem/undo"})
      for (const auto method : {Method::post, Method::put}) expect_undone(method, redeemed + word);
    expect_undone(Method::delete_, redeemed + "/redeem");
  }
  EXPECT_EQ(post(own + "/redeem", body).status, 200);
  EXPECT_EQ(call(Method::delete_, own + "/redeem?receiptid=R1").status, 200);
  EXPECT_EQ(left_of(id, "b1"), 10'000);
}

TEST_F(RewardsTest, a_promotion_is_undone_by_its_path) {
  set_member("card", {{"promotions", json::array{{{"promotion_id", "p10"}, {"name", "Ten"}, {"value_int", 10}}}}});
  const auto of = [&](const char* receipt) { return R"({"contactid":")" + id + R"(","receiptid":")" + receipt + R"("})"; };
  const auto expect_undone = [&](Method method, const std::string& promotion, const char* word) {
    EXPECT_EQ(post(promotion + "/redeem", of("R1")).status, 200) << promotion << word << " was used once only";
    EXPECT_NE(post(promotion + "/redeem", of("R2")).status, 200);
    EXPECT_EQ(call(method, promotion + word, of("R1")).status, 200) << promotion << word;
  };
  for (const auto& promotion : {"/contacts/" + id + "/promotions/p10", std::string("/promotions/p10")}) {
    for (const char* word : {"/undo-redeem", "/undo_redeem", "/redeem/undo"})
      for (const auto method : {Method::post, Method::put}) expect_undone(method, promotion, word);
    expect_undone(Method::delete_, promotion, "/redeem");
  }
  EXPECT_EQ(post("/promotions/p10", of("R2")).status, 200);
}

TEST_F(RewardsTest, a_check_of_somebody_else_is_refused_and_a_used_one_is_a_conflict) {
  const auto bo = register_contact(R"({"email":"bo@shop.se"})");
  give(bo, check_of("b1"));
  expect_refusal(post("/contacts/" + id + "/redeem", R"({"bonuscheckid":"b1"})"), 404, "bonuscheckid");
  expect_refusal(post("/contacts/4711/redeem", R"({"bonuscheckid":"b1"})"), 404, "contactid");
  EXPECT_EQ(post("/contacts/" + bo + "/redeem", R"({"bonuscheckid":"b1","receiptid":"R1"})").status, 200);
  expect_refusal(post("/contacts/" + bo + "/redeem", R"({"bonuscheckid":"b1","receiptid":"R2"})"), 409, "bonuscheckid");
  set({{"redeem_conflict_status", 400}});
  expect_refusal(post("/contacts/" + bo + "/redeem", R"({"bonuscheckid":"b1","receiptid":"R2"})"), 400, "bonuscheckid");
}

TEST_F(RewardsTest, purchases_of_another_channel_are_no_orders_of_sitoos) {
  auto web = testing::sample_order("1001");
  web.channel = "Webshop";
  file.write([&](app::Tables& tables) { tables.channel_purchases.replace(account.id, std::stoll(id), {web}); });
  const auto shown = parse_json(get("/contacts/" + id + "/transactions").body)->at(0);
  EXPECT_EQ(shown.at("channel"), "Webshop");
  EXPECT_EQ(shown.at("channelorderid"), "1001");
  EXPECT_EQ(shown.at("orderid"), "");
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v1
