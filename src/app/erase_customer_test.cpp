#include "app/erase_customer.hpp"

#include "app/accept_orders.hpp"
#include "app/adopt_contact.hpp"
#include "app/deliveries.hpp"
#include "testing/bonus_shop.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::sample_contact;
using testing::sample_order;

class EraseCustomerTest : public testing::Shop {
 protected:
  EraseCustomerTest() {
    insert(sample_contact(7, "anna", "+46701234567"));
    insert(sample_contact(8, "bo"));
  }

  domain::Order sale(const std::string& id, const std::string& email) {
    auto order = sample_order(id, clock.now());
    order.email = email;
    order.first_name = "Anna";
    return order;
  }
  void sell(domain::Order order) { ASSERT_TRUE(run(accept(account, "{}", {std::move(order)}, {}))); }
  domain::Order kept(const std::string& id) { return run(file->orders().find(account.id, id))->order; }
  Result<Erasure> erase(domain::ContactId id) { return run(erase_customer(account, id, "pages")); }

  AcceptOrders accept{file->unit_of_work(), clock};
  EraseCustomer erase_customer{file->unit_of_work(), clock};
};

TEST_F(EraseCustomerTest, leaves_nothing_of_the_person_but_what_was_bought) {
  sell(sale("1", "anna@shop.se"));
  sell(sale("2", "bo@shop.se"));
  const auto erasure = erase(7);
  ASSERT_TRUE(erasure);
  EXPECT_FALSE(contact(7));
  EXPECT_TRUE(contact(8));
  EXPECT_EQ(erasure->removed.at("contact"), 1);
  EXPECT_EQ(erasure->removed.at("keys"), 3);
  EXPECT_EQ(erasure->removed.at("deliveries"), 1);
  EXPECT_EQ(erasure->kept.at("orders"), 1);
  EXPECT_EQ(erasure->author, "pages");
  const auto order = kept("1");
  EXPECT_EQ(order.total_minor, 10'000);
  EXPECT_FALSE(order.contact);
  EXPECT_EQ(order.email + order.first_name + order.contact_ref, "");
  EXPECT_EQ(kept("2").email, "bo@shop.se");
  EXPECT_EQ(waiting().size(), 1U) << "Bo's";
  EXPECT_EQ(count("contact_keys"), 2) << "Bo's";
}

TEST_F(EraseCustomerTest, an_order_that_comes_again_does_not_bring_the_person_back) {
  sell(sale("1", "anna@shop.se"));
  ASSERT_TRUE(erase(7));
  auto again = sale("1", "anna@shop.se");
  again.receipt_id = "R1b";
  sell(again);
  EXPECT_EQ(count("contacts"), 1) << "Bo";
  EXPECT_EQ(kept("1").receipt_id, "R1b");
  EXPECT_EQ(kept("1").email, "");
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(count("waiting_orders"), 0);
}

TEST_F(EraseCustomerTest, whoever_registers_again_is_somebody_new) {
  sell(sale("1", "anna@shop.se"));
  ASSERT_TRUE(erase(7));
  insert(sample_contact(9, "anna", "+46701234567"));
  sell(sale("3", "anna@shop.se"));
  EXPECT_EQ(kept("3").contact, 9);
  EXPECT_FALSE(kept("1").contact);
}

TEST_F(EraseCustomerTest, begins_the_job_that_does_the_rest_and_keeps_what_it_needs) {
  const auto erasure = erase(7);
  ASSERT_TRUE(erasure);
  EXPECT_EQ(erasure->remote, RemoteErasure::waiting);
  EXPECT_TRUE(erasure->place);
  EXPECT_EQ(run(file->erasures().list_open(account.id, 10)), std::vector{*erasure});
  EXPECT_EQ(run(file->jobs().find(account.id, std::string(erasures_kind)))->state, JobState::waiting);
  ASSERT_TRUE(erase(8)) << "while the job is open";
  EXPECT_EQ(run(file->erasures().list_open(account.id, 10)).size(), 2U);
}

TEST_F(EraseCustomerTest, a_try_that_was_on_its_way_leaves_nothing_behind) {
  sell(sale("1", "anna@shop.se"));
  auto leased = run(file->deliveries().lease(account.id, clock.now(), clock.now() + 1min, 10));
  ASSERT_EQ(leased.size(), 1U);
  const auto erasure = erase(7);
  ASSERT_TRUE(erasure);
  EXPECT_GT(erasure->remote_settled_at, clock.now() + 1min);
  Settlement settlement;
  settlement.delivery = leased[0];
  settlement.state = DeliveryState::delivered;
  settlement.link = RemoteLink{5, false, clock.now()};
  settlement.noted = DeliveryTry{0, clock.now(), 1ms, "delivered", "", {{"POST", "/", "anna@shop.se", 200, "", 1ms, 1}}};
  run(file->deliveries().settle({settlement}, clock.now()));
  EXPECT_EQ(count("delivery_tries"), 0);
  EXPECT_EQ(count("outbox"), 0);
}

TEST_F(EraseCustomerTest, what_the_platform_still_tells_of_the_person_is_not_taken_over) {
  ASSERT_TRUE(erase(7));
  RemoteContact remote;
  remote.contact = sample_contact(0, "anna");
  remote.link = {5, false, clock.now()};
  bool adopted = true;
  file.write([&](Tables& tables) { adopted = adopt_contact(tables, account, remote, clock.now()).has_value(); });
  EXPECT_FALSE(adopted);
  EXPECT_EQ(count("contacts"), 1) << "Bo";
  remote.contact = sample_contact(0, "cia");
  file.write([&](Tables& tables) { adopted = adopt_contact(tables, account, remote, clock.now()).has_value(); });
  EXPECT_TRUE(adopted);
}

TEST_F(EraseCustomerTest, what_is_told_again_of_the_purchases_is_not_kept_as_it_came) {
  sell(sale("1", "anna@shop.se"));
  const auto before = count("inbox");
  ASSERT_TRUE(erase(7));
  sell(sale("1", "anna@shop.se"));
  EXPECT_EQ(count("inbox"), before);
  sell(sale("2", "bo@shop.se"));
  EXPECT_EQ(count("inbox"), before + 1);
}

TEST_F(EraseCustomerTest, of_a_body_with_others_purchases_only_those_are_kept_as_they_came) {
  sell(sale("1", "anna@shop.se"));
  ASSERT_TRUE(erase(7));
  const auto body_of = [](std::string_view list) { return R"({"count":3,"orders":)" + std::string(list) + "}"; };
  const auto accept_three = [&](std::string_view body) {
    ASSERT_TRUE(run(accept(account, body, {sale("2", "bo@shop.se"), sale("1", "anna@shop.se"), sale("3", "bo@shop.se")}, {})));
  };
  accept_three(body_of(R"([{"orderid":"2"},{"orderid":"1","email":"anna@shop.se"},{"orderid":"3"}])"));
  accept_three(R"([{"orderid":"2"},{"orderid":"1","email":"anna@shop.se"},{"orderid":"3"}])");
  const auto rows = run(file->erasures().read_source(account.id, {}, 10));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[1].text, body_of(R"([{"orderid":"2"},{"orderid":"3"}])"));
  EXPECT_EQ(rows[2].text, R"([{"orderid":"2"},{"orderid":"3"}])");
}

TEST_F(EraseCustomerTest, what_was_theirs_before_is_looked_for_too_unless_it_is_somebody_elses) {
  auto early = sale("1", "maiden@shop.se");
  early.contact_ref = "7";
  sell(early);
  auto shared = sale("2", "bo@shop.se");
  shared.contact_ref = "7";
  sell(shared);
  ASSERT_EQ(kept("1").contact, 7);
  ASSERT_EQ(kept("2").contact, 7) << "by her number, whatever address she gave";
  const auto erasure = erase(7);
  ASSERT_TRUE(erasure);
  const std::vector<domain::CustomerKey> maiden{{domain::KeyKind::email, "maiden@shop.se"}};
  EXPECT_EQ(erasure->traces.former_keys, maiden);
  EXPECT_EQ(run(file->erasures().list_open(account.id, 10)), std::vector{*erasure}) << "they are kept until all is read";
}

TEST_F(EraseCustomerTest, nobody_is_not_erased) {
  const auto erased = erase(99);
  ASSERT_FALSE(erased);
  EXPECT_EQ(erased.error().code, ErrorCode::not_found);
  EXPECT_EQ(erased.error().field, "customer");
  EXPECT_EQ(count("erasures"), 0);
}

}  // namespace
}  // namespace kassabro::app
