#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using http::Method;
using testing::expect_refusal;

class RedeemTest : public testing::TillV2 {
 protected:
  RedeemTest() {
    for (const char* check : {"b1", "b2"}) give(id, check_of(check));
  }

  http::Response redeem_items(const std::string& body) { return post("/customers/" + id + "/redeem", body); }
  http::Response undo_items(const std::string& body) { return post("/customers/" + id + "/undo-redeem", body); }

  const std::string id = register_customer(R"({"email":"anna@shop.se"})");
};

TEST_F(RedeemTest, the_answer_has_the_checks_as_they_are_now) {
  const auto answer = redeem_items(R"({"bonus_check_ids":["b1"],"promotion_ids":[],"receipt_id":"R1"})");
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, R"({"customer_id":")" + id +
                             R"(","bonus_checks":[{"bonus_check_id":"b1","name":"Bonus b1","description":"","value":"0.00",)"
                             R"("redeemed":true,"date_redeemed":"2026-09-21T14:13:20Z","remaining":"0.00","currency":"SEK",)"
                             R"("valid_from":null,"valid_to":null}],"promotion_ids":[]})");
  EXPECT_EQ(left_of(id, "b1"), 0);
  EXPECT_EQ(left_of(id, "b2"), 10'000);
}

TEST_F(RedeemTest, a_part_is_redeemed_in_every_spelling_of_an_amount) {
  int receipt = 0;
  const auto left_after = [&](const std::string& check) {
    give(id, check_of("b1"));
    const auto answer = redeem_items(R"({)" + check + R"(,"receipt_id":)" + std::to_string(++receipt) + "}");
    EXPECT_EQ(answer.status, 200) << answer.body;
    return left_of(id, "b1");
  };
  for (const char* check :
       {R"("bonus_checks":[{"bonus_check_id":"b1","amount":"40.00"}])", R"("bonus_checks":[{"bonuscheckid":"b1","value":40}])",
        R"("bonuschecks":[{"id":"b1","amount":40.00,"currency":"SEK"}])",
        R"("bonus_checks":{"bonus_check_id":"b1","amount":"40"})", R"("bonus_check_id":"b1","amount":"40.00","currency":"sek")",
        R"("bonus_check_ids":["b1"],"value":"40.0")",
        R"("bonus_check_ids":["b1"],"bonus_checks":[{"bonus_check_id":"b1","amount":"40.00"}])",
        R"("items":[{"bonus_check_id":"b1","amount":"40.00"}])",
        R"("redeem_items":[{"type":"bonus_check","id":"b1","amount":"40.00"}])"})
    EXPECT_EQ(left_after(check), 6'000) << check;
}

TEST_F(RedeemTest, checks_are_named_in_every_spelling) {
  int receipt = 0;
  for (const char* check :
       {R"("bonus_check_ids":["b1"])", R"("bonus_checks":["b1"])", R"("bonuscheckids":["b1"])",
        R"("bonuschecks":[{"bonuscheckid":"b1"}])", R"("bonus_check_ids":"b1")", R"("bonuscheckid":"b1")"}) {
    give(id, check_of("b1"));
    EXPECT_EQ(redeem_items(std::string("{") + check + R"(,"receipt_id":)" + std::to_string(++receipt) + "}").status, 200);
    EXPECT_EQ(left_of(id, "b1"), 0) << check;
  }
}

TEST_F(RedeemTest, the_same_purchase_in_every_spelling_is_the_same_use) {
  EXPECT_EQ(redeem_items(R"({"bonus_check_ids":["b1"],"receipt_id":"77"})").status, 200);
  for (const char* name :
       {"receipt_id", "receiptid", "order_id", "orderid", "transaction_id", "transactionid", "pos-receiptid"})
    for (const char* value : {"77", "\"77\""})
      EXPECT_EQ(redeem_items(R"({"bonus_check_ids":["b1"],")" + std::string(name) + "\":" + value + "}").status, 200) << name;
  EXPECT_EQ(redeem_items(R"({"bonus_check_ids":["b1"],"order_id":"5","receipt_id":"77"})").status, 200) << "the receipt counts";
  expect_refusal(redeem_items(R"({"bonus_check_ids":["b1"],"receipt_id":"78"})"), 409, "bonus_check_ids[0]");
  expect_refusal(redeem_items(R"({"bonus_check_ids":["b1"]})"), 409, "bonus_check_ids[0]");
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_entries"), 1);
}

