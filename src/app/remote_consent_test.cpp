#include "app/remote_consent.hpp"

#include "app/save_customer.hpp"
#include "app/save_remote_choice.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using domain::ContactId;
using testing::noon;
using testing::run;

// Anna (7) agreed to both channels at the till, Bo (8) to none; Rule knows Anna as 99.
class RemoteConsentTest : public testing::Shop {
 protected:
  static constexpr ContactId anna = 7;
  static constexpr ContactId bo = 8;

  RemoteConsentTest() {
    auto contact = testing::sample_contact(anna, "anna", "+46701234567");
    contact.consent.email = contact.consent.sms = true;
    insert(contact);
    insert(testing::sample_contact(bo, "bo"));
    file.write([&](Tables& tables) {
      tables.contacts.record_consent(account.id, contact, {true, true, false, {}}, {"sitoo_v2", "200", "Kim", "R1"}, noon);
      tables.contacts.save_link(account.id, anna, {99, false, noon});
    });
    clock.advance(std::chrono::hours(1));
  }

  RemoteNews news(RemoteNewsKind kind, std::optional<RemoteChannels> channels = RemoteChannels{true, false}) {
    return {kind, 99, "", "", channels, "user", clock.now()};
  }
  TakeRemoteNews::Result take(const RemoteNews& one) {
    TakeRemoteNews take_news({file->links(), file->contacts(), file->unit_of_work(), clock});
    return run(take_news(account, {one}));
  }
  void choose_at_till(ContactId id, bool accepts_email) {
    domain::ContactChange change;
    change.accepts_email = accepts_email;
    ASSERT_TRUE(run(SaveCustomer(file->unit_of_work(), clock).update(account, std::to_string(id), change, {"sitoo_v2"})));
  }
  domain::Consent consent(ContactId id = anna) { return contact(id)->consent; }
  RemoteLink link() { return *run(file->contacts().find(account.id, anna))->link; }
};

TEST_F(RemoteConsentTest, an_opt_out_takes_back_the_consent_of_its_channel_and_blocks_flows) {
  EXPECT_EQ(take(news(RemoteNewsKind::unsubscribed)).taken, 1U);
  EXPECT_FALSE(consent().email);
  EXPECT_TRUE(consent().sms) << "only the one that was named";
  EXPECT_TRUE(link().blocked);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::contact_updated}) << "the fields in Rule follow";
  const auto choices = run(file->contacts().consent_choices(account.id, anna));
  EXPECT_TRUE(choices.email->is_of_rule());
  EXPECT_EQ(file.count("SELECT count(*) FROM consent_records WHERE source = 'rule' AND reason = 'user' AND told = 1"), 1);
}

TEST_F(RemoteConsentTest, what_is_told_again_changes_nothing) {
  take(news(RemoteNewsKind::unsubscribed));
  const auto before = contact(anna);
  EXPECT_EQ(take(news(RemoteNewsKind::unsubscribed)).known, 1U);
  EXPECT_EQ(contact(anna), before);
  EXPECT_EQ(count("consent_records"), 2);
  EXPECT_EQ(waiting().size(), 1U);
}

TEST_F(RemoteConsentTest, without_a_channel_an_opt_out_is_of_all) {
  take(news(RemoteNewsKind::unsubscribed, std::nullopt));
  EXPECT_FALSE(consent().email);
  EXPECT_FALSE(consent().sms);
}

TEST_F(RemoteConsentTest, a_resubscription_opens_its_channel) {
  take(news(RemoteNewsKind::unsubscribed, std::nullopt));
  clock.advance(std::chrono::hours(1));
  EXPECT_EQ(take(news(RemoteNewsKind::resubscribed)).taken, 1U);
  EXPECT_TRUE(consent().email);
  EXPECT_FALSE(consent().sms);
  EXPECT_EQ(link().checked_at, Timestamp{}) << "whoever starts a flow asks Rule first";
  EXPECT_EQ(take(news(RemoteNewsKind::resubscribed)).known, 1U);
}

TEST_F(RemoteConsentTest, a_resubscription_without_a_channel_is_no_guess_but_a_reason_to_read) {
  take(news(RemoteNewsKind::unsubscribed));
  clock.advance(std::chrono::hours(1));
  const auto heard = take(news(RemoteNewsKind::resubscribed, std::nullopt));
  EXPECT_EQ(heard.to_read, std::vector<ContactId>{anna});
  EXPECT_FALSE(consent().email);
}

TEST_F(RemoteConsentTest, who_has_no_link_yet_is_read_by_the_one_that_was_told) {
  auto heard = news(RemoteNewsKind::resubscribed, std::nullopt);
  heard.remote_id = 123;
  heard.email = "bo@shop.se";
  EXPECT_EQ(take(heard).to_read, std::vector<ContactId>{bo});
  EXPECT_EQ(run(file->contacts().find(account.id, bo))->link->remote_id, 123);
}

