#pragma once

#include <map>
#include <vector>

#include "rule/automations/brand.hpp"
#include "rule/automations/editor.hpp"
#include "rule/client.hpp"

namespace kassabro::rule::automations {

// An account's editor: calls to it are deliveries, which wait for the governor and not for long.
struct Desk {
  RuleClient& client;
  const app::Account& account;

  Async<CallResult> send(Call call) const { return client.deliver(account, std::move(call)); }
};

// What an account has of the things that flows name.
struct Survey {
  std::map<std::string, std::int64_t, std::less<>> tags;    // of our tags, those that exist
  std::map<std::string, std::int64_t, std::less<>> fields;  // "Group.field"
  Brand brand;
  std::vector<json::object> automails;                      // all, as Rule shows them
  std::optional<std::vector<json::object>> templates;       // all; absent: not asked for yet
};

using Done = std::expected<void, CallError>;

Async<std::expected<Survey, CallError>> take_survey(Desk desk, const RuleNames& names);
// Tags and fields again.
Async<Done> read_names(Desk desk, const RuleNames& names, Survey& survey);
// Every page of the automations or of the templates.
Async<std::expected<std::vector<json::object>, CallError>> list_all(Desk desk, Part part);

}  // namespace kassabro::rule::automations
