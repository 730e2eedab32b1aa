#include "app/accept_history.hpp"

#include "app/save_customer.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;
using testing::sample_contact;
using testing::sample_order;

class AcceptHistoryTest : public testing::Shop {
 protected:
  AcceptHistoryTest() { insert(sample_contact(7, "anna")); }

  AcceptedHistory accept(std::vector<domain::Order> orders) {
    std::vector<ReadOrder> read;
    for (auto& order : orders) read.push_back({{order.id, "text"}, std::move(order)});
    return accept_read(read);
  }
  AcceptedHistory accept_read(const std::vector<ReadOrder>& orders) {
    AcceptedHistory accepted;
    file.write([&](Tables& tables) { accepted = accept_history(tables, account, orders, clock.now()); });
    return accepted;
  }
  static domain::Order old_order(const std::string& id, const std::string& contact = "7") {
    auto order = sample_order(id);
    order.contact_ref = contact;
    order.ordered_at = noon - 24h * 400;
    return order;
  }
};

TEST_F(AcceptHistoryTest, an_old_order_is_its_buyers_and_starts_nothing) {
  EXPECT_EQ(accept({old_order("1")}).to_tell, 1);
  EXPECT_EQ(run(file->orders().find(account.id, "1"))->order.contact, 7);
  EXPECT_EQ(run(file->history().list_round(account.id, 0, 9)), (std::vector<PastOrder>{{7, "1", old_order("1").ordered_at}}));
  EXPECT_TRUE(waiting().empty()) << "not by the way of sales";
}

TEST_F(AcceptHistoryTest, the_same_again_changes_nothing) {
  accept({old_order("1")});
  const auto again = accept({old_order("1")});
  EXPECT_EQ(again.known, 1);
  EXPECT_EQ(again.to_tell, 0);
  EXPECT_EQ(run(file->history().count(account.id, 9)), 1U);
}

TEST_F(AcceptHistoryTest, an_order_that_names_only_an_address_makes_a_customer_without_consent) {
  auto order = old_order("1", "");
  order.email = "old@shop.se";
  EXPECT_EQ(accept({order}).to_tell, 1);
  const auto id = run(file->orders().find(account.id, "1"))->order.contact;
  ASSERT_TRUE(id);
  EXPECT_FALSE(contact(*id)->consent.email);
}

TEST_F(AcceptHistoryTest, an_order_of_nobody_waits_and_nobody_is_thanked_when_they_register) {
  auto order = old_order("1", "");
  order.member_number = "m99";
  EXPECT_EQ(accept({order}).nobodys, 1);
  EXPECT_EQ(count("waiting_orders"), 1);
  domain::ContactChange change;
  change.texts = {{domain::ContactField::member_number, "m99", "member_number"},
                  {domain::ContactField::email, "late@shop.se", "email"}};
  ASSERT_TRUE(run(SaveCustomer(file->unit_of_work(), clock).add(account, change, {"sitoo_v1", "", "", ""})));
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::contact_registered, DeliveryKind::order_imported}));
}

TEST_F(AcceptHistoryTest, what_cannot_be_read_is_kept_and_stops_nothing) {
  const auto accepted =
      accept_read({{{"1", "{bad"}, fail(invalid("orderdate", "This is no date."))}, {{"2", "text"}, old_order("2")}});
  EXPECT_EQ(accepted.faults, 1);
  EXPECT_EQ(accepted.to_tell, 1);
  EXPECT_EQ(file.count("SELECT count(*) FROM quarantine WHERE body = '{bad' AND reason LIKE 'orderdate: %'"), 1);
}

TEST_F(AcceptHistoryTest, a_sale_that_we_knew_as_open_goes_the_way_of_sales) {
  auto order = old_order("1");
  order.state = domain::OrderState::open;
  EXPECT_EQ(accept({order}).open, 1);
  EXPECT_EQ(count("orders"), 0) << "open ones are no history";
  file.write([&](Tables& tables) { tables.orders.save(account.id, {order, false}, noon); });
  order.state = domain::OrderState::completed;
  EXPECT_EQ(accept({order}).open, 1);
  EXPECT_EQ(run(file->order_fetches().list({account.id, OrderFetchState::pending, 9})).size(), 1U);
  EXPECT_EQ(run(file->history().count(account.id, 9)), 0U);
}

TEST_F(AcceptHistoryTest, bonus_checks_of_old_orders_are_left_alone) {
  auto order = old_order("1");
  order.lines.at(0).bonus_check_ids = {"B1"};
  accept({order});
  EXPECT_EQ(count("bonus_redemptions"), 0);
}

}  // namespace
}  // namespace kassabro::app
