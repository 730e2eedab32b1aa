#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/json.hpp"

namespace kassabro::tests {

// One subscriber of the sandbox's dump.
class SubscriberView {
 public:
  explicit SubscriberView(json::object object) : object_(std::move(object)) {}
  std::string email() const;
  std::set<std::string> tags() const;
  std::string field(std::string_view group, std::string_view name) const;
  std::string field_type(std::string_view group, std::string_view name) const;
  // Oldest first; values by name, lists and JSON as JSON text.
  std::vector<std::map<std::string, std::string>> records(std::string_view group) const;
  // Passes of flows: tag and mode of each.
  std::vector<std::pair<std::string, std::string>> automations() const;

 private:
  const json::object* find_group(std::string_view name) const;
  json::object object_;
};

// What Rule has of one account, as the sandbox dumps it.
class RuleView {
 public:
  explicit RuleView(json::value dump) : dump_(std::move(dump)) {}
  std::size_t subscriber_count() const { return dump_.at("subscribers").as_array().size(); }
  // Throws when nobody, or more than one, has the e-mail.
  SubscriberView subscriber(std::string_view email) const;
  std::vector<SubscriberView> subscribers() const;

 private:
  json::value dump_;
};

}  // namespace kassabro::tests