TEST_F(RedeemTest, the_accounts_own_names_are_read_as_they_are_written) {
  set({{"bonus_check_keys", {{"id", "number"}, {"value", "money"}, {"currency", "unit"}}}});
  const auto answer = redeem_items(R"({"bonus_checks":[{"number":"b1","money":"40.00","unit":"SEK"}]})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(left_of(id, "b1"), 6'000);
}

TEST_F(RedeemTest, a_shown_check_sent_back_whole_is_used_up) {
  redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"40.00"}],"receipt_id":"R1"})");
  const auto shown = to_json_text(customer(id).at("bonus_checks"));
  const auto answer = redeem_items(R"({"bonus_checks":)" + shown + R"(,"receipt_id":"R2"})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(left_of(id, "b1") + left_of(id, "b2"), 0);
}

TEST_F(RedeemTest, a_check_shown_with_its_full_value_can_be_sent_back_too) {
  set({{"bonus_check_value", "full"}});
  redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"40.00"}],"receipt_id":"R1"})");
  const auto shown = to_json_text(customer(id).at("bonus_checks"));
  EXPECT_NE(shown.find(R"("value":"100.00")"), std::string::npos) << shown;
  for (int i = 0; i < 2; ++i) EXPECT_EQ(redeem_items(R"({"bonus_checks":)" + shown + R"(,"receipt_id":"R2"})").status, 200);
  EXPECT_EQ(left_of(id, "b1") + left_of(id, "b2"), 0);
}

TEST_F(RedeemTest, under_full_values_another_value_is_still_an_amount) {
  set({{"bonus_check_value", "full"}});
  redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","value":"40.00"}],"receipt_id":"R1"})");
  EXPECT_EQ(left_of(id, "b1"), 6'000);
  expect_refusal(redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"100.00"}],"receipt_id":"R2"})"), 400,
                 "bonus_checks[0].amount");
}

TEST_F(RedeemTest, a_sum_beside_amounts_of_their_own_is_no_amount_of_a_check) {
  const auto answer = redeem_items(
      R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"10"},{"bonus_check_id":"b2","value":"20"}],"amount":"30","value":"500"})");
  EXPECT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(left_of(id, "b1"), 9'000);
  EXPECT_EQ(left_of(id, "b2"), 8'000);
  expect_refusal(redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"10"},"b2"],"amount":"30"})"), 400, "amount");
}

