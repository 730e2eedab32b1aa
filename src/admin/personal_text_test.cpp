#include "admin/personal_text.hpp"

#include <gtest/gtest.h>

#include "base/time_text.hpp"
#include "store/order_text.hpp"
#include "testing/samples.hpp"

namespace kassabro::admin {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::sample_order;

json::value iso(Timestamp at) { return json::value(to_iso(at)); }

TEST(PersonalText, an_order_has_each_member_that_is_stored_and_only_amounts_and_times_in_another_form) {
  auto order = sample_order("L1");
  order.contact = 7;
  order.staff = "kim";
  order.email = "anna@shop.se";
  order.lines[0].discount_minor = 1'250;
  order.lines[0].bonus_check_ids = {"B-1"};
  const auto stored = parse_json(store::to_stored_text(order))->get_object();
  const auto shown = readable_order(store::to_stored_text(order));
  for (const auto& [name, value] : stored) EXPECT_TRUE(shown.contains(name)) << name;
  EXPECT_EQ(shown.at("total"), "100.00");
  EXPECT_EQ(shown.at("vat"), "20.00");
  EXPECT_EQ(shown.at("contact"), "7");
  EXPECT_EQ(shown.at("staff"), "kim");
  EXPECT_EQ(shown.at("ordered_at"), iso(noon));
  const auto& line = shown.at("lines").as_array().at(0).as_object();
  EXPECT_EQ(line.at("discount"), "12.50");
  EXPECT_EQ(line.at("quantity"), 1) << "no amount";
  EXPECT_EQ(line.at("bonus_checks"), (json::array{"B-1"}));
  EXPECT_EQ(shown.at("payments").as_array().at(0), (json::object{{"name", "Card"}, {"amount", "100.00"}}));
}

TEST(PersonalText, a_text_that_is_no_order_is_shown_all_the_same) {
  EXPECT_EQ(readable_order("{broken"), (json::object{{"text", "{broken"}}));
}

TEST(PersonalText, a_receipt_shows_its_links_and_how_it_went_out) {
  app::DeliveryMade made;
  made.row.delivery = testing::sample_delivery(1, 7, 500);
  made.row.delivery.kind = app::DeliveryKind::digital_receipt;
  made.row.delivery.order_id = "L1";
  made.row.state = app::DeliveryState::delivered;
  made.row.updated_at = noon;
  app::DeliveryTried failed{made.row.delivery, {1, noon - 1h, {}, "retry", "", {{"POST", "failed", "", 503, "", {}, 1}}}};
  app::DeliveryTried went{made.row.delivery, {2, noon, {}, "delivered", "", {{"POST", "good", "", 200, "", {}, 1}}}};
  app::DeliveryMade other;
  other.row.delivery = testing::sample_delivery(1, 7, 501);
  SentReceipts sent([](const app::SentCalls& calls) { return calls.at(0).path == "good" ? "sms" : ""; });
  for (const auto& what : std::initializer_list<decltype(app::Happening::what)>{went, failed, made, other})
    sent.note({noon, what});

  app::PersonalRows rows;
  rows.receipt_links = {{"L1", noon - 1h, noon + 24h}, {"L0", noon - 48h, noon - 24h}};
  rows.asked_receipts = {{"L2", noon}};
  const auto receipts = receipts_array(rows, sent);
  ASSERT_EQ(receipts.size(), 3U);
  EXPECT_EQ(receipts.at(0).at("order_id"), "L0");
  EXPECT_TRUE(receipts.at(0).at("sent").as_array().empty());
  const auto& shown = receipts.at(1).as_object();
  EXPECT_EQ(shown.at("links").as_array().at(0), (json::object{{"made_at", iso(noon - 1h)}, {"ends_at", iso(noon + 24h)}}));
  EXPECT_EQ(shown.at("sent"),
            (json::array{json::object{{"delivery_id", "500"}, {"state", "delivered"}, {"at", iso(noon)}, {"by", "sms"}}}));
  EXPECT_EQ(receipts.at(2).at("asked_at"), iso(noon));
}

TEST(PersonalText, besides_are_the_personal_number_and_what_no_page_shows) {
  app::CustomerFile file;
  file.contact.contact = testing::sample_contact(7);
  file.contact.contact.personal_id = "19900101-2384";
  domain::BonusCheck check;
  check.id = "B-1";
  check.currency = "SEK";
  check.extra = R"({"campaign":"x"})";
  file.bonus_checks = {check};
  app::PersonalRows rows;
  rows.extras.shown = {{"Subscriber.Level", {"Gold"}}};
  rows.extras.additional_options = R"([{"id":"1"}])";
  rows.redemptions = {{"B-1", "R1", 4'000, domain::RedemptionState::undone, "L1", noon, noon + 1h, "till"}};
  rows.replaced_checks = {{"B-1", R"({"value":5})", noon}};
  rows.silence = app::KeptSilence{noon, true, false};
  const auto besides = besides_object(file, rows);
  EXPECT_EQ(besides.at("personal_id"), "19900101-2384");
  EXPECT_EQ(besides.at("rule_fields").as_array().at(0).at("values"), (json::array{"Gold"}));
  EXPECT_EQ(besides.at("additional_options").as_array().at(0).at("id"), "1");
  const auto& use = besides.at("bonus_uses").as_array().at(0).as_object();
  EXPECT_EQ(use.at("amount"), "40.00");
  EXPECT_EQ(use.at("undone_at"), iso(noon + 1h));
  EXPECT_EQ(besides.at("bonus_replaced").as_array().at(0).at("content").at("value"), 5);
  EXPECT_EQ(besides.at("bonus_more").as_array().at(0).at("members").at("campaign"), "x");
  EXPECT_EQ(besides.at("silence"), (json::object{{"last_bought_at", iso(noon)}, {"retention", true}, {"winback", false}}));
}

TEST(PersonalText, what_came_in_is_json_where_it_is_some) {
  const app::SourceRow row{{app::ErasureSource::import_rows, 3, 4}, R"({"email":"anna@shop.se"})", "checks.csv", "", noon};
  const auto shown = received_object(row);
  EXPECT_EQ(shown.at("source"), "import_rows");
  EXPECT_EQ(shown.at("id"), "3/4");
  EXPECT_EQ(shown.at("sender"), "checks.csv");
  EXPECT_EQ(shown.at("body").at("email"), "anna@shop.se");
  EXPECT_EQ(received_object({{app::ErasureSource::quarantine, 0, 9}, "{broken", "", "why", noon}).at("body"), "{broken");
}

}  // namespace
}  // namespace kassabro::admin
