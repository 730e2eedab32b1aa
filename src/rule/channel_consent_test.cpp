#include "rule/channel_fixture.hpp"

namespace kassabro::rule {
namespace {

using app::Delivered;
using app::DeliveryKind;

// Consents as suppressions, and as fields.
class ChannelConsentTest : public ChannelTest {
 protected:
  app::DeliveryJob told(app::ConsentChoices choices) {
    auto job = samples::job(DeliveryKind::consent_told, samples::full_contact());
    job.link = app::RemoteLink{anna().id, false, clock.now()};
    job.choices = std::move(choices);
    return job;
  }
  FakeRule::Person& anna() {
    for (auto& [_, person] : rule.people)
      if (person.email == "anna@shop.se") return person;
    return rule.add_person("anna@shop.se", "+46701234567");
  }
  static app::ConsentChoice choice(bool accepts, const std::string& source = "sitoo_v2", bool opted_out_before = false,
                                   bool declined_before = false) {
    return {accepts, Timestamp{}, source, opted_out_before, declined_before};
  }
  static json::value suppression(const char* type) { return {{"dispatcher_type", "campaign"}, {"message_type", type}}; }
};

TEST_F(ChannelConsentTest, a_declined_channel_is_suppressed) {
  establish();
  const auto outcome = deliver(told({choice(false), choice(true)}));
  EXPECT_EQ(anna().suppressed, json::array{suppression("email")});
  EXPECT_TRUE(as<Delivered>(outcome).link->blocked);
  deliver(told({choice(false), choice(false)}));
  EXPECT_EQ(anna().suppressed.size(), 2U);
}

TEST_F(ChannelConsentTest, a_new_agreement_frees_who_was_known_to_have_opted_out) {
  establish();
  anna().suppressed = {suppression("email")};
  as<Delivered>(deliver(told({choice(true, "sitoo_v2", true), std::nullopt})));
  EXPECT_TRUE(anna().suppressed.empty());
}

TEST_F(ChannelConsentTest, a_new_agreement_takes_back_what_we_had_suppressed) {
  establish();
  anna().suppressed = {suppression("email")};
  const auto outcome = deliver(told({choice(true, "sitoo_v2", false, true), std::nullopt}));
  EXPECT_TRUE(anna().suppressed.empty());
  EXPECT_FALSE(as<Delivered>(outcome).link->blocked) << "so that what comes next starts its flows";
}

TEST_F(ChannelConsentTest, an_opt_out_that_nobody_has_heard_of_yet_stands) {
  establish();
  anna().suppressed = {suppression("email")};
  as<Delivered>(deliver(told({choice(true), std::nullopt})));
  EXPECT_EQ(anna().suppressed.size(), 1U);
}

TEST_F(ChannelConsentTest, what_rule_has_told_is_not_told_back) {
  establish();
  as<Delivered>(deliver(told({choice(false, "rule"), choice(false, "rule")})));
  EXPECT_TRUE(rule.received.empty());
}

TEST_F(ChannelConsentTest, whoever_is_new_to_rule_is_written_first) {
  establish();
  auto job = told({choice(false), std::nullopt});
  job.link = std::nullopt;
  as<Delivered>(deliver(std::move(job)));
  EXPECT_EQ(rule.person("anna@shop.se").suppressed.size(), 1U);
}

TEST_F(ChannelConsentTest, the_fields_of_consent_can_be_left_out) {
  account.settings["consent"] = json::object{{"fields", false}};
  as<Delivered>(deliver(registered()));
  const auto& group = rule.person("anna@shop.se").flat.at("Sitoo-Contact");
  EXPECT_FALSE(group.contains("accepts_email"));
  EXPECT_TRUE(group.contains("namefirst"));
}

}  // namespace
}  // namespace kassabro::rule
