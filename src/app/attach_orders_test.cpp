#include "app/attach_orders.hpp"

#include "app/accept_orders.hpp"
#include "app/adopt_contact.hpp"
#include "app/save_customer.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using testing::run;
using testing::sample_order;

class AttachOrdersTest : public testing::Shop {
 protected:
  void accept(const domain::Order& order) {
    ASSERT_TRUE(run(AcceptOrders(file->unit_of_work(), clock)(account, "body", {order}, {"sitoo_v1", "", "", ""})));
  }
  std::optional<domain::ContactId> buyer(const std::string& order_id) {
    return run(file->orders().find(account.id, order_id))->order.contact;
  }
  domain::Contact add(std::vector<domain::FieldText> texts) {
    domain::ContactChange change;
    change.texts = std::move(texts);
    const auto contact = run(SaveCustomer(file->unit_of_work(), clock).add(account, change, {"sitoo_v1", "", "", ""}));
    EXPECT_TRUE(contact) << contact.error().message;
    return *contact;
  }
};

TEST_F(AttachOrdersTest, an_order_waits_for_the_member_number_it_names) {
  auto order = sample_order("1");
  order.member_number = "M5";
  accept(order);
  EXPECT_FALSE(buyer("1"));
  EXPECT_TRUE(waiting().empty());
  const auto contact = add(
      {{domain::ContactField::email, "anna@shop.se", "email"}, {domain::ContactField::member_number, "M5", "membernumber"}});
  EXPECT_EQ(buyer("1"), contact.id);
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::contact_registered, DeliveryKind::order_completed}));
  EXPECT_EQ(count("waiting_orders"), 0);
}

TEST_F(AttachOrdersTest, a_customer_who_gets_the_key_later_gets_the_order) {
  auto order = sample_order("1");
  order.member_number = "M5";
  accept(order);
  const auto contact = add({{domain::ContactField::email, "anna@shop.se", "email"}});
  EXPECT_FALSE(buyer("1"));
  domain::ContactChange change;
  change.texts = {{domain::ContactField::member_number, "M5", "membernumber"}};
  ASSERT_TRUE(run(
      SaveCustomer(file->unit_of_work(), clock).update(account, std::to_string(contact.id), change, {"sitoo_v1", "", "", ""})));
  EXPECT_EQ(buyer("1"), contact.id);
}

TEST_F(AttachOrdersTest, the_number_of_a_customer_whom_the_platform_brings_back_attaches_too) {
  auto order = sample_order("1");
  order.contact_ref = "4711";
  accept(order);
  RemoteContact remote;
  remote.link = {12, false, testing::noon};
  remote.contact.id = 4711;
  remote.contact.email = domain::Email::from_normalised("anna@shop.se");
  file.write([&](Tables& tables) { EXPECT_TRUE(adopt_contact(tables, account, remote, testing::noon)); });
  EXPECT_EQ(buyer("1"), 4711);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::order_completed});
}

TEST_F(AttachOrdersTest, a_number_that_somebody_has_is_not_given_twice) {
  insert(testing::sample_contact(4711, "bo"));
  RemoteContact remote;
  remote.link = {12, false, testing::noon};
  remote.contact.id = 4711;
  remote.contact.email = domain::Email::from_normalised("anna@shop.se");
  file.write([&](Tables& tables) {
    const auto adopted = adopt_contact(tables, account, remote, testing::noon);
    ASSERT_TRUE(adopted);
    EXPECT_NE(adopted->contact.id, 4711);
  });
}

TEST_F(AttachOrdersTest, an_open_order_is_attached_but_not_told) {
  auto order = sample_order("1");
  order.member_number = "M5";
  order.state = domain::OrderState::open;
  accept(order);
  add({{domain::ContactField::email, "anna@shop.se", "email"}, {domain::ContactField::member_number, "M5", "membernumber"}});
  EXPECT_TRUE(buyer("1"));
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::contact_registered});
}

TEST_F(AttachOrdersTest, an_order_that_names_nobody_waits_for_nobody) {
  accept(sample_order("1"));
  EXPECT_EQ(count("waiting_orders"), 0);
  EXPECT_EQ(count("orders"), 1);
}

}  // namespace
}  // namespace kassabro::app
