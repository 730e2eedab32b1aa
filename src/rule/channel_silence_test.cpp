#include "rule/channel_fixture.hpp"

namespace kassabro::rule {
namespace {

using app::Delivered;
using app::DeliveryKind;

class ChannelSilenceTest : public ChannelTest {
 protected:
  static app::DeliveryJob silence(DeliveryKind kind, bool is_silent = true) {
    auto job = samples::job(kind, samples::full_contact());
    job.is_silent = is_silent;
    return job;
  }
  FakeRule::Person& anna() { return rule.add_person("anna@shop.se", ""); }
  app::DeliveryJob linked(app::DeliveryJob job, FakeRule::Person& person) {
    job.link = app::RemoteLink{person.id, false, clock.now()};
    return job;
  }
  std::vector<std::string> started() { return rule.started; }
};

TEST_F(ChannelSilenceTest, each_step_starts_the_flow_of_its_tag) {
  establish();
  as<Delivered>(deliver(silence(DeliveryKind::retention_due)));
  as<Delivered>(deliver(silence(DeliveryKind::winback_due)));
  EXPECT_EQ(started(), (std::vector<std::string>{"anna@shop.se Sitoo-Retention", "anna@shop.se Sitoo-Winback"}));
  EXPECT_EQ(records("anna@shop.se"), 0U) << "it is no purchase";
}

TEST_F(ChannelSilenceTest, whoever_has_bought_something_meanwhile_is_not_missed) {
  establish();
  as<Delivered>(deliver(silence(DeliveryKind::winback_due, false)));
  EXPECT_TRUE(rule.received.empty());
}

TEST_F(ChannelSilenceTest, whoever_has_opted_out_is_told_nothing) {
  establish();
  auto& person = anna();
  person.suppressed = {json::object{{"dispatcher_type", "campaign"}, {"message_type", "email"}}};
  as<Delivered>(deliver(silence(DeliveryKind::retention_due)));
  EXPECT_TRUE(started().empty());
}

TEST_F(ChannelSilenceTest, a_purchase_takes_both_tags_back) {
  establish();
  auto& person = anna();
  person.tags = {"Sitoo-Retention", "Sitoo-Customer"};
  as<Delivered>(deliver(linked(silence(DeliveryKind::silence_ended), person)));
  EXPECT_FALSE(person.tags.contains("Sitoo-Retention"));
  EXPECT_TRUE(person.tags.contains("Sitoo-Customer"));
}

TEST_F(ChannelSilenceTest, a_tag_without_a_name_is_not_set) {
  establish();
  account.settings["rule"] = json::object{{"winback_tag", ""}};
  as<Delivered>(deliver(silence(DeliveryKind::winback_due)));
  as<Delivered>(deliver(silence(DeliveryKind::silence_ended)));
  EXPECT_TRUE(rule.received.empty());
}

TEST_F(ChannelSilenceTest, many_go_in_one_call) {
  establish();
  std::vector<app::DeliveryJob> jobs;
  for (int i = 0; i < 5; ++i) {
    auto job = silence(DeliveryKind::retention_due);
    job.contact = contact_number(i);
    job.delivery.contact = job.contact.id;
    job.delivery.id = 100 + i;
    auto& person = rule.add_person(job.contact.email->text(), "");
    jobs.push_back(linked(std::move(job), person));
  }
  for (const auto& outcome : deliver(std::move(jobs))) as<Delivered>(outcome);
  EXPECT_EQ(rule.received.size(), 1U);
  EXPECT_EQ(started().size(), 5U);
}

}  // namespace
}  // namespace kassabro::rule