TEST_F(RedeemTest, a_query_that_repeats_a_name_means_all_of_its_values) {
  for (const char* name : {"bonus_check_ids", "bonus_check_ids[]", "bonus_check_ids%5B%5D"}) {
    for (const char* check : {"b1", "b2"}) give(id, check_of(check));
    const auto query = std::string("?") + name + "=b1&" + name + "=b2&" + name + "=&receipt_id=";
    EXPECT_EQ(post("/customers/" + id + "/redeem" + query + name, "").status, 200) << name;
    EXPECT_EQ(left_of(id, "b1") + left_of(id, "b2"), 0) << name;
    EXPECT_EQ(post("/customers/" + id + "/undo-redeem" + query + name, "").status, 200) << name;
    EXPECT_EQ(left_of(id, "b1") + left_of(id, "b2"), 20'000) << name;
  }
  expect_refusal(post("/customers/" + id + "/redeem?bonus_check_ids=b1&receipt_id=1&receipt_id=2", ""), 400, "receipt_id");
  expect_refusal(post("/customers/" + id + "/redeem?bonus_check_ids=b1&amount=1&amount=2", ""), 400, "amount");
}

TEST_F(RedeemTest, a_receipt_of_blanks_is_none) {
  for (const char* receipt : {"\" \"", "\"\\t\""}) {
    const auto body = R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"10"}],"receipt_id":)" + std::string(receipt) + "}";
    EXPECT_EQ(redeem_items(body).status, 200);
    EXPECT_EQ(redeem_items(body).status, 200);
  }
  EXPECT_EQ(left_of(id, "b1"), 6'000) << "each was a purchase of its own";
  for (const char* receipt : {"R1", " R1 ", "R1 "})
    EXPECT_EQ(redeem_items(R"({"bonus_check_ids":["b2"],"receipt_id":")" + std::string(receipt) + R"("})").status, 200);
  EXPECT_EQ(redeem_items(R"({"bonus_check_ids":["b2"],"receipt_id":" ","order_id":"R1"})").status, 200) << "the order counts";
}