TEST_F(RemoteConsentTest, everybody_who_is_that_person_here_is_told) {
  auto twin = testing::sample_contact(9, "twin", "+46709999999");
  twin.consent.email = twin.consent.sms = true;
  insert(twin);
  file.write([&](Tables& tables) { tables.contacts.save_link(account.id, 9, {99, false, noon}); });
  auto one = news(RemoteNewsKind::unsubscribed);
  one.email = "bo@shop.se";  // a third record, by the address
  EXPECT_EQ(take(one).taken, 1U) << "one piece of news";
  for (const ContactId id : {anna, ContactId{9}, bo}) {
    EXPECT_FALSE(consent(id).email) << id;
    EXPECT_TRUE(run(file->contacts().find(account.id, id))->link->blocked) << id;
  }
}

TEST_F(RemoteConsentTest, of_one_second_what_was_heard_at_once_counts) {
  take(news(RemoteNewsKind::unsubscribed));
  clock.advance(std::chrono::milliseconds(250));
  auto open = *contact(anna);
  open.consent.email = true;  // as the person was read then
  file.write([&](Tables& tables) {
    save_remote_choice(tables, account, *contact(anna), open, {.email = true}, clock.now(), clock.now());
  });
  auto listed = news(RemoteNewsKind::unsubscribed);  // the hourly list knows whole seconds only
  listed.at = std::chrono::floor<std::chrono::seconds>(clock.now()) + std::chrono::milliseconds(999);
  EXPECT_EQ(take(listed).known, 1U);
  EXPECT_TRUE(consent().email);
}

TEST_F(RemoteConsentTest, news_that_are_older_than_what_was_read_leave_the_link_alone) {
  auto old = news(RemoteNewsKind::unsubscribed);
  clock.advance(std::chrono::hours(1));
  file.write([&](Tables& tables) { tables.contacts.save_link(account.id, anna, {99, false, clock.now()}); });
  take(old);
  EXPECT_FALSE(link().blocked);
}

TEST_F(RemoteConsentTest, the_newer_choice_wins_whoever_made_it) {
  auto late = news(RemoteNewsKind::unsubscribed);
  clock.advance(std::chrono::hours(1));
  take(news(RemoteNewsKind::unsubscribed));
  clock.advance(std::chrono::hours(1));
  choose_at_till(anna, true);
  EXPECT_TRUE(consent().email) << "an explicit choice at the till after the opt-out";
  EXPECT_EQ(take(late).known, 1U) << "the old opt-out is told again";
  EXPECT_TRUE(consent().email);
  clock.advance(std::chrono::hours(1));
  take(news(RemoteNewsKind::unsubscribed));
  EXPECT_FALSE(consent().email);
}

TEST_F(RemoteConsentTest, who_has_no_link_yet_is_found_by_address) {
  auto one = news(RemoteNewsKind::unsubscribed, std::nullopt);
  one.remote_id = 123;
  one.email = "Bo@shop.se";
  EXPECT_EQ(take(one).taken, 1U);
  EXPECT_EQ(run(file->contacts().find(account.id, bo))->link->remote_id, 123);
  EXPECT_TRUE(run(file->contacts().find(account.id, bo))->link->blocked);
}

TEST_F(RemoteConsentTest, news_of_somebody_unknown_leave_nothing_behind) {
  auto one = news(RemoteNewsKind::unsubscribed);
  one.remote_id = 5;
  one.email = "nobody@shop.se";
  EXPECT_EQ(take(one).unknown, 1U);
  EXPECT_EQ(count("consent_records"), 1);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(RemoteConsentTest, a_dead_address_is_kept_until_the_customer_has_another) {
  const auto bounced = [&] {
    return run(file->cards().read(account.id, anna, {.extras = true, .purchases = {}, .promotions = false})).extras.bounced;
  };
  EXPECT_EQ(take(news(RemoteNewsKind::bounced)).taken, 1U);
  EXPECT_EQ(bounced(), std::vector<std::string>{"anna@shop.se"});
  EXPECT_TRUE(consent().email) << "a dead address is no opt-out";
  EXPECT_EQ(take(news(RemoteNewsKind::bounced)).known, 1U);
  take(news(RemoteNewsKind::bounced, RemoteChannels{false, true}));
  EXPECT_EQ(bounced(), (std::vector<std::string>{"anna@shop.se", "+46701234567"}));
  auto of_another = news(RemoteNewsKind::bounced);
  of_another.email = "old@shop.se";
  EXPECT_EQ(take(of_another).known, 1U) << "an address that the customer has no more";
}

TEST_F(RemoteConsentTest, our_own_suppression_that_comes_back_is_no_choice_of_rules) {
  choose_at_till(anna, false);
  clock.advance(std::chrono::minutes(1));
  auto echo = news(RemoteNewsKind::unsubscribed);
  echo.reason = "api";
  EXPECT_EQ(take(echo).known, 1U);
  EXPECT_FALSE(run(file->contacts().consent_choices(account.id, anna)).email->is_of_rule());
  account.settings["consent"] = json::object{{"suppressions", true}};
  choose_at_till(anna, true);
  clock.advance(std::chrono::minutes(1));
  echo.at = clock.now();
  EXPECT_EQ(take(echo).known, 1U) << "however late it comes";
  EXPECT_TRUE(consent().email);
}

}  // namespace
}  // namespace kassabro::app
