#include "app/accept_orders.hpp"

#include "app/show_purchases.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using domain::Order;
using domain::OrderState;
using testing::noon;
using testing::run;
using testing::sample_contact;
using testing::sample_order;

class AcceptOrdersTest : public testing::Shop {
 protected:
  Result<std::vector<AcceptedOrder>> accept(std::vector<Order> orders) {
    return run(accept_orders(account, "the raw body", std::move(orders), {"sitoo_v1", "", "", ""}));
  }
  AcceptedOrder accept_one(const Order& order) {
    const auto accepted = accept({order});
    EXPECT_TRUE(accepted) << accepted.error().message;
    return accepted ? accepted->at(0) : AcceptedOrder{};
  }

  AcceptOrders accept_orders{file->unit_of_work(), clock};
};

TEST_F(AcceptOrdersTest, the_buyer_is_found_by_every_key_that_the_order_names) {
  insert(sample_contact(7, "anna", "+46701234567"));
  auto by_ref = sample_order("1"), by_number = sample_order("2"), by_email = sample_order("3"), by_phone = sample_order("4");
  by_ref.contact_ref = "7";
  by_number.member_number = "m7";
  by_email.email = "ANNA@shop.se";
  by_phone.phone = "070-123 45 67";
  for (const auto& order : {by_ref, by_number, by_email, by_phone}) {
    const auto accepted = accept_one(order);
    EXPECT_EQ(accepted.contact, 7) << order.id;
    EXPECT_EQ(accepted.acceptance, Acceptance::added);
    EXPECT_EQ(run(file->orders().find(account.id, order.id))->order.contact, 7);
  }
  EXPECT_EQ(count("contacts"), 1);
  EXPECT_EQ(count("inbox"), 4);
  EXPECT_EQ(waiting(), std::vector(4, DeliveryKind::order_completed));
}

TEST_F(AcceptOrdersTest, the_contact_id_decides_when_keys_contradict) {
  insert(sample_contact(7, "anna"));
  insert(sample_contact(8, "bo"));
  auto order = sample_order("1");
  order.contact_ref = "8";
  order.email = "anna@shop.se";
  EXPECT_EQ(accept_one(order).contact, 8);
}

TEST_F(AcceptOrdersTest, an_unknown_buyer_becomes_a_contact_who_has_agreed_to_nothing) {
  auto order = sample_order("1");
  order.email = "anna@shop.se";
  order.phone = "0701234567";
  order.first_name = "Anna";
  order.store_id = "200";
  order.contact_ref = "4711";
  const auto accepted = accept_one(order);
  ASSERT_TRUE(accepted.contact);
  const auto anna = contact(*accepted.contact);
  EXPECT_EQ(anna->email->text(), "anna@shop.se");
  EXPECT_EQ(anna->mobile->e164(), "+46701234567");
  EXPECT_EQ(anna->first_name, "Anna");
  EXPECT_EQ(anna->store, "200");
  EXPECT_EQ(anna->consent, domain::Consent{});
  EXPECT_FALSE(anna->member_number.empty());
  EXPECT_EQ(file.count("SELECT count(*) FROM consent_records WHERE accepts = 0 AND source = 'sitoo_v1'"), 1);
  auto again = sample_order("2");
  again.email = "anna@shop.se";
  EXPECT_EQ(accept_one(again).contact, accepted.contact);
}

TEST_F(AcceptOrdersTest, an_order_never_widens_a_consent) {
  auto anna = sample_contact(7, "anna");
  anna.consent = {false, true, false, {"1"}};
  insert(anna);
  auto order = sample_order("1");
  order.email = "anna@shop.se";
  accept_one(order);
  EXPECT_EQ(contact(7)->consent, anna.consent);
}

TEST_F(AcceptOrdersTest, an_anonymous_purchase_is_kept_and_told_to_nobody) {
  auto unreadable = sample_order("2");
  unreadable.email = "no address";
  unreadable.phone = "12";
  for (const auto& order : {sample_order("1"), unreadable}) {
    EXPECT_FALSE(accept_one(order).contact);
    EXPECT_TRUE(run(file->orders().find(account.id, order.id)));
  }
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(count("contacts"), 0);
}

TEST_F(AcceptOrdersTest, the_same_order_again_is_known_and_told_once) {
  insert(sample_contact(7, "anna"));
  auto order = sample_order("1");
  order.contact_ref = "7";
  accept_one(order);
  EXPECT_EQ(accept_one(order).acceptance, Acceptance::known);
  const auto both = accept({order, order});
  EXPECT_EQ(both->at(1).acceptance, Acceptance::known);
  EXPECT_EQ(waiting().size(), 1U);
  EXPECT_EQ(count("inbox"), 3) << "every body is kept";
}

