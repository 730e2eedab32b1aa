#pragma once

#include <gtest/gtest.h>

#include "rule/channel.hpp"
#include "rule/fake_rule.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {

// A channel to an imitated Rule.
class ChannelTest : public ::testing::Test {
 protected:
  std::vector<app::Outcome> deliver(std::vector<app::DeliveryJob> jobs) {
    return run(channel.deliver(account, std::move(jobs)));
  }
  app::Outcome deliver(app::DeliveryJob job) {
    std::vector<app::DeliveryJob> jobs;
    jobs.push_back(std::move(job));
    return deliver(std::move(jobs)).front();
  }

  static app::DeliveryJob registered(domain::Contact contact = samples::full_contact()) {
    return samples::job(app::DeliveryKind::contact_registered, std::move(contact));
  }
  static app::DeliveryJob updated(domain::Contact contact = samples::full_contact()) {
    return samples::job(app::DeliveryKind::contact_updated, std::move(contact));
  }
  static app::DeliveryJob ordered(domain::Order order = samples::full_order(),
                                  domain::Contact contact = samples::full_contact()) {
    return samples::job(app::DeliveryKind::order_completed, std::move(contact), std::move(order));
  }
  static app::DeliveryJob changed(domain::Order order = samples::full_order()) {
    return samples::job(app::DeliveryKind::order_changed, samples::full_contact(), std::move(order));
  }

  static domain::Contact contact_number(int i) {
    auto contact = samples::full_contact();
    contact.id = 8000 + i;
    contact.email = domain::Email::from_normalised("c" + std::to_string(i) + "@shop.se");
    contact.mobile = domain::Phone::from_e164("+4670000" + std::to_string(1000 + i));
    return contact;
  }
  static domain::Order order_number(int i) {
    auto order = samples::full_order();
    order.id = std::to_string(20000 + i);
    return order;
  }

  // An account whose order group is known to be historical and whose fields exist, as after its first order.
  void establish() {
    deliver(ordered(order_number(999), contact_number(999)));
    rule.received.clear();
    rule.started.clear();
    rule.running_max = 0;
  }
  const FakeRule::Content& record(std::string_view email) { return rule.person(email).records.at("Sitoo-Order").back(); }
  std::size_t records(std::string_view email) { return rule.person(email).records["Sitoo-Order"].size(); }

  template <class Kind>
  static const Kind& as(const app::Outcome& outcome) {
    const auto* kind = std::get_if<Kind>(&outcome);
    if (kind == nullptr) throw std::runtime_error("the outcome is another one: number " + std::to_string(outcome.index()));
    return *kind;
  }

  app::Account account = samples::account();
  ManualClock clock{*parse_timestamp("2026-11-23T12:00:00Z")};
  FakeRule rule;
  FakeMemory memory;
  FakeEdits edits;
  std::vector<std::string> notices;
  Pause pause = [this](std::chrono::milliseconds wait) -> Async<void> {
    clock.advance(wait);
    co_return;
  };
  RuleClient client{rule.transport(), clock, {.base_url = "https://rule.test/api"}, pause};
  RuleChannel channel{client, memory, edits, clock,
                      [this](app::AccountId, std::string text) { notices.push_back(std::move(text)); }};
};

}  // namespace kassabro::rule
