// What happens when a tag call carries an automation mode, and who may be written to.
#include <algorithm>

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {
namespace {

std::string_view mode_name(AutomationMode mode) {
  switch (mode) {
    case AutomationMode::none: return "none";
    case AutomationMode::fresh: return "new";
    case AutomationMode::send: return "send";
    case AutomationMode::force: return "force";
    case AutomationMode::reset: return "reset";
  }
  return "none";
}

}  // namespace

// An active automail of the editor whose trigger is this tag; `delay` is its first message's.
bool Account::automail_hangs_on(const Tag& tag, std::chrono::milliseconds& delay) const {
  const auto automails = editor.find("automail");
  if (automails == editor.end()) return false;
  for (const auto& [automail_id, automail] : automails->second) {
    const auto* trigger = automail.if_contains("trigger");
    if (trigger == nullptr || !trigger->is_object() || int_member(trigger->get_object(), "id") != tag.id) continue;
    if (bool_member(automail, "active") == false) continue;
    const auto messages = editor.find("message");
    if (messages == editor.end()) return true;
    for (const auto& [_, message] : messages->second) {
      const auto* dispatcher = message.if_contains("dispatcher");
      const auto* setting = message.if_contains("automail_setting");
      if (dispatcher == nullptr || !dispatcher->is_object() || int_member(dispatcher->get_object(), "id") != automail_id)
        continue;
      if (setting != nullptr && setting->is_object())
        delay += std::chrono::seconds(int_member(setting->get_object(), "delay_in_seconds").value_or(0));
      break;
    }
    return true;
  }
  return false;
}

void Account::run_automation(Subscriber& subscriber, const Tag& tag, AutomationMode mode, Timestamp now,
                             std::chrono::milliseconds delay) {
  if (mode == AutomationMode::none) return;
  // The consent trap of section 4: any automation value unblocks a blocked subscriber.
  if (mode != AutomationMode::fresh && subscriber.status == Status::blocked) subscriber.status = Status::active;
  auto& passes = subscriber.passes;
  const auto of_tag = [&](const AutomationPass& pass) { return pass.tag_id == tag.id; };
  const auto counts = [&](const AutomationPass& pass) { return of_tag(pass) && !pass.forgotten; };
  if (mode == AutomationMode::send && std::ranges::any_of(passes, counts)) return;
  if (mode == AutomationMode::reset) {
    std::erase_if(passes, [&](const AutomationPass& pass) { return of_tag(pass) && now < pass.due_at; });
    for (auto& pass : passes)
      if (of_tag(pass)) pass.forgotten = true;
  }
  const bool flow_ends = automail_hangs_on(tag, delay);
  passes.push_back({tag.id, std::string(mode_name(mode)), now, now + delay, flow_ends, false});
}

bool Account::suppress(Subscriber& subscriber, std::string_view dispatcher, std::string_view message, std::string_view source,
                       Timestamp now) {
  for (const auto& known : subscriber.suppressions)
    if (known.dispatcher_type == dispatcher && known.message_type == message) return false;
  subscriber.suppressions.push_back({next_id(), std::string(dispatcher), std::string(message), std::string(source), now});
  subscriber.updated_at = now;
  return true;
}

bool Account::unsuppress(Subscriber& subscriber, std::string_view dispatcher, std::string_view message) {
  return std::erase_if(subscriber.suppressions, [&](const Suppression& known) {
           return known.dispatcher_type == dispatcher && known.message_type == message;
         }) > 0;
}

}  // namespace kassabro::sandbox::rule
