#include "rule/reference.hpp"

#include <algorithm>

#include "rule/contact_fields.hpp"
#include "rule/order_fields.hpp"

namespace kassabro::rule {
namespace {

void add(std::vector<GroupReference>& groups, const FieldInfo& info) {
  const auto group = info.key.group;
  auto found = std::ranges::find(groups, info.key.group_name, &GroupReference::name);
  if (found == groups.end()) {
    const bool is_historical = group == Group::order || group == Group::native_order;
    const bool is_native = group == Group::native_contact || group == Group::native_order;
    found = groups.insert(groups.end(), {info.key.group_name, is_historical, is_native, {}});
  }
  found->fields.push_back({info.key.name, info.key.type, info.rule, group != Group::consent});
}

domain::Contact consenting() {
  domain::Contact contact;
  contact.consent.email = true;
  return contact;
}

domain::Order sale_with_bonus_check() {
  domain::Order order;
  order.lines.emplace_back().bonus_check_ids = {"B-1"};
  return order;
}

domain::Order return_of_goods() {
  domain::Order order;
  order.type = domain::OrderType::return_;
  return order;
}

void add(std::vector<TagReference>& tags, const TagPlan& plan) {
  for (const auto& tag : plan.tags) tags.push_back({tag.name, tag.rule, plan.automation != Automation::none});
}

}  // namespace

std::vector<GroupReference> list_groups(RuleNames names) {
  names.native_groups = true;
  names.send_personal_id = true;
  std::vector<GroupReference> own;
  std::vector<GroupReference> native;
  for (const auto& infos : {contact_infos(names), order_infos(names)})
    for (const auto& info : infos) {
      const bool is_native = info.key.group == Group::native_contact || info.key.group == Group::native_order;
      add(is_native ? native : own, info);
    }
  own.insert(own.end(), native.begin(), native.end());
  return own;
}

std::vector<TagReference> list_tags(const RuleNames& names) {
  std::vector<TagReference> tags;
  add(tags, registration_tags(names, consenting(), Person::free));
  add(tags, order_tags(names, sale_with_bonus_check(), Person::free));
  add(tags, order_tags(names, return_of_goods(), Person::free));
  add(tags, bonus_tags(names));
  for (const auto step : {app::SilenceStep::retention, app::SilenceStep::winback})
    add(tags, silence_tags(names, step, Person::free));
  return tags;
}

}  // namespace kassabro::rule