TEST_F(RedeemTest, two_amounts_of_one_check_are_refused) {
  for (const char* body : {R"({"bonus_check_ids":["b1"],"amount":"10","bonus_checks":[{"bonus_check_id":"b1","amount":"20"}]})",
                           R"({"bonuschecks":[{"id":"b1","amount":30}],"bonus_checks":[{"bonus_check_id":"b1","amount":20}]})"})
    expect_refusal(redeem_items(body), 400, "bonus_checks[0].amount");
  EXPECT_EQ(redeem_items(R"({"amount":10,"bonus_checks":[{"bonus_check_id":"b1","amount":"10.00"}]})").status, 200);
  EXPECT_EQ(left_of(id, "b1"), 9'000);
}

TEST_F(RedeemTest, what_is_wrong_is_told_in_words_that_fit) {
  const auto message = [](const http::Response& answer) {
    return text_member(parse_json(answer.body)->at("error_data").as_object(), "message");
  };
  EXPECT_EQ(message(post("/redeem", R"({"promotion_ids":["p"]})")), "The request does not name the customer.");
  EXPECT_EQ(message(post("/undo-redeem", R"({"receipt_id":"R1"})")), "The request does not name the customer.");
  EXPECT_EQ(message(post("/customers/4711/redeem", R"({"bonus_check_ids":["b1"]})")), "There is no customer with this id.");
  EXPECT_EQ(message(redeem_items(R"({"bonus_check_ids":["\u001b[31mX"]})")), "Unknown bonus check.");
}

TEST_F(RedeemTest, all_or_nothing_is_redeemed) {
  redeem_items(R"({"bonus_check_ids":["b1"],"receipt_id":"R1"})");
  expect_refusal(redeem_items(R"({"bonus_check_ids":["b2","b1"],"receipt_id":"R2"})"), 409, "bonus_check_ids[1]");
  EXPECT_EQ(left_of(id, "b2"), 10'000);
  expect_refusal(redeem_items(R"({"bonus_check_ids":["b2"],"promotion_ids":["nobody"]})"), 404, "promotion_ids[0]");
  EXPECT_EQ(left_of(id, "b2"), 10'000);
}

TEST_F(RedeemTest, the_status_of_a_conflict_is_a_setting_and_its_text_is_for_the_cashier) {
  redeem_items(R"({"bonus_check_ids":["b1"],"receipt_id":"R1"})");
  const auto message = [&] {
    const auto answer = redeem_items(R"({"bonus_check_ids":["b1"],"receipt_id":"R2"})");
    return std::to_string(answer.status) + " " + text_member(parse_json(answer.body)->at("error_data").as_object(), "message");
  };
  EXPECT_EQ(message(), "409 Bonus check b1 has been used already.");
  set({{"redeem_conflict_status", 400}});
  EXPECT_EQ(message(), "400 Bonus check b1 has been used already.");
}

TEST_F(RedeemTest, an_undone_redemption_can_be_made_again) {
  redeem_items(R"({"bonus_check_ids":["b1","b2"],"receipt_id":"R1"})");
  const auto answer = undo_items(R"({"receipt_id":"R1"})");
  ASSERT_EQ(answer.status, 200) << answer.body;
  const auto undone = parse_json(answer.body)->as_object();
  ASSERT_EQ(undone.at("bonus_checks").as_array().size(), 2U) << "a receipt alone means all that was used under it";
  EXPECT_EQ(undone.at("bonus_checks").at(0).at("redeemed"), false);
  EXPECT_EQ(undone.at("bonus_checks").at(0).at("date_redeemed"), nullptr);
  EXPECT_EQ(undo_items(R"({"receipt_id":"R1"})").status, 200) << "twice is once";
  EXPECT_EQ(redeem_items(R"({"bonus_check_ids":["b1"],"receipt_id":"R2"})").status, 200);
}

TEST_F(RedeemTest, a_receipt_alone_undoes_its_promotions_too) {
  set_member("card", {{"promotions", json::array{{{"promotion_id", "p10"}, {"name", "Ten"}, {"value_int", 10}}}}});
  redeem_items(R"({"promotions":[{"promotion_id":"p10"}],"bonus_check_ids":["b1"],"receipt_id":"R1"})");
  expect_refusal(redeem_items(R"({"promotion_ids":["p10"],"receipt_id":"R2"})"), 409, "promotion_ids[0]");
  EXPECT_EQ(parse_json(undo_items(R"({"receipt_id":"R1"})").body)->at("promotion_ids"), json::array{"p10"});
  EXPECT_EQ(redeem_items(R"({"promotion_ids":["p10"],"receipt_id":"R2"})").status, 200);
}

TEST_F(RedeemTest, to_undo_what_was_never_redeemed_changes_nothing) {
  EXPECT_EQ(undo_items(R"({"bonus_check_ids":["b1"],"receipt_id":"R1"})").status, 200);
  EXPECT_EQ(undo_items(R"({"bonus_check_ids":["b1"]})").status, 200);
  EXPECT_EQ(undo_items(R"({"receipt_id":"R1"})").status, 200);
  EXPECT_EQ(left_of(id, "b1"), 10'000);
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_entries"), 0);
  expect_refusal(undo_items(R"({"bonus_check_ids":["b9"]})"), 404, "bonus_check_ids[0]");
  expect_refusal(undo_items("{}"), 400, "bonus_check_ids");
}

TEST_F(RedeemTest, what_cannot_be_used_is_refused) {
  const auto bo = register_customer(R"({"email":"bo@shop.se"})");
  give(bo, check_of("b3"));
  auto over = check_of("b4");
  over.valid_to = parse_date("2026-09-20");
  give(id, over);
  auto early = check_of("b5");
  early.valid_from = parse_date("2026-09-22");
  give(id, early);
  auto withdrawn = check_of("b6");
  withdrawn.status = domain::BonusCheckStatus::withdrawn;
  give(id, withdrawn);
  expect_refusal(redeem_items(R"({"bonus_check_ids":["b3"]})"), 404, "bonus_check_ids[0]");
  expect_refusal(post("/customers/4711/redeem", R"({"bonus_check_ids":["b1"]})"), 404, "customer_id");
  expect_refusal(post("/customers/anna/redeem", R"({"bonus_check_ids":["b1"]})"), 404, "customer_id");
  for (const char* check : {"b4", "b5", "b6"})
    expect_refusal(redeem_items(R"({"bonus_check_ids":[")" + std::string(check) + R"("]})"), 409, "bonus_check_ids[0]");
  expect_refusal(redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"100.01"}]})"), 400,
                 "bonus_checks[0].amount");
  expect_refusal(redeem_items(R"({"bonus_checks":[{"bonus_check_id":"b1","currency":"EUR"}]})"), 400,
                 "bonus_checks[0].currency");
  EXPECT_EQ(file.count("SELECT count(*) FROM bonus_entries"), 0);
}

TEST_F(RedeemTest, a_top_level_redemption_needs_no_customer_while_the_id_is_one_persons) {
  EXPECT_EQ(post("/redeem", R"({"bonus_check_ids":["b1"]})").status, 200);
  EXPECT_EQ(left_of(id, "b1"), 0);
  const auto bo = register_customer(R"({"email":"bo@shop.se"})");
  give(bo, check_of("b2"));
  expect_refusal(post("/redeem", R"({"bonus_check_ids":["b2"]})"), 400, "customer_id");
  EXPECT_EQ(post("/redeem", R"({"bonus_check_ids":["b2"],"customer_id":)" + bo + "}").status, 200);
  EXPECT_EQ(left_of(bo, "b2"), 0);
  EXPECT_EQ(left_of(id, "b2"), 10'000);
}

TEST_F(RedeemTest, a_body_that_cannot_be_read_is_refused_at_its_member) {
  const std::vector<std::pair<std::string, std::string>> faults{
      {"", "bonus_check_ids"},
      {"{}", "bonus_check_ids"},
      {R"({"bonus_check_ids":[]})", "bonus_check_ids"},
      {"{", "body"},
      {"[]", "body"},
      {R"("b1")", "body"},
      {R"({"bonus_check_ids":true})", "bonus_check_ids"},
      {R"({"bonus_check_ids":[null]})", "bonus_check_ids[0]"},
      {R"({"bonus_check_ids":["b1",[]]})", "bonus_check_ids[1]"},
      {R"({"bonus_check_ids":[""]})", "bonus_check_ids[0]"},
      {R"({"bonus_check_ids":["b1","b1"]})", "bonus_check_ids[1]"},
      {R"({"bonus_checks":[{"name":"x"}]})", "bonus_checks[0].bonus_check_id"},
      {R"({"bonus_checks":[{"bonus_check_id":{}}]})", "bonus_checks[0].bonus_check_id"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","amount":true}]})", "bonus_checks[0].amount"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","amount":["1"]}]})", "bonus_checks[0].amount"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"all"}]})", "bonus_checks[0].amount"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"1.005"}]})", "bonus_checks[0].amount"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","amount":"-1"}]})", "bonus_checks[0].amount"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","amount":0}]})", "bonus_checks[0].amount"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","currency":7}]})", "bonus_checks[0].currency"},
      {R"({"bonus_checks":[{"bonus_check_id":"b1","currency":"kronor"}]})", "bonus_checks[0].currency"},
      {R"({"bonus_check_ids":["b1","b2"],"amount":"1.00"})", "amount"},
      {R"({"promotion_ids":[{}]})", "promotion_ids[0].promotion_id"},
      {R"({"promotion_ids":[false]})", "promotion_ids[0]"},
      {R"({"items":["b1"]})", "items[0]"},
      {R"({"bonus_check_ids":["b1"],"receipt_id":{}})", "receipt_id"},
      {R"({"bonus_check_ids":["b1"],"order_id":[1]})", "order_id"},
      {R"({"bonus_check_ids":["b1"],"receipt_id":")" + std::string(201, 'r') + R"("})", "receipt_id"},
      {R"({"bonus_check_ids":["b1"],"customer_id":"7"})", "customer_id"},
      {R"({"bonus_check_ids":["b1"],"customer_id":{}})", "customer_id"},
  };
  for (const auto& [body, field] : faults) {
    SCOPED_TRACE(body);
    expect_refusal(redeem_items(body), 400, field);
  }
  EXPECT_EQ(left_of(id, "b1"), 10'000);
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
