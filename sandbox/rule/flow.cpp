#include "sandbox/rule/flow.hpp"

#include <algorithm>

#include "sandbox/rule/editor.hpp"

namespace kassabro::sandbox::rule {
namespace {

void add_messages(std::vector<FlowMessage>& out, const Account& account, std::int64_t automail_id) {
  for (const auto& [message_id, message] : editor_store(account, "message")) {
    const auto& dispatcher = message.at("dispatcher").as_object();
    if (text_member(dispatcher, "type") != "automail" || int_member(dispatcher, "id") != automail_id) continue;
    const auto& setting = message.at("automail_setting").as_object();
    if (bool_member(setting, "active") != true) continue;
    out.push_back({automail_id, message_id, std::chrono::seconds(int_member(setting, "delay_in_seconds").value_or(0))});
  }
}

}  // namespace

Flow flow_of(const Account& account, const Tag& tag) {
  Flow flow;
  for (const auto& [automail_id, automail] : editor_store(account, "automail")) {
    const auto& trigger = automail.at("trigger");
    if (!trigger.is_object() || text_member(trigger.get_object(), "type") != "TAG") continue;
    if (int_member(trigger.get_object(), "id") != tag.id || bool_member(automail, "active") != true) continue;
    flow.hangs_on_tag = true;
    add_messages(flow.messages, account, automail_id);
  }
  std::ranges::sort(flow.messages, {}, [](const FlowMessage& message) { return std::pair(message.delay, message.message_id); });
  return flow;
}

}  // namespace kassabro::sandbox::rule
