#include "app/remote_state.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/refresh_contact.hpp"
#include "app/save_customer.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;

// Anna (7), whom Rule knows as 99, agreed to both channels at the till at noon.
class RemoteStateTest : public testing::Shop {
 protected:
  static constexpr domain::ContactId anna = 7;

  RemoteStateTest() {
    auto contact = testing::sample_contact(anna, "anna", "+46701234567");
    contact.consent.email = contact.consent.sms = true;
    insert(contact);
    file.write([&](Tables& tables) {
      tables.contacts.record_consent(account.id, contact, {true, true, false, {}}, {"sitoo_v2", "200", "Kim", "R1"}, noon);
      tables.contacts.save_link(account.id, anna, {99, false, noon});
    });
    clock.advance(1h);
  }

  void see(RemoteSuppressed suppressed, Heard heard = Heard::nothing) {
    RemoteContact remote;
    remote.link = {99, suppressed.channels.any(), clock.now()};
    remote.contact.first_name = "Anna";
    remote.suppressed = suppressed;
    file.write([&](Tables& tables) { take_remote_state(tables, account, anna, remote, heard, clock.now()); });
  }
  void choose_at_till(bool accepts_email) {
    domain::ContactChange change;
    change.accepts_email = accepts_email;
    ASSERT_TRUE(run(SaveCustomer(file->unit_of_work(), clock).update(account, "7", change, {"sitoo_v2"})));
  }
  domain::Consent consent() { return contact(anna)->consent; }
  static constexpr RemoteChannels email{true, false};
};

TEST_F(RemoteStateTest, a_suppression_that_nobody_has_heard_of_is_an_opt_out) {
  see({email});
  EXPECT_FALSE(consent().email);
  EXPECT_TRUE(consent().sms);
  EXPECT_EQ(file.count("SELECT count(*) FROM consent_records WHERE source = 'rule' AND told = 1 AND reason = 'read'"), 1);
  see({email});
  EXPECT_EQ(count("consent_records"), 2) << "once";
}

TEST_F(RemoteStateTest, an_answer_that_does_not_say_changes_nothing) {
  see({email});
  clock.advance(1h);
  RemoteContact silent;
  file.write([&](Tables& tables) { take_remote_state(tables, account, anna, silent, Heard::of_a_change, clock.now()); });
  EXPECT_FALSE(consent().email);
}

TEST_F(RemoteStateTest, what_was_agreed_to_since_stands) {
  see({email});
  clock.advance(1h);
  choose_at_till(true);
  clock.advance(1h);
  see({email});
  EXPECT_TRUE(consent().email) << "the old suppression is still there";
}

TEST_F(RemoteStateTest, where_rule_tells_since_when_the_newer_choice_wins) {
  see({email, noon - 1h});
  EXPECT_TRUE(consent().email) << "the customer agreed after it";
  see({email, noon + 1min});
  EXPECT_FALSE(consent().email);
}

TEST_F(RemoteStateTest, our_own_suppression_is_no_opt_out) {
  account.settings["consent"] = json::object{{"suppressions", true}};
  choose_at_till(false);
  clock.advance(1h);
  choose_at_till(true);
  clock.advance(1h);
  see({email});
  EXPECT_TRUE(consent().email);
}

TEST_F(RemoteStateTest, a_read_may_be_older_than_a_choice_of_a_moment_ago) {
  see({email});
  clock.advance(1min);
  see({{}});
  EXPECT_FALSE(consent().email) << "an opt-out must hold";
  choose_at_till(true);
  see({email});
  EXPECT_TRUE(consent().email);
}

TEST_F(RemoteStateTest, what_rule_had_closed_and_shows_open_is_open_again) {
  see({email});
  clock.advance(1h);
  see({{}});
  EXPECT_TRUE(consent().email);
  see({email});
  EXPECT_FALSE(consent().email) << "and closed again";
  see({{}}, Heard::of_a_change);
  EXPECT_TRUE(consent().email) << "a resubscription that was heard of needs no waiting";
}

TEST_F(RemoteStateTest, what_a_till_had_closed_stays_closed) {
  choose_at_till(false);
  clock.advance(1h);
  see({{}}, Heard::of_a_change);
  EXPECT_FALSE(consent().email);
}

TEST_F(RemoteStateTest, a_refresh_takes_the_choices_also_while_our_own_change_is_on_its_way) {
  RemoteContact remote;
  remote.link = {99, true, clock.now()};
  remote.contact.last_name = "Of Rule";
  remote.suppressed = RemoteSuppressed{email};
  file.write([&](Tables& tables) {
    tables.deliveries.enqueue(testing::sample_delivery(account.id, anna, 5), clock.now());
    EXPECT_TRUE(refresh_from(tables, account, anna, remote, clock.now()));
  });
  EXPECT_FALSE(consent().email);
  EXPECT_EQ(contact(anna)->last_name, "") << "ours is newer";
}

TEST_F(RemoteStateTest, people_of_whom_something_was_told_are_read) {
  see({email});
  testing::FakeDirectory directory;
  RemoteContact remote;
  remote.link = {99, false, clock.now()};
  remote.suppressed = RemoteSuppressed{};
  directory.answer = remote;
  ReadRemoteState read({directory, file->contacts(), file->unit_of_work(), clock});
  testing::KeptContext context;
  boost::asio::co_spawn(*context, read(account, {anna, 12345}), boost::asio::detached);
  context->run();
  EXPECT_EQ(directory.read_ids, std::vector<std::int64_t>{99});
  EXPECT_TRUE(consent().email);
}

}  // namespace
}  // namespace kassabro::app
