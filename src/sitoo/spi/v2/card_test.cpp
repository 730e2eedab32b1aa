// What the customer card shows besides the customer.
#include "testing/till_v2.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using namespace std::chrono_literals;
using http::Method;

class CardTest : public testing::TillV2 {
 protected:
  json::array ids_shown(const testing::Headers& headers = {}) {
    json::array ids;
    const auto answer = call(Method::get, "/customers/" + id, "", headers);
    for (const auto& check : parse_json(answer.body)->at("bonus_checks").as_array()) ids.push_back(check.at("bonus_check_id"));
    return ids;
  }

  domain::BonusCheck valid(const std::string& check_id, const char* from, const char* to) {
    auto check = check_of(check_id);
    check.valid_from = parse_date(from);
    check.valid_to = parse_date(to);
    return check;
  }

  void save_extras(const app::ContactExtras& extras) {
    file.write([&](app::Tables& tables) { tables.extras.save(account.id, std::stoll(id), extras); });
  }

  std::string sections() { return to_json_text(customer(id).at("sections")); }

  const std::string id = register_customer(R"({"email":"anna@shop.se","store_id_home":"200"})");
};

TEST_F(CardTest, a_check_is_shown_with_what_is_left_of_it) {
  auto check = valid("b1", "2026-09-01", "2026-12-31");
  check.description = "Thank you";
  check.remaining_minor = 6'000;
  check.last_used_at = clock.now();
  give(id, check);
  EXPECT_EQ(to_json_text(customer(id).at("bonus_checks")),
            R"([{"bonus_check_id":"b1","name":"Bonus b1","description":"Thank you","value":"60.00","redeemed":false,)"
            R"("date_redeemed":"2026-09-21T14:13:20Z","remaining":"60.00","currency":"SEK","valid_from":"2026-09-01",)"
            R"("valid_to":"2026-12-31"}])");
  set({{"bonus_check_value", "full"},
       {"bonus_check_keys",
        {{"id", "number"},
         {"value", "money"},
         {"description", ""},
         {"valid_from", ""},
         {"valid_to", ""},
         {"remaining", "left"}}}});
  EXPECT_EQ(to_json_text(customer(id).at("bonus_checks")),
            R"([{"number":"b1","name":"Bonus b1","money":"100.00","redeemed":false,"date_redeemed":"2026-09-21T14:13:20Z",)"
            R"("left":"60.00","currency":"SEK"}])");
}

TEST_F(CardTest, only_checks_that_may_be_used_today_are_shown) {
  EXPECT_EQ(ids_shown(), json::array{});
  give(id, valid("1_today", "2026-09-21", "2026-09-21"));
  give(id, valid("2_over", "2026-09-01", "2026-09-20"));
  give(id, valid("3_not_yet", "2026-09-22", "2026-12-31"));
  auto used = check_of("4_used");
  used.remaining_minor = 0;
  give(id, used);
  auto withdrawn = check_of("5_withdrawn");
  withdrawn.status = domain::BonusCheckStatus::withdrawn;
  give(id, withdrawn);
  EXPECT_EQ(ids_shown(), json::array{"1_today"});
  set({{"show_used", true}});
  EXPECT_EQ(ids_shown(), (json::array{"1_today", "4_used"}));
}

TEST_F(CardTest, today_is_the_day_of_the_tills_store) {
  set_member("card", {{"store_time_zones", {{"Auckland 1", "Pacific/Auckland"}}}});
  give(id, valid("b1", "2026-09-21", "2026-09-21"));  // 14:13 UTC: it is the 22nd in New Zealand
  EXPECT_EQ(ids_shown(), json::array{"b1"});
  EXPECT_EQ(ids_shown({{"Store-ID", "Auckland%201"}}), json::array{});
}

TEST_F(CardTest, the_status_says_when_the_card_may_be_old) {
  EXPECT_EQ(to_json_text(customer(id).at("status")), R"({"color":"green","text":""})");
  give(id, check_of("b1"));
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  const auto status = customer(id).at("status").as_object();
  EXPECT_EQ(status.at("color"), "yellow");
  EXPECT_FALSE(status.at("text").as_string().empty());
  set({{"stale_text", "Uppgifterna kan vara gamla."}});
  EXPECT_EQ(to_json_text(customer(id).at("status")), R"({"color":"yellow","text":"Uppgifterna kan vara gamla."})");
}

