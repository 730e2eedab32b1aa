#include "rule/channel_fixture.hpp"

namespace kassabro::rule {
namespace {

using app::Deferred;
using app::Delivered;
using app::Rejected;
using app::Retry;
using app::Unauthorized;

using ChannelContactTest = ChannelTest;

TEST_F(ChannelContactTest, a_registration_makes_a_subscriber_and_is_linked) {
  const auto outcome = as<Delivered>(deliver(registered()));
  const auto& anna = rule.person("anna@shop.se");
  EXPECT_EQ(outcome.link->remote_id, anna.id);
  EXPECT_FALSE(outcome.link->blocked);
  EXPECT_EQ(outcome.link->checked_at, clock.now());
  EXPECT_EQ(anna.tags, (std::set<std::string>{"Sitoo-Customer", "Newsletter"}));
  EXPECT_EQ(anna.phone, "+46701234567");
  EXPECT_EQ(anna.flat.at("Sitoo-Contact").at("namefirst"), "Anna");
  EXPECT_TRUE(rule.started.empty());
}

TEST_F(ChannelContactTest, a_registration_of_somebody_who_has_opted_out_says_so_and_changes_nothing_of_it) {
  rule.add_person("anna@shop.se", "").suppressed = {json::object{{"dispatcher_type", "campaign"}}};
  EXPECT_TRUE(as<Delivered>(deliver(registered())).link->blocked);
  EXPECT_EQ(rule.person("anna@shop.se").suppressed.size(), 1U);
}

TEST_F(ChannelContactTest, without_consent_there_is_no_newsletter) {
  deliver(registered(samples::small_contact()));
  EXPECT_EQ(rule.person("anna@shop.se").tags, std::set<std::string>{"Sitoo-Customer"});
}

TEST_F(ChannelContactTest, typed_fields_are_set_up_once_and_after_an_upgrade) {
  deliver(registered());
  deliver(registered());
  EXPECT_EQ(rule.received_at("POST /v2/customizations").size(), 1U);
  EXPECT_EQ(rule.field_types.at("Sitoo-Contact.birthday"), "date");
  EXPECT_EQ(rule.field_types.at("Sitoo-Contact.bonuschecks"), "json");
  RuleChannel restarted(client, memory, edits, clock, [](app::AccountId, const std::string&) {});
  run(restarted.deliver(account, {registered()}));
  EXPECT_EQ(rule.received_at("POST /v2/customizations").size(), 1U);
  account.settings["rule"] = json::object{{"native_groups", true}};
  deliver(registered());
  EXPECT_EQ(rule.received_at("POST /v2/customizations").size(), 2U);
  EXPECT_TRUE(rule.field_types.contains("Subscriber.FirstName"));
}

TEST_F(ChannelContactTest, fields_are_set_up_again_when_rule_says_that_one_is_missing) {
  deliver(registered());
  rule.faults.push_back({"POST /v2/subscribers", 422, false, {}, R"({"message":"The field does not exist."})"});
  EXPECT_TRUE(std::holds_alternative<Delivered>(deliver(registered())));
  EXPECT_EQ(rule.received_at("POST /v2/customizations").size(), 2U);
}

TEST_F(ChannelContactTest, a_new_address_of_a_linked_person_makes_no_second_one) {
  auto job = updated();
  job.link = as<Delivered>(deliver(registered())).link;
  job.contact.email = domain::Email::from_normalised("anna@new.se");
  deliver(job);
  EXPECT_EQ(rule.people.size(), 1U);
  EXPECT_EQ(rule.person("anna@new.se").id, job.link->remote_id);
}

TEST_F(ChannelContactTest, a_linked_person_who_is_gone_is_written_anew) {
  auto job = updated();
  job.link = app::RemoteLink{4711, false, clock.now()};
  EXPECT_EQ(as<Delivered>(deliver(job)).link->remote_id, rule.person("anna@shop.se").id);
}

TEST_F(ChannelContactTest, an_address_that_somebody_in_rule_has_already_leads_to_them) {
  auto job = updated();
  job.link = as<Delivered>(deliver(registered())).link;
  rule.add_person("anna@web.se", "");
  job.contact.email = domain::Email::from_normalised("anna@web.se");
  EXPECT_EQ(as<Delivered>(deliver(job)).link->remote_id, rule.person("anna@web.se").id);
}

TEST_F(ChannelContactTest, an_emptied_text_is_forgotten_by_rule_and_never_on_registration) {
  auto job = updated();
  job.link = as<Delivered>(deliver(registered())).link;
  job.contact.company = "";
  deliver(job);
  EXPECT_EQ(rule.person("anna@shop.se").flat.at("Sitoo-Contact").at("company"), "");
  deliver(registered(contact_number(1)));
  EXPECT_TRUE(rule.person("c1@shop.se").flat.at("Sitoo-Contact").contains("company"));
  deliver(registered(samples::small_contact()));
  EXPECT_EQ(rule.person("anna@shop.se").flat.at("Sitoo-Contact").at("namefirst"), "Anna");
}

TEST_F(ChannelContactTest, an_account_that_takes_no_empty_values_gets_none_and_its_owner_hears_of_it) {
  rule.takes_empty_values = false;
  auto job = updated(samples::small_contact());
  job.link = as<Delivered>(deliver(registered())).link;
  EXPECT_TRUE(std::holds_alternative<Delivered>(deliver(job)));
  EXPECT_EQ(notices.size(), 1U);
  rule.received.clear();
  EXPECT_TRUE(std::holds_alternative<Delivered>(deliver(job)));
  EXPECT_EQ(rule.received_at("PUT /v2/subscribers").size(), 1U);
}

TEST_F(ChannelContactTest, a_consent_that_is_given_later_sets_newsletter_and_one_taken_back_removes_it) {
  auto job = updated();
  job.contact.consent = {};
  job.link = as<Delivered>(deliver(registered(samples::small_contact()))).link;
  job.contact.consent.email = true;
  deliver(job);
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("Newsletter"));
  job.contact.consent = {};
  deliver(job);
  EXPECT_FALSE(rule.person("anna@shop.se").tags.contains("Newsletter"));
  EXPECT_TRUE(rule.started.empty());
}

TEST_F(ChannelContactTest, a_web_shops_newsletter_is_left_alone) {
  auto& anna = rule.add_person("anna@shop.se", "");
  anna.tags = {"Newsletter"};
  auto job = updated(samples::small_contact());
  job.link = app::RemoteLink{anna.id, false, clock.now()};
  deliver(job);
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("Newsletter"));
}