TEST_F(AcceptOrdersTest, other_content_under_the_same_id_is_a_change) {
  insert(sample_contact(7, "anna"));
  auto order = sample_order("1");
  order.contact_ref = "7";
  accept_one(order);
  order.state = OrderState::cancelled;
  EXPECT_EQ(accept_one(order).acceptance, Acceptance::changed);
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::order_completed, DeliveryKind::order_changed}));
  EXPECT_EQ(run(file->orders().find(account.id, "1"))->order.state, OrderState::cancelled);
}

TEST_F(AcceptOrdersTest, an_open_order_is_told_once_when_it_is_completed) {
  insert(sample_contact(7, "anna"));
  auto order = sample_order("1");
  order.contact_ref = "7";
  order.state = OrderState::open;
  accept_one(order);
  EXPECT_TRUE(waiting().empty());
  order.state = OrderState::completed;
  accept_one(order);
  accept_one(order);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::order_completed});
}

TEST_F(AcceptOrdersTest, a_buyer_who_is_named_later_makes_the_sale_theirs) {
  insert(sample_contact(7, "anna"));
  auto order = sample_order("1");
  accept_one(order);
  order.contact_ref = "7";
  EXPECT_EQ(accept_one(order).acceptance, Acceptance::changed);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::order_completed});
}

TEST_F(AcceptOrdersTest, an_order_that_waited_for_its_buyer_is_told_once_when_it_names_a_new_one) {
  auto order = sample_order("1");
  order.member_number = "m77";
  accept_one(order);
  order.email = "anna@shop.se";
  const auto accepted = accept_one(order);
  EXPECT_TRUE(accepted.contact);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::order_completed});
  EXPECT_EQ(count("waiting_orders"), 0);
}

TEST_F(AcceptOrdersTest, an_order_that_no_longer_names_its_buyer_stays_theirs) {
  insert(sample_contact(7, "anna"));
  auto order = sample_order("1");
  order.contact_ref = "7";
  accept_one(order);
  order.contact_ref = "";
  order.total_minor = 9'000;
  EXPECT_EQ(accept_one(order).contact, 7);
}

TEST_F(AcceptOrdersTest, a_late_order_keeps_the_time_of_its_sale) {
  insert(sample_contact(7, "anna"));
  for (const auto& [id, at] : {std::pair{"1", noon}, std::pair{"2", noon - 24h}}) {
    auto order = sample_order(id, at);
    order.contact_ref = "7";
    accept_one(order);
  }
  ShowPurchases show{file->contacts(), file->orders(), file->channel_purchases()};
  const auto shown = run(show(account, "7"));
  ASSERT_TRUE(shown);
  ASSERT_EQ(shown->size(), 2U);
  EXPECT_EQ(shown->at(0).id, "1");
  EXPECT_EQ(shown->at(1).ordered_at, noon - 24h);
}

TEST_F(AcceptOrdersTest, nothing_is_stored_when_one_of_several_is_faulty) {
  auto faulty = sample_order("2");
  faulty.lines[0].quantity = -1;
  auto buyer = sample_order("1");
  buyer.email = "anna@shop.se";
  const auto refused = accept({buyer, faulty});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::invalid);
  EXPECT_EQ(refused.error().field, "[1].orderitems[0].quantity");
  EXPECT_EQ(count("orders") + count("inbox") + count("outbox") + count("contacts"), 0);
  EXPECT_EQ(accept({faulty}).error().field, "orderitems[0].quantity");
}

TEST_F(AcceptOrdersTest, the_card_shows_completed_purchases_of_that_customer_only) {
  insert(sample_contact(7, "anna"));
  insert(sample_contact(8, "bo"));
  for (const auto& [id, who, state] : {std::tuple{"1", "7", OrderState::completed}, std::tuple{"2", "7", OrderState::open},
                                       std::tuple{"3", "8", OrderState::completed}}) {
    auto order = sample_order(id);
    order.contact_ref = who;
    order.state = state;
    accept_one(order);
  }
  ShowPurchases show{file->contacts(), file->orders(), file->channel_purchases()};
  const auto shown = run(show(account, "7"));
  ASSERT_TRUE(shown);
  ASSERT_EQ(shown->size(), 1U);
  EXPECT_EQ(shown->at(0).id, "1");
  for (const char* nobody : {"9", "x"}) EXPECT_EQ(run(show(account, nobody)).error().field, "contactid");
}

}  // namespace
}  // namespace kassabro::app
