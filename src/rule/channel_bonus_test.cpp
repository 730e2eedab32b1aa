#include <boost/json/parse.hpp>

#include "app/merge_bonus_checks.hpp"
#include "rule/channel_fixture.hpp"
#include "testing/shop.hpp"

namespace kassabro::rule {
namespace {

using app::Deferred;
using app::Delivered;
using app::DeliveryKind;
using app::Rejected;
using app::Retry;
using app::Unauthorized;

class ChannelBonusTest : public ChannelTest {
 protected:
  static domain::BonusCheck check(std::string id, std::int64_t remaining_minor, std::string_view used_at = "") {
    domain::BonusCheck check;
    check.id = std::move(id);
    check.name = "Bonus";
    check.value_minor = 10'000;
    check.remaining_minor = remaining_minor;
    check.currency = "SEK";
    if (!used_at.empty()) check.last_used_at = parse_timestamp(used_at);
    return check;
  }

  app::DeliveryJob told(DeliveryKind kind, std::vector<domain::BonusCheck> checks) {
    auto job = samples::job(kind, samples::full_contact());
    job.bonus_checks = checks;
    edits.ledger = std::move(checks);
    job.link = link;
    return job;
  }
  app::DeliveryJob used() { return told(DeliveryKind::bonus_check_used, {check("B1", 4'000, "2026-11-20T10:00:00Z")}); }

  FakeRule::Person& add_anna() {
    auto& anna = rule.add_person("anna@shop.se", "+46701234567");
    link = app::RemoteLink{anna.id, false, Timestamp{}};
    return anna;
  }
  FakeRule::Content& fields() { return rule.person("anna@shop.se").flat["Sitoo-Contact"]; }
  static std::string text(const json::value& value) { return text_of(value).value_or(""); }

  std::optional<app::RemoteLink> link;
};

TEST_F(ChannelBonusTest, a_use_is_told_with_what_is_left_and_tagged_silently) {
  add_anna();
  fields()["bonuschecks"] = R"([{"id":"B1","value":"100.00"}])";
  EXPECT_EQ(as<Delivered>(deliver(used())).link->remote_id, link->remote_id);
  const auto list = parse_json(text(fields()["bonuschecks"]))->as_array();
  EXPECT_EQ(list.at(0).at("remaining"), "40.00");
  EXPECT_EQ(list.at(0).at("redeemeddate"), "2026-11-20");
  EXPECT_EQ(fields()["bonusleft"], "40.00");
  EXPECT_EQ(fields()["bonuslastused"], "2026-11-20");
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("Sitoo-BonusUsed"));
  EXPECT_TRUE(rule.started.empty());
  EXPECT_EQ(edits.shown.at(0).checks.at(0).id, "B1");
  rule.received.clear();
  deliver(used());
  EXPECT_EQ(rule.received.size(), 3U) << "read, write, tag";
}

TEST_F(ChannelBonusTest, an_opted_out_person_stays_opted_out) {
  add_anna().opted_in = false;
  deliver(used());
  EXPECT_FALSE(rule.person("anna@shop.se").opted_in);
}

TEST_F(ChannelBonusTest, somebody_who_is_not_linked_is_written_first) {
  const auto outcome = as<Delivered>(deliver(used()));
  EXPECT_EQ(outcome.link->remote_id, rule.person("anna@shop.se").id);
  EXPECT_EQ(fields()["bonusleft"], "40.00");
  EXPECT_TRUE(edits.shown.empty()) << "there was nothing to merge";
  EXPECT_EQ(rule.errors, 0);
}

TEST_F(ChannelBonusTest, somebody_who_is_gone_is_written_anew) {
  link = app::RemoteLink{4711, false, Timestamp{}};
  EXPECT_EQ(as<Delivered>(deliver(used())).link->remote_id, rule.person("anna@shop.se").id);
  EXPECT_EQ(fields()["bonusleft"], "40.00");
}

TEST_F(ChannelBonusTest, the_tag_goes_when_no_use_stands_any_more) {
  add_anna();
  deliver(used());
  deliver(told(DeliveryKind::bonus_check_changed, {check("B1", 10'000)}));
  EXPECT_FALSE(rule.person("anna@shop.se").tags.contains("Sitoo-BonusUsed"));
  EXPECT_EQ(fields()["bonusleft"], "100.00");
  EXPECT_EQ(fields()["bonuslastused"], "2026-11-20") << "a date cannot be emptied";
  EXPECT_EQ(rule.errors, 0);
}

TEST_F(ChannelBonusTest, a_tag_that_never_was_is_not_asked_for) {
  add_anna();
  fields()["bonuschecks"] = R"([{"id":"B1","value":"100.00"}])";
  auto expired = check("B1", 10'000);
  expired.status = domain::BonusCheckStatus::expired;
  deliver(told(DeliveryKind::bonus_check_changed, {expired}));
  EXPECT_EQ(rule.errors, 0);
  EXPECT_EQ(rule.received_at("DELETE").size(), 0U);
  EXPECT_EQ(fields()["bonusleft"], "0.00");
}

TEST_F(ChannelBonusTest, a_use_that_was_undone_before_it_was_told_leaves_no_tag) {
  add_anna().tags = {"Sitoo-BonusUsed"};
  deliver(told(DeliveryKind::bonus_check_used, {check("B1", 10'000)}));
  EXPECT_FALSE(rule.person("anna@shop.se").tags.contains("Sitoo-BonusUsed"));
  as<Delivered>(deliver(told(DeliveryKind::bonus_check_used, {check("B1", 10'000)})));  // 404 is no trouble
}

TEST_F(ChannelBonusTest, a_field_that_is_no_list_is_left_as_it_is) {
  add_anna();
  fields()["bonuschecks"] = "see the binder";
  deliver(used());
  EXPECT_EQ(fields()["bonuschecks"], "see the binder");
  EXPECT_EQ(fields()["bonusleft"], "40.00");
  EXPECT_EQ(fields()["bonuslastused"], "2026-11-20");
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("Sitoo-BonusUsed"));
  EXPECT_FALSE(edits.shown.at(0).is_readable);
}

TEST_F(ChannelBonusTest, a_field_that_is_to_be_repaired_is_written_from_the_ledger) {
  add_anna();
  for (const char* broken : {"see the binder", R"([{"id":"?","value":"a lot"},{"id":"B1","value":100}])"}) {
    fields()["bonuschecks"] = broken;
    deliver(told(DeliveryKind::bonus_field_repaired, {check("B1", 4'000)}));
    const auto list = parse_json(text(fields()["bonuschecks"]))->as_array();
    ASSERT_EQ(list.size(), 1U) << broken;
    EXPECT_EQ(list[0].at("remaining"), "40.00");
  }
  EXPECT_TRUE(edits.shown.at(0).faults.empty()) << "what is being repaired is not noted again";
}

TEST_F(ChannelBonusTest, entries_that_cannot_be_read_stay_where_they_are) {
  add_anna();
  fields()["bonuschecks"] = R"([{"id":"?","value":"a lot", "n":1.50},{"id":"B1","value":100}])";
  deliver(used());
  EXPECT_TRUE(text(fields()["bonuschecks"]).ends_with(R"(,{"id":"?","value":"a lot", "n":1.50}])"));
}

TEST_F(ChannelBonusTest, without_a_tag_name_there_is_no_tag) {
  add_anna();
  account.settings["rule"] = json::object{{"bonus_tag", ""}, {"contact_group", "Kunder"}};
  deliver(used());
  deliver(told(DeliveryKind::bonus_check_used, {check("B1", 10'000)}));
  EXPECT_TRUE(rule.person("anna@shop.se").tags.empty());
  EXPECT_EQ(rule.person("anna@shop.se").flat["Kunder"]["bonusleft"], "100.00");
}

TEST_F(ChannelBonusTest, what_rule_answers_decides_what_comes_next) {
  add_anna();
  deliver(used());
  const auto fails_with = [&](const std::string& path, int status) {
    rule.faults.clear();
    rule.faults.push_back({path, status, false, {{"retry-after", "90"}}});
    return deliver(used());
  };
  for (const std::string path : {"GET /v2/subscriber/", "PUT /v2/subscribers", "POST /v2/subscribers/"}) {
    as<Unauthorized>(fails_with(path, 401));
    as<Retry>(fails_with(path, 503));
    as<Retry>(fails_with(path, 0));
    EXPECT_EQ(as<Deferred>(fails_with(path, 429)).not_before, clock.now() + std::chrono::seconds(90));
    clock.advance(std::chrono::seconds(91));
  }
  as<Rejected>(fails_with("PUT /v2/subscribers", 400));
}

TEST_F(ChannelBonusTest, a_lost_answer_is_simply_told_again) {
  add_anna();
  rule.faults.push_back({"PUT /v2/subscribers", 0, true});
  auto job = used();
  job.delivery.ambiguous = as<Retry>(deliver(job)).ambiguous;
  EXPECT_TRUE(job.delivery.ambiguous);
  as<Delivered>(deliver(job));
  EXPECT_EQ(fields()["bonusleft"], "40.00");
}

// With the real ledger.
class ChannelLedgerTest : public testing::Shop {
 protected:
  FakeRule rule;
  FakeMemory memory;
  RuleClient client{rule.transport(), clock, {.base_url = "https://rule.test/api"}};
  app::MergeBonusChecks edits{file->unit_of_work(), clock};
  RuleChannel channel{client, memory, edits, clock, [](app::AccountId, const std::string&) {}};
};

TEST_F(ChannelLedgerTest, an_edit_made_in_rule_meanwhile_is_kept) {
  auto anna = testing::sample_contact(7);
  insert(anna);
  auto& person = rule.add_person(anna.email->text(), "");
  domain::BonusCheck check;
  check.id = "B1";
  check.value_minor = 10'000;
  check.remaining_minor = 4'000;
  check.currency = "SEK";
  check.last_used_at = clock.now();
  file.write([&](app::Tables& tables) {
    tables.bonus.save(account.id, 7, check, clock.now());
    tables.bonus.record(account.id, 7, {"B1", domain::BonusEntryKind::issued, 10'000, 10'000, "", ""}, {}, clock.now());
    tables.bonus.record(account.id, 7, {"B1", domain::BonusEntryKind::redeemed, -6'000, 4'000, "R1", ""}, {}, clock.now());
  });
  person.flat["Sitoo-Contact"]["bonuschecks"] =
      R"([{"id":"B1","name":"Ny text","value":"150.00","remaining":"100.00"},{"id":"B2","value":"20.00"}])";
  auto job = samples::job(DeliveryKind::bonus_check_used, anna);
  job.link = app::RemoteLink{person.id, false, Timestamp{}};
  job.bonus_checks = {check};
  std::vector<app::DeliveryJob> jobs{job};
  const auto outcomes = rule::run(channel.deliver(account, jobs));
  EXPECT_TRUE(std::holds_alternative<Delivered>(outcomes.front()));
  const auto list = parse_json(text_of(person.flat["Sitoo-Contact"]["bonuschecks"]).value())->as_array();
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list.at(0).at("name"), "Ny text");
  EXPECT_EQ(list.at(0).at("value"), "150.00");
  EXPECT_EQ(list.at(0).at("remaining"), "90.00") << "60.00 stay spent";
  EXPECT_EQ(list.at(1).at("id"), "B2");
  EXPECT_EQ(person.flat["Sitoo-Contact"]["bonusleft"], "110.00");
}

}  // namespace
}  // namespace kassabro::rule