TEST_F(ChannelContactTest, a_refused_phone_number_is_left_out) {
  rule.refused_phone = "+46701234567";
  EXPECT_TRUE(std::holds_alternative<Delivered>(deliver(registered())));
  EXPECT_EQ(rule.person("anna@shop.se").phone, "");
}

TEST_F(ChannelContactTest, a_refused_phone_number_without_an_email_is_the_end) {
  rule.refused_phone = "+46701234567";
  auto contact = samples::full_contact();
  contact.email.reset();
  const auto outcome = deliver(registered(contact));
  EXPECT_FALSE(as<Rejected>(outcome).reason.contains("70123")) << as<Rejected>(outcome).reason;
}

TEST_F(ChannelContactTest, nobody_to_write_to_is_rejected_without_a_call) {
  auto contact = samples::full_contact();
  contact.email.reset();
  contact.mobile.reset();
  contact.phone.reset();
  deliver(registered());
  rule.received.clear();
  as<Rejected>(deliver(registered(contact)));
  EXPECT_TRUE(rule.received.empty());
}

TEST_F(ChannelContactTest, many_registrations_of_equal_tags_share_calls_of_at_most_19) {
  deliver(registered());
  rule.received.clear();
  std::vector<app::DeliveryJob> jobs;
  jobs.reserve(40);
  for (int i = 0; i < 40; ++i) jobs.push_back(registered(contact_number(i)));
  for (int i = 0; i < 3; ++i) jobs[static_cast<std::size_t>(i)].contact.consent = {};
  for (const auto& outcome : deliver(std::move(jobs))) EXPECT_FALSE(as<Delivered>(outcome).link);
  EXPECT_EQ(rule.received_at("POST /v2/subscribers").size(), 3U);  // 3 without consent, 19 and 18 with
  for (const auto& call : rule.received) EXPECT_LE(call.body.at("subscribers").as_array().size(), 19U);
  EXPECT_FALSE(rule.person("c0@shop.se").tags.contains("Newsletter"));
  EXPECT_TRUE(rule.person("c39@shop.se").tags.contains("Newsletter"));
}

TEST_F(ChannelContactTest, one_bad_entry_does_not_fail_the_others) {
  deliver(registered());
  rule.refused_email = "c1@shop.se";
  std::vector<app::DeliveryJob> jobs;
  jobs.reserve(4);
  for (int i = 0; i < 4; ++i) jobs.push_back(registered(contact_number(i)));
  const auto outcomes = deliver(std::move(jobs));
  for (const std::size_t i : {0U, 2U, 3U}) EXPECT_TRUE(as<Delivered>(outcomes[i]).link);
  EXPECT_FALSE(as<Rejected>(outcomes[1]).reason.contains("c1@"));
}

TEST_F(ChannelContactTest, what_rule_answers_decides_what_comes_next) {
  deliver(registered());
  rule.faults.push_back({"POST /v2/subscribers", 401});
  as<Unauthorized>(deliver(registered()));
  rule.faults.push_back({"POST /v2/subscribers", 403});
  as<Unauthorized>(deliver(registered()));
  rule.faults.push_back({"POST /v2/subscribers", 503});
  EXPECT_TRUE(as<Retry>(deliver(registered())).ambiguous);
  rule.faults.push_back({"POST /v2/subscribers", 0});
  EXPECT_TRUE(as<Retry>(deliver(registered())).ambiguous);
  rule.faults.push_back({"POST /v2/subscribers", 404});
  as<Rejected>(deliver(registered()));
  rule.faults.push_back({"POST /v2/subscribers", 429, false, {{"retry-after", "90"}}});
  EXPECT_EQ(as<Deferred>(deliver(registered())).not_before, clock.now() + std::chrono::seconds(90));
}

TEST_F(ChannelContactTest, a_refused_key_shows_at_the_set_up_already) {
  rule.faults.push_back({"POST /v2/customizations", 401});
  as<Unauthorized>(deliver(registered()));
  rule.faults.push_back({"POST /v2/customizations", 503});
  EXPECT_FALSE(as<Retry>(deliver(registered())).ambiguous);
}

TEST_F(ChannelContactTest, a_fault_in_the_settings_is_named) {
  account.settings["rule"] = json::object{{"order_groop", "X"}};
  EXPECT_TRUE(as<Rejected>(deliver(registered())).reason.starts_with("rule.order_groop"));
}

}  // namespace
}  // namespace kassabro::rule
