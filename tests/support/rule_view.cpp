#include "tests/support/rule_view.hpp"

#include <algorithm>
#include <stdexcept>

namespace kassabro::tests {
namespace {

std::string value_text(const json::object& value) {
  const auto* content = value.if_contains("value");
  if (content == nullptr) return "";
  return text_of(*content).value_or(to_json_text(*content));
}

const json::object* named(const json::array& items, std::string_view name) {
  for (const auto& item : items)
    if (text_member(item.get_object(), "name") == name) return &item.get_object();
  return nullptr;
}

}  // namespace

const json::object* SubscriberView::find_group(std::string_view name) const {
  return named(object_.at("groups").get_array(), name);
}

std::string SubscriberView::email() const { return text_member(object_, "email"); }

std::set<std::string> SubscriberView::tags() const {
  std::set<std::string> names;
  for (const auto& tag : object_.at("tags").get_array()) names.insert(text_member(tag.get_object(), "name"));
  return names;
}

std::string SubscriberView::field(std::string_view group, std::string_view name) const {
  const auto* found = find_group(group);
  const auto* value = found == nullptr ? nullptr : named(found->at("fields").get_array(), name);
  return value == nullptr ? "" : value_text(*value);
}

std::string SubscriberView::field_type(std::string_view group, std::string_view name) const {
  const auto* found = find_group(group);
  const auto* field = found == nullptr ? nullptr : named(found->at("fields").get_array(), name);
  return field == nullptr ? "" : text_member(*field, "type");
}

std::vector<std::map<std::string, std::string>> SubscriberView::records(std::string_view group) const {
  std::vector<std::map<std::string, std::string>> records;
  const auto* found = find_group(group);
  if (found == nullptr || found->if_contains("records") == nullptr) return records;
  std::vector<std::pair<std::int64_t, std::map<std::string, std::string>>> by_id;
  for (const auto& record : found->at("records").get_array()) {
    std::map<std::string, std::string> values;
    for (const auto& value : record.at("values").get_array())
      values[text_member(value.get_object(), "name")] = value_text(value.get_object());
    by_id.emplace_back(int_member(record.get_object(), "id").value_or(0), std::move(values));
  }
  std::ranges::sort(by_id, {}, [](const auto& entry) { return entry.first; });
  for (auto& [id, values] : by_id) records.push_back(std::move(values));
  return records;
}

std::vector<std::pair<std::string, std::string>> SubscriberView::automations() const {
  std::vector<std::pair<std::string, std::string>> passes;
  for (const auto& pass : object_.at("automations").get_array())
    passes.emplace_back(text_member(pass.get_object(), "tag"), text_member(pass.get_object(), "mode"));
  return passes;
}

SubscriberView RuleView::subscriber(std::string_view email) const {
  std::vector<const json::object*> found;
  for (const auto& subscriber : dump_.at("subscribers").as_array())
    if (text_member(subscriber.get_object(), "email") == email) found.push_back(&subscriber.get_object());
  if (found.size() != 1)
    throw std::runtime_error(std::to_string(found.size()) + " subscribers have the e-mail " + std::string(email));
  return SubscriberView(*found.front());
}

std::vector<SubscriberView> RuleView::subscribers() const {
  std::vector<SubscriberView> all;
  for (const auto& subscriber : dump_.at("subscribers").as_array()) all.emplace_back(subscriber.get_object());
  return all;
}

}  // namespace kassabro::tests
