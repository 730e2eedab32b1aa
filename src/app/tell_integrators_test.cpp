#include "app/tell_integrators.hpp"

#include <gmock/gmock.h>

#include "app/accept_orders.hpp"
#include "app/message_payload.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/remote_consent.hpp"
#include "app/save_customer.hpp"
#include "app/sending_queue.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using testing::noon;
using testing::run;
using testing::sample_contact;
using testing::sample_order;

class TellIntegratorsTest : public testing::Shop {
 protected:
  // What the account is asked to tell, as a till's call sees it.
  void add_endpoint(MessageTypes types = {}) {
    Endpoint endpoint;
    endpoint.account = 1;
    endpoint.id = ++endpoints;
    endpoint.types = types;
    file.write([&](Tables& tables) { tables.endpoints.insert(endpoint); });
    account = *run(file->accounts().find(1));
  }

  std::vector<AcceptedOrder> accept(domain::Order order, const std::string& source = "sitoo_v1") {
    AcceptOrders accept_orders(file->unit_of_work(), clock);
    return *run(accept_orders(account, "{}", {std::move(order)}, {source, "17", "", "1"}));
  }

  Result<domain::Contact> register_anna() {
    SaveCustomer save(file->unit_of_work(), clock);
    domain::ContactChange change;
    change.texts = {{domain::ContactField::email, "anna@shop.se", "email"},
                    {domain::ContactField::first_name, "Anna", "namefirst"}};
    change.accepts_email = true;
    return run(save.add(account, change, {"sitoo_v2", "17", "kim", "1"}));
  }

  // All that was told, the oldest first.
  std::vector<json::object> told() {
    std::vector<json::object> payloads;
    for (const auto& row : run(file->messages().list(1, {.endpoint = 1, .count_max = 100})))
      payloads.insert(payloads.begin(), parse_json(run(file->messages().find(1, row.message))->message.payload)->as_object());
    return payloads;
  }
  std::vector<std::string> types() {
    std::vector<std::string> types;
    for (const auto& payload : told()) types.push_back(text_member(payload, "type"));
    return types;
  }
  json::object data(std::size_t index) { return told().at(index).at("data").as_object(); }

  EndpointId endpoints = 0;
};

TEST_F(TellIntegratorsTest, a_shop_without_endpoints_keeps_no_message) {
  accept(sample_order("L1"));
  ASSERT_TRUE(register_anna());
  EXPECT_EQ(count("webhook_messages"), 0);
}

TEST_F(TellIntegratorsTest, an_order_is_told_once_however_often_it_comes) {
  add_endpoint();
  auto order = sample_order("L1");
  accept(order);
  accept(order);
  order.staff = "kim";
  accept(order, "sitoo_events");
  EXPECT_EQ(types(), std::vector<std::string>{"order.completed"});
}

TEST_F(TellIntegratorsTest, an_open_order_is_told_when_it_is_completed) {
  add_endpoint();
  auto order = sample_order("L1");
  order.state = domain::OrderState::open;
  accept(order);
  EXPECT_EQ(count("webhook_messages"), 0);
  order.state = domain::OrderState::completed;
  accept(order);
  EXPECT_EQ(count("webhook_messages"), 1);
}

TEST_F(TellIntegratorsTest, an_order_carries_its_amounts_as_the_receipt_shows_them_and_who_bought) {
  insert(sample_contact(7, "anna", "+46701234567"));
  add_endpoint();
  auto order = sample_order("L1");
  order.email = "anna@shop.se";
  accept(order);
  const auto told = data(0);
  EXPECT_EQ(text_member(told, "order_id"), "L1");
  EXPECT_EQ(text_member(told, "receipt_id"), "RL1");
  EXPECT_EQ(text_member(told, "type"), "sale");
  EXPECT_EQ(text_member(told, "total"), "100.00");
  EXPECT_EQ(text_member(told, "net"), "80.00");
  EXPECT_EQ(text_member(told, "vat"), "20.00");
  EXPECT_EQ(text_member(told, "currency"), "SEK");
  const auto& customer = told.at("customer").as_object();
  EXPECT_EQ(text_member(customer, "contact_id"), "7");
  EXPECT_EQ(text_member(customer, "email"), "anna@shop.se");
  EXPECT_EQ(text_member(customer, "phone"), "+46701234567");
  const auto& item = told.at("items").as_array().at(0).as_object();
  EXPECT_EQ(text_member(item, "sku"), "1001");
  EXPECT_EQ(text_member(item, "total"), "100.00");
  EXPECT_EQ(text_member(told.at("payments").as_array().at(0).as_object(), "amount"), "100.00");
}

TEST_F(TellIntegratorsTest, a_return_is_negative_and_a_purchase_of_nobody_has_no_customer) {
  add_endpoint();
  auto order = sample_order("L2");
  order.type = domain::OrderType::return_;
  order.total_minor = order.payments[0].amount_minor = -10'000;
  order.lines[0].quantity = -1;
  order.lines[0].net_minor = order.net_minor = -8'000;
  order.lines[0].vat_minor = order.vat_minor = -2'000;
  order.credited_order_id = "L1";
  accept(order);
  const auto told = data(0);
  EXPECT_EQ(text_member(told, "type"), "return");
  EXPECT_EQ(text_member(told, "total"), "-100.00");
  EXPECT_EQ(text_member(told, "credited_order_id"), "L1");
  EXPECT_TRUE(told.at("customer").is_null());
}

