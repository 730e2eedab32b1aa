#include "rule/tags.hpp"

#include <algorithm>

namespace kassabro::rule {
namespace {

void add(TagPlan& plan, const std::string& name, std::string_view rule) {
  if (!name.empty() && std::ranges::find(plan.tags, name, &Tag::name) == plan.tags.end()) plan.tags.push_back({name, rule});
}

// An account that starts no flows is told everything, and nothing hangs on it.
TagPlan as_account_wants(const RuleNames& names, TagPlan plan) {
  if (names.start_flows) return plan;
  plan.automation = Automation::none;
  plan.segments = Segments::leave;
  return plan;
}

}  // namespace

TagPlan consent_tags(const RuleNames& names, const domain::Contact& contact, Person person) {
  TagPlan plan;
  const bool consents = contact.consent.email || contact.consent.sms;
  if (consents && person == Person::free) add(plan, names.newsletter_tag, "consent to e-mail or text messages");
  return plan;
}

TagPlan customer_tags(const RuleNames& names) {
  TagPlan plan;
  add(plan, names.customer_tag, "a customer of the shop");
  return as_account_wants(names, std::move(plan));
}

TagPlan registration_tags(const RuleNames& names, const domain::Contact& contact, Person person) {
  auto plan = customer_tags(names);
  for (const auto& tag : consent_tags(names, contact, person).tags) add(plan, tag.name, tag.rule);
  return plan;
}

TagPlan order_tags(const RuleNames& names, const domain::Order& order, Person person) {
  if (order.state == domain::OrderState::cancelled) return customer_tags(names);
  TagPlan plan;
  const bool only_returns = order.type == domain::OrderType::return_;
  if (only_returns)
    add(plan, names.refund_tag, "goods were returned");
  else
    add(plan, names.order_tag, "goods were sold");
  if (!only_returns && !bonus_check_ids(order).empty()) add(plan, names.bonus_tag, "bonus checks were used");
  plan.automation = person == Person::blocked ? Automation::none : Automation::reset;
  return as_account_wants(names, std::move(plan));
}

TagPlan bonus_tags(const RuleNames& names) {
  TagPlan plan;
  add(plan, names.bonus_tag, "a bonus check was used");
  return plan;
}

TagPlan silence_tags(const RuleNames& names, app::SilenceStep step, Person person) {
  TagPlan plan;
  const bool is_retention = step == app::SilenceStep::retention;
  add(plan, is_retention ? names.retention_tag : names.winback_tag, "nothing was bought for as long as the programme says");
  plan.automation = person == Person::blocked ? Automation::none : Automation::reset;
  return as_account_wants(names, std::move(plan));
}

TagPlan silent(TagPlan plan) {
  plan.automation = Automation::none;
  return plan;
}

TagPlan past_customer_tags(const RuleNames& names) {
  auto plan = customer_tags(names);
  plan.segments = Segments::leave;
  return plan;
}

std::vector<std::string> tag_names(const TagPlan& plan) {
  std::vector<std::string> names;
  names.reserve(plan.tags.size());
  for (const auto& tag : plan.tags) names.push_back(tag.name);
  return names;
}

}  // namespace kassabro::rule
