#include "app/refresh_customers.hpp"
#include "app/refresh_contact.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::sample_contact;

TEST(MergedWithRemote, takes_what_marketers_edit_and_keeps_keys_and_consent) {
  auto mine = sample_contact(7, "anna", "+46701234567");
  mine.last_name = "Ek";
  mine.company = "Ek AB";
  mine.consent.email = true;
  auto theirs = sample_contact(0, "bo", "+46709999999");
  theirs.first_name = "Anna-Karin";
  theirs.member_number = "other";
  theirs.invoice.city = "Umeå";
  theirs.consent.sms = true;
  const auto merged = merged_with_remote(mine, theirs);
  EXPECT_EQ(merged.first_name, "Anna-Karin");
  EXPECT_EQ(merged.invoice.city, "Umeå");
  EXPECT_EQ(merged.last_name, "Ek") << "what is empty there clears nothing here";
  EXPECT_EQ(merged.company, "Ek AB");
  EXPECT_EQ(merged.id, 7);
  EXPECT_EQ(merged.email, mine.email);
  EXPECT_EQ(merged.mobile, mine.mobile);
  EXPECT_EQ(merged.member_number, mine.member_number);
  EXPECT_EQ(merged.consent, mine.consent);
}

class RefreshCustomersTest : public testing::Shop {
 protected:
  RefreshCustomersTest() {
    insert(sample_contact(7, "anna"));
    auto edited = sample_contact(0, "anna");
    edited.first_name = "Anna-Karin";
    directory.answer = RemoteContact{{99, true, noon}, edited};
    clock.set(noon + 1h);
  }
  void offer(domain::ContactId id = 7) { refresh.offer(account, *testing::run(file->contacts().find(account.id, id))); }
  void finish() {
    context->run();
    context->restart();
  }

  testing::KeptContext context;
  testing::FakeDirectory directory;
  RefreshCustomers refresh{
      context->get_executor(), directory, file->unit_of_work(), clock, {.at_once = 2, .a_second = 3, .patience = 5s}};
};

TEST_F(RefreshCustomersTest, a_refreshed_customer_has_the_link_and_the_edit) {
  offer();
  finish();
  const auto stored = testing::run(file->contacts().find(account.id, 7));
  EXPECT_EQ(stored->contact.first_name, "Anna-Karin");
  EXPECT_EQ(stored->link->remote_id, 99);
  EXPECT_TRUE(stored->link->blocked);
  EXPECT_EQ(directory.asked.at(0), (std::vector<domain::CustomerKey>{{domain::KeyKind::email, "anna@shop.se"}}));
  EXPECT_TRUE(waiting().empty());
}

TEST_F(RefreshCustomersTest, a_change_of_ours_that_is_not_told_yet_is_not_overwritten) {
  file.write([&](Tables& tables) { tables.deliveries.enqueue(testing::sample_delivery(account.id, 7, 1), noon); });
  offer();
  finish();
  EXPECT_EQ(contact(7)->first_name, "anna");
  EXPECT_EQ(testing::run(file->contacts().find(account.id, 7))->link->remote_id, 99)
      << "who they are there is learned all the same";
}

TEST_F(RefreshCustomersTest, a_fresh_change_of_ours_is_not_overwritten) {
  clock.set(noon + 4min);
  offer();
  finish();
  EXPECT_EQ(contact(7)->first_name, "anna");
}

TEST_F(RefreshCustomersTest, one_customer_is_not_refreshed_twice_at_once_and_few_together) {
  for (const domain::ContactId id : {8, 9}) insert(sample_contact(id, "c" + std::to_string(id)));
  for (const domain::ContactId id : {7, 7, 8, 9}) offer(id);
  finish();
  EXPECT_EQ(directory.questions(), 2U);
  offer(9);
  finish();
  EXPECT_EQ(directory.questions(), 3U);
  offer(7);
  finish();
  EXPECT_EQ(directory.questions(), 3U) << "three a second";
  clock.advance(1s);
  offer(7);
  finish();
  EXPECT_EQ(directory.questions(), 4U);
}

TEST_F(RefreshCustomersTest, somebody_who_is_not_there_is_not_asked_for_with_every_search) {
  directory.answer = std::nullopt;
  for (int i = 0; i < 5; ++i) {
    offer();
    finish();
    clock.advance(1min);
  }
  EXPECT_EQ(directory.questions(), 1U);
  clock.advance(10min);
  offer();
  finish();
  EXPECT_EQ(directory.questions(), 2U);
}

TEST_F(RefreshCustomersTest, somebody_who_has_just_been_registered_is_on_the_way_there) {
  clock.set(noon + 59s);
  offer();
  finish();
  EXPECT_EQ(directory.questions(), 0U);
  clock.set(noon + 1min);
  offer();
  finish();
  EXPECT_EQ(directory.questions(), 1U);
}

TEST_F(RefreshCustomersTest, an_account_whose_key_is_refused_asks_nothing) {
  account.status = AccountStatus::key_refused;
  offer();
  finish();
  EXPECT_TRUE(directory.asked.empty());
}

TEST_F(RefreshCustomersTest, a_platform_that_does_not_answer_changes_nothing) {
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  offer();
  finish();
  EXPECT_EQ(contact(7)->first_name, "anna");
  EXPECT_FALSE(testing::run(file->contacts().find(account.id, 7))->link);
  offer();
  finish();
  EXPECT_EQ(directory.asked.size(), 2U) << "the next search offers it again";
}

}  // namespace
}  // namespace kassabro::app
