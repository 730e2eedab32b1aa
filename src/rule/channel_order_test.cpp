#include <algorithm>

#include "rule/channel_fixture.hpp"

namespace kassabro::rule {
namespace {

using app::Delivered;
using app::Rejected;
using app::Retry;

using ChannelOrderTest = ChannelTest;

TEST_F(ChannelOrderTest, the_first_order_makes_its_group_historical_and_typed_before_the_flow_starts) {
  as<Delivered>(deliver(ordered()));
  EXPECT_TRUE(rule.groups.at("Sitoo-Order"));
  EXPECT_EQ(rule.field_types.at("Sitoo-Order.orderdate"), "datetime");
  EXPECT_EQ(rule.field_types.at("Sitoo-Order.products"), "json");
  ASSERT_EQ(records("anna@shop.se"), 1U);
  EXPECT_EQ(record("anna@shop.se").at("total"), "456.30");
  EXPECT_EQ(rule.started, (std::vector<std::string>{"anna@shop.se OrderCompleted", "anna@shop.se Sitoo-BonusUsed"}));
  EXPECT_TRUE(rule.received.back().path.contains("/tags?"));
}

TEST_F(ChannelOrderTest, a_group_that_is_made_flat_would_stay_flat_so_it_is_not_made_so) {
  rule.flat_group_becomes_historical = false;
  deliver(ordered());
  EXPECT_TRUE(rule.groups.at("Sitoo-Order"));
  EXPECT_TRUE(notices.empty());
}

TEST_F(ChannelOrderTest, later_orders_are_one_call_with_data_and_tags) {
  establish();
  auto job = ordered();
  job.link = app::RemoteLink{rule.add_person("anna@shop.se", "").id, false, clock.now()};
  const auto outcome = as<Delivered>(deliver(job));
  EXPECT_EQ(rule.received.size(), 1U);
  EXPECT_EQ(record("anna@shop.se").at("orderid"), "11512");
  EXPECT_EQ(rule.started.size(), 2U);
  EXPECT_EQ(outcome.link->remote_id, job.link->remote_id);
}

TEST_F(ChannelOrderTest, a_call_for_several_tells_the_trace_of_the_first) {
  establish();
  std::vector<app::DeliveryJob> jobs;
  for (int i = 0; i < 3; ++i) {
    jobs.push_back(ordered(order_number(i), contact_number(i)));
    jobs.back().delivery.trace = next_span({});
  }
  const std::pair<std::string, std::string> told{"traceparent", TraceText(jobs[0].delivery.trace).traceparent()};
  deliver(std::move(jobs));
  const auto& call = rule.received.back();
  EXPECT_EQ(call.path, "/v2/subscribers");
  EXPECT_NE(std::ranges::find(call.headers, told), call.headers.end());
}

TEST_F(ChannelOrderTest, each_order_is_its_own_record_and_starts_the_flow_anew) {
  establish();
  deliver(ordered(order_number(1)));
  deliver(ordered(order_number(2)));
  EXPECT_EQ(records("anna@shop.se"), 2U);
  EXPECT_EQ(std::ranges::count(rule.started, "anna@shop.se OrderCompleted"), 2);
}

TEST_F(ChannelOrderTest, a_return_sets_the_tag_of_returns) {
  establish();
  deliver(ordered(samples::return_order()));
  EXPECT_EQ(rule.started, std::vector<std::string>{"anna@shop.se RefundCompleted"});
}

TEST_F(ChannelOrderTest, whoever_has_opted_out_stays_so_and_no_flow_starts) {
  establish();
  auto& anna = rule.add_person("anna@shop.se", "");
  anna.suppressed = {json::object{{"dispatcher_type", "campaign"}, {"message_type", "text_message"}}};
  auto job = ordered();
  job.link = app::RemoteLink{anna.id, false, clock.now() - std::chrono::seconds(61)};  // opted out since
  EXPECT_TRUE(as<Delivered>(deliver(job)).link->blocked);
  EXPECT_TRUE(rule.started.empty());
  EXPECT_EQ(rule.person("anna@shop.se").suppressed.size(), 1U);
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("OrderCompleted"));
  EXPECT_EQ(records("anna@shop.se"), 1U);
}

TEST_F(ChannelOrderTest, the_first_order_of_somebody_who_has_opted_out_starts_nothing_either) {
  rule.add_person("anna@shop.se", "").opted_in = false;
  deliver(ordered());
  EXPECT_TRUE(rule.started.empty());
  EXPECT_FALSE(rule.person("anna@shop.se").opted_in);
}

TEST_F(ChannelOrderTest, an_order_never_widens_a_consent) {
  deliver(ordered());
  EXPECT_FALSE(rule.person("anna@shop.se").tags.contains("Newsletter"));
  EXPECT_FALSE(rule.person("anna@shop.se").flat.at("Sitoo-Contact").contains("accepts_email"));
  deliver(ordered(order_number(1)));
  EXPECT_FALSE(rule.person("anna@shop.se").tags.contains("Newsletter"));
  EXPECT_FALSE(rule.person("anna@shop.se").flat.at("Sitoo-Contact").contains("accepts_email"));
}

TEST_F(ChannelOrderTest, without_a_link_the_person_is_known_by_address_or_phone) {
  establish();
  rule.add_person("", "+46701234567").opted_in = false;
  EXPECT_TRUE(as<Delivered>(deliver(ordered())).link->blocked);
  EXPECT_TRUE(rule.started.empty());
}

TEST_F(ChannelOrderTest, customers_who_are_new_to_rule_cost_no_errors) {
  establish();
  const int before = rule.errors;
  std::vector<app::DeliveryJob> jobs;
  jobs.reserve(30);
  for (int i = 0; i < 30; ++i) jobs.push_back(ordered(order_number(i), contact_number(i)));
  for (const auto& outcome : deliver(std::move(jobs))) as<Delivered>(outcome);
  EXPECT_EQ(rule.errors, before);
}

TEST_F(ChannelOrderTest, an_answer_that_names_nobody_is_made_up_for_by_asking) {
  establish();
  rule.answers_with_id = false;
  rule.add_person("", "+46701234567").opted_in = false;
  EXPECT_TRUE(as<Delivered>(deliver(ordered())).link->blocked);
  EXPECT_TRUE(rule.started.empty());
}

TEST_F(ChannelOrderTest, an_ambiguous_try_that_was_carried_out_is_not_repeated) {
  establish();
  auto job = ordered();
  job.link = app::RemoteLink{rule.add_person("anna@shop.se", "").id, false, clock.now()};
  rule.faults.push_back({"POST /v2/subscribers", 0, true});
  job.delivery.ambiguous = as<Retry>(deliver(job)).ambiguous;
  EXPECT_TRUE(job.delivery.ambiguous);
  as<Delivered>(deliver(job));
  EXPECT_EQ(records("anna@shop.se"), 1U);
  EXPECT_EQ(rule.started.size(), 2U);
}

TEST_F(ChannelOrderTest, an_ambiguous_try_that_was_not_carried_out_is_repeated) {
  establish();
  rule.add_person("anna@shop.se", "");
  auto again = ordered();
  again.delivery.ambiguous = true;
  as<Delivered>(deliver(again));
  EXPECT_EQ(records("anna@shop.se"), 1U);
}

TEST_F(ChannelOrderTest, an_ambiguous_try_stays_so_when_looking_for_its_record_fails) {
  establish();
  rule.faults.push_back({"GET /v3/custom-field-data", 503});
  auto again = ordered();
  again.delivery.ambiguous = true;
  EXPECT_TRUE(as<Retry>(deliver(again)).ambiguous);
}

// Every call of the first order fails once, with and without having been carried out; the retries make one record, one flow.
TEST_F(ChannelOrderTest, the_first_order_survives_a_failure_at_any_call) {
  for (const bool work_is_done : {false, true}) {
    for (std::size_t step = 0;; ++step) {
      FakeRule other;
      FakeMemory kept;
      RuleClient other_client(other.transport(), clock, {.base_url = "https://rule.test/api"}, pause);
      RuleChannel other_channel(other_client, kept, edits, clock, [](app::AccountId, const std::string&) {});
      // Lets `step` calls through, loses the next one.
      std::size_t seen = 0;
      auto inner = other.transport();
      RuleClient failing_client(
          [&](http::OutboundRequest request) -> Async<http::OutboundResult> {
            const bool fails = seen++ == step;
            if (!fails) co_return co_await inner(std::move(request));
            if (work_is_done) (void)co_await inner(std::move(request));
            co_return std::unexpected(http::TransportError{"cut", true, true});
          },
          clock, {.base_url = "https://rule.test/api"}, pause);
      RuleChannel failing_channel(failing_client, kept, edits, clock, [](app::AccountId, const std::string&) {});
      auto job = ordered();
      const auto first = run(failing_channel.deliver(account, {job})).front();
      if (std::holds_alternative<Delivered>(first)) {
        EXPECT_GE(step, 6U);
        break;
      }
      job.delivery.ambiguous = as<Retry>(first).ambiguous;
      as<Delivered>(run(other_channel.deliver(account, {job})).front());
      EXPECT_EQ(other.person("anna@shop.se").records["Sitoo-Order"].size(), 1U) << step << work_is_done;
      EXPECT_EQ(other.person("anna@shop.se").records["Sitoo-Order"][0].at("total"), "456.30") << step << work_is_done;
      const auto started = std::ranges::count(other.started, "anna@shop.se OrderCompleted");
      EXPECT_EQ(started, 1) << step << work_is_done;
    }
  }
}

TEST_F(ChannelOrderTest, the_tag_is_set_again_when_rule_has_certainly_not_set_it) {
  rule.faults.push_back({"POST /v2/subscribers/1000/tags", 429, false, {{"retry-after", "2"}}});
  auto job = ordered();
  job.delivery.ambiguous = as<Retry>(deliver(job)).ambiguous;
  EXPECT_TRUE(job.delivery.ambiguous);
  clock.advance(std::chrono::seconds(2));
  as<Delivered>(deliver(job));
  EXPECT_EQ(records("anna@shop.se"), 1U);
  EXPECT_EQ(std::ranges::count(rule.started, "anna@shop.se OrderCompleted"), 1);
}

TEST_F(ChannelOrderTest, a_group_that_stays_flat_is_told_to_the_owner_once_and_looked_at_again) {
  rule.groups["Sitoo-Order"] = false;
  rule.flat_group_becomes_historical = false;
  deliver(ordered(order_number(1)));
  deliver(ordered(order_number(2)));
  EXPECT_EQ(notices.size(), 1U);
  EXPECT_EQ(rule.received_at("POST /v3/custom-field-data").size(), 2U);
  rule.groups["Sitoo-Order"] = true;  // switched on by hand
  deliver(ordered(order_number(3)));
  rule.received.clear();
  deliver(ordered(order_number(4)));
  EXPECT_EQ(rule.received_at("POST /v3/custom-field-data").size(), 0U);
}

TEST_F(ChannelOrderTest, a_changed_order_changes_its_record_and_starts_nothing) {
  deliver(ordered());
  rule.started.clear();
  auto order = samples::full_order();
  order.total_minor = 10000;
  as<Delivered>(deliver(changed(order)));
  EXPECT_EQ(records("anna@shop.se"), 1U);
  EXPECT_EQ(record("anna@shop.se").at("total"), "100.00");
  EXPECT_TRUE(rule.started.empty());
}

TEST_F(ChannelOrderTest, a_changed_order_that_rule_does_not_know_is_told_silently) {
  establish();
  as<Delivered>(deliver(changed()));
  EXPECT_EQ(records("anna@shop.se"), 1U);
  EXPECT_TRUE(rule.started.empty());
  EXPECT_TRUE(rule.person("anna@shop.se").tags.contains("OrderCompleted"));
}

TEST_F(ChannelOrderTest, the_first_orders_of_an_account_come_together_and_each_is_told_once) {
  std::vector<app::DeliveryJob> jobs;
  jobs.reserve(30);
  for (int i = 0; i < 30; ++i) jobs.push_back(ordered(order_number(i), contact_number(i)));
  for (const auto& outcome : deliver(std::move(jobs))) as<Delivered>(outcome);
  for (int i = 0; i < 30; ++i) EXPECT_EQ(records("c" + std::to_string(i) + "@shop.se"), 1U) << i;
  EXPECT_EQ(rule.started.size(), 60U);
  EXPECT_EQ(rule.received_at("POST /v3/custom-field-data").size(), 1U);
  EXPECT_LE(rule.running_max, 4);
}

TEST_F(ChannelOrderTest, blocked_and_free_people_never_share_a_call) {
  establish();
  std::vector<app::DeliveryJob> jobs;
  for (int i = 0; i < 6; ++i) {
    rule.add_person("c" + std::to_string(i) + "@shop.se", "").opted_in = i % 2 == 0;
    jobs.push_back(ordered(order_number(i), contact_number(i)));
  }
  deliver(std::move(jobs));
  EXPECT_EQ(std::ranges::count_if(rule.received, [](const auto& call) { return call.body.at("subscribers").is_array(); }), 2);
  EXPECT_EQ(rule.started.size(), 6U);  // two tags for each of three
  for (int i = 1; i < 6; i += 2) EXPECT_FALSE(rule.person("c" + std::to_string(i) + "@shop.se").opted_in);
}

TEST_F(ChannelOrderTest, native_groups_are_told_and_changed_alike) {
  account.settings["rule"] = json::object{{"native_groups", true}};
  deliver(ordered(order_number(1)));
  deliver(ordered(order_number(2)));
  EXPECT_EQ(rule.person("anna@shop.se").records.at("Order").size(), 2U);
  EXPECT_TRUE(rule.groups.at("Order"));
  auto order = order_number(2);
  order.total_minor = 10000;
  as<Delivered>(deliver(changed(order)));
  EXPECT_EQ(rule.person("anna@shop.se").records.at("Order").back().at("Total"), "100.00");
}

TEST_F(ChannelOrderTest, an_order_with_a_refused_phone_is_told_without_it) {
  establish();
  rule.refused_phone = "+46701234567";
  as<Delivered>(deliver(ordered()));
  EXPECT_EQ(records("anna@shop.se"), 1U);
  EXPECT_EQ(std::ranges::count(rule.started, "anna@shop.se OrderCompleted"), 1);
}

TEST_F(ChannelOrderTest, an_order_that_is_gone_is_rejected) {
  auto job = ordered();
  job.order.reset();
  as<Rejected>(deliver(job));
}

TEST_F(ChannelOrderTest, reasons_hold_no_personal_data_and_no_key) {
  establish();
  rule.refused_email = "anna@shop.se";
  const auto reason = as<Rejected>(deliver(ordered())).reason;
  for (const auto* told : {"anna", "70123", "rk_secret", "Åkesson"}) EXPECT_FALSE(reason.contains(told)) << reason;
}

}  // namespace
}  // namespace kassabro::rule