TEST_F(TellIntegratorsTest, a_registration_is_told_with_what_the_person_agreed_to) {
  add_endpoint();
  const auto anna = register_anna();
  ASSERT_TRUE(anna);
  ASSERT_EQ(types(), std::vector<std::string>{"customer.registered"});
  const auto told = data(0);
  EXPECT_EQ(text_member(told.at("customer").as_object(), "contact_id"), std::to_string(anna->id));
  EXPECT_EQ(text_member(told, "source"), "sitoo_v2");
  EXPECT_EQ(text_member(told, "store_id"), "17");
  EXPECT_TRUE(told.at("consents").at("email").as_bool());
  EXPECT_FALSE(told.at("consents").at("sms").as_bool());
}

TEST_F(TellIntegratorsTest, a_consent_is_told_when_it_changes_at_the_till_and_in_the_marketing_platform) {
  const auto anna = register_anna();
  ASSERT_TRUE(anna);
  add_endpoint();
  SaveCustomer save(file->unit_of_work(), clock);
  domain::ContactChange change;
  change.accepts_sms = true;
  ASSERT_TRUE(run(save.update(account, std::to_string(anna->id), change, {"sitoo_v1", "17", "", ""})));
  ASSERT_TRUE(run(save.update(account, std::to_string(anna->id), change, {"sitoo_v1", "17", "", ""})));
  clock.advance(std::chrono::minutes(1));
  TakeRemoteNews take({file->links(), file->contacts(), file->unit_of_work(), clock});
  RemoteNews news;
  news.kind = RemoteNewsKind::unsubscribed;
  news.email = "anna@shop.se";
  news.at = clock.now();
  news.reason = "user";
  ASSERT_EQ(run(take(account, {news})).taken, 1U);
  ASSERT_EQ(types(), (std::vector<std::string>{"consent.changed", "consent.changed"}));
  const auto at_till = data(0);
  EXPECT_EQ(text_member(at_till, "source"), "sitoo_v1");
  EXPECT_FALSE(at_till.at("before").at("sms").as_bool());
  EXPECT_TRUE(at_till.at("after").at("sms").as_bool());
  const auto in_rule = data(1);
  EXPECT_EQ(text_member(in_rule, "source"), "rule");
  EXPECT_EQ(text_member(in_rule, "reason"), "user");
  EXPECT_TRUE(in_rule.at("before").at("email").as_bool());
  EXPECT_FALSE(in_rule.at("after").at("email").as_bool());
}

TEST_F(TellIntegratorsTest, a_redemption_is_told_once_and_so_is_its_undoing) {
  insert(sample_contact(7));
  domain::BonusCheck check;
  check.id = "B-1";
  check.name = "Bonus";
  check.value_minor = check.remaining_minor = 10'000;
  check.currency = "SEK";
  file.write([&](Tables& tables) { tables.bonus.save(1, 7, check, noon); });
  add_endpoint();
  RedeemBonusChecks redeem(file->unit_of_work(), clock);
  UndoRedemption undo(file->unit_of_work(), clock);
  const RedeemRequest request{"7", {{"B-1", "40.00", "", "bonus_check_ids[0]"}}, {}, "R1"};
  ASSERT_TRUE(run(redeem(account, request, {"sitoo_v1", "17", "", "1"})));
  ASSERT_TRUE(run(redeem(account, request, {"sitoo_v1", "17", "", "1"}))) << "the same again";
  clock.advance(std::chrono::minutes(1));
  ASSERT_TRUE(run(undo(account, request, {"sitoo_v1", "17", "", "1"})));
  ASSERT_TRUE(run(undo(account, request, {"sitoo_v1", "17", "", "1"})));
  ASSERT_EQ(types(), (std::vector<std::string>{"bonus_check.redeemed", "bonus_check.redemption_undone"}));
  const auto used = data(0);
  EXPECT_EQ(text_member(used, "amount"), "40.00");
  EXPECT_EQ(text_member(used, "receipt_id"), "R1");
  EXPECT_EQ(text_member(used.at("bonus_check").as_object(), "remaining"), "60.00");
  EXPECT_EQ(text_member(used.at("customer").as_object(), "contact_id"), "7");
  EXPECT_EQ(text_member(data(1).at("bonus_check").as_object(), "remaining"), "100.00");
  EXPECT_EQ(text_member(data(1), "undone_by"), "till");
}

TEST_F(TellIntegratorsTest, what_no_endpoint_wants_is_not_kept) {
  MessageTypes consents;
  consents.add(MessageType::consent_changed);
  add_endpoint(consents);
  accept(sample_order("L1"));
  ASSERT_TRUE(register_anna());
  EXPECT_EQ(count("webhook_messages"), 0);
}

TEST(MessageTypes, have_texts_that_come_back) {
  for (int i = 0; i <= static_cast<int>(MessageType::endpoint_test); ++i) {
    const auto type = static_cast<MessageType>(i);
    EXPECT_EQ(parse_message_type(to_text(type)), type);
    EXPECT_TRUE(MessageTypes::all().has(type));
  }
  EXPECT_FALSE(parse_message_type("order.created"));
}

TEST(MessageIds, sort_by_time_and_are_known_by_their_form) {
  EXPECT_LT(new_message_id(noon), new_message_id(noon + std::chrono::milliseconds(1)));
  EXPECT_LT(first_message_id(noon), new_message_id(noon));
  EXPECT_GT(first_message_id(noon + std::chrono::milliseconds(1)), new_message_id(noon));
  EXPECT_TRUE(is_message_id(new_message_id(noon)));
  for (const auto* text :
       {"", "msg_", "msg_123", "msg_0123456789abcdef0123456789abcdeF", "xsg_0123456789abcdef0123456789abcdef"})
    EXPECT_FALSE(is_message_id(text)) << text;
}

}  // namespace
}  // namespace kassabro::app