TEST_F(CardTest, offers_are_shown_as_published_and_used_ones_as_used) {
  set_member("card", {{"promotions", json::array{{{"promotion_id", "p10"}, {"name", "Ten percent"}, {"value_int", 10}},
                                                 {{"promotion_id", "p5"},
                                                  {"name", "Always"},
                                                  {"description", "Every day"},
                                                  {"type", "cart_money"},
                                                  {"value_money", "5.00"},
                                                  {"once", false}}}}});
  post("/customers/" + id + "/redeem", R"({"promotion_ids":["p10","p5"],"receipt_id":"R1"})");
  EXPECT_EQ(
      to_json_text(customer(id).at("promotions")),
      R"([{"name":"Ten percent","promotion_id":"p10","promotion_type":{"type":"cart_percent","value_int":10},"redeemed":true},)"
      R"({"name":"Always","description":"Every day","promotion_id":"p5","promotion_type":{"type":"cart_money",)"
      R"("value_money":"5.00"},"redeemed":false}])");
  const auto other = register_customer(R"({"email":"bo@shop.se"})");
  EXPECT_EQ(customer(other).at("promotions").at(0).at("redeemed"), false);
}

TEST_F(CardTest, vouchers_are_everybodys_and_the_customers_own) {
  set_member("card", {{"voucher_passwords", {"FRIENDS"}}, {"voucher_field", "Sitoo-Contact.vouchers"}});
  app::ContactExtras extras;
  extras.shown = {{"Sitoo-Contact.vouchers", {"GOLD", "FRIENDS", ""}}, {"Other.field", {"X"}}};
  save_extras(extras);
  EXPECT_EQ(customer(id).at("voucher_passwords"), (json::array{"FRIENDS", "GOLD"}));
}

TEST_F(CardTest, sections_show_what_the_account_chose) {
  set_member(
      "card",
      {{"sections",
        {{{"title", "Bonus"},
          {"values", {{{"title", "Left"}, {"source", "bonus_left"}}, {{"title", "Used"}, {"source", "bonus_last_used"}}}}},
         {{"title", "Shop"},
          {"values",
           {{{"title", "Home"}, {"source", "home_store"}},
            {{"title", "Level"}, {"source", "rule:Subscriber.Level"}},
            {{"title", "Nothing"}, {"source", "rule:Subscriber.Nothing"}}}}}}}});
  app::ContactExtras extras;
  extras.shown = {{"Subscriber.Level", {"Gold", "Early bird"}}};
  save_extras(extras);
  EXPECT_EQ(sections(), R"([{"title":"Shop","values":[{"title":"Home","text":"200","type":"text"},)"
                        R"({"title":"Level","text":"Gold, Early bird","type":"text"}]}])");
  auto check = check_of("b1", 14'900);
  check.last_used_at = clock.now();
  give(id, check);
  EXPECT_NE(sections().find(R"({"title":"Bonus","values":[{"title":"Left","text":"149.00 SEK","type":"text"},)"
                            R"({"title":"Used","text":"2026-09-21","type":"text"}]})"),
            std::string::npos)
      << sections();
}

TEST_F(CardTest, purchases_are_summed_up_by_the_accounts_calendar) {
  set_member("card", {{"sections",
                       {{{"title", "P"},
                         {"values",
                          {{{"title", "1"}, {"source", "last_purchase"}},
                           {{"title", "2"}, {"source", "last_purchase_at"}},
                           {{"title", "3"}, {"source", "last_purchase_store"}},
                           {{"title", "4"}, {"source", "purchase_count"}},
                           {{"title", "5"}, {"source", "purchase_total"}}}}}}}});
  EXPECT_EQ(sections(), "[]");
  file.write([&](app::Tables& tables) {
    for (int i = 0; i < 2; ++i) {
      auto order =
          testing::sample_order(std::to_string(i), clock.now() + std::chrono::hours(9 * i));  // the second after midnight
      order.contact = std::stoll(id);
      order.store = "City";
      tables.orders.save(account.id, {order, true}, clock.now());
    }
  });
  EXPECT_EQ(
      sections(),
      R"([{"title":"P","values":[{"title":"1","text":"100.00 SEK","type":"text"},{"title":"2","text":"2026-09-22","type":"text"},)"
      R"({"title":"3","text":"City","type":"text"},{"title":"4","text":"2","type":"text"},)"
      R"({"title":"5","text":"200.00 SEK","type":"text"}]}])");
}

}  // namespace
}  // namespace kassabro::sitoo::spi::v2
