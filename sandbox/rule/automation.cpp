// What happens when a tag call carries an automation mode, and who may be written to.
#include <algorithm>

#include "sandbox/rule/account.hpp"
#include "sandbox/rule/flow.hpp"

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

// A reset cancels what is queued and forgets the rest. A pass without messages, which only the switch automation_delay_ms
// holds back, leaves no trace.
void forget_passes(std::vector<AutomationPass>& passes, std::int64_t tag_id, Timestamp now) {
  std::erase_if(
      passes, [&](const AutomationPass& pass) { return pass.tag_id == tag_id && now < pass.due_at && pass.sendings.empty(); });
  for (auto& pass : passes) {
    if (pass.tag_id != tag_id) continue;
    pass.forgotten = true;
    pass.ends_at = std::min(pass.ends_at, now);
    for (auto& sending : pass.sendings)
      if (sending.state == Sending::State::queued) sending.state = Sending::State::cancelled;
  }
}

}  // namespace

void Account::run_automation(Subscriber& subscriber, const Tag& tag, AutomationMode mode, Timestamp now,
                             std::chrono::milliseconds delay) {
  if (mode == AutomationMode::none) return;
  // The consent trap of section 4: any automation value unblocks a blocked subscriber.
  if (mode != AutomationMode::fresh && subscriber.status == Status::blocked) subscriber.status = Status::active;
  auto& passes = subscriber.passes;
  const auto counts = [&](const AutomationPass& pass) { return pass.tag_id == tag.id && !pass.forgotten; };
  if (mode == AutomationMode::send && std::ranges::any_of(passes, counts)) return;
  if (mode == AutomationMode::reset) forget_passes(passes, tag.id, now);
  const auto flow = flow_of(*this, tag);
  AutomationPass pass{next_id(), tag.id, std::string(mode_name(mode)), now, now + delay, now + delay, flow.hangs_on_tag,
                      false,     {}};
  if (!flow.messages.empty()) {
    pass.due_at += flow.messages.front().delay;
    pass.ends_at += flow.messages.back().delay;
  }
  for (const auto& message : flow.messages) {
    const auto due_at = now + delay + message.delay;
    pass.sendings.push_back({message.automail_id, message.message_id, due_at, Sending::State::queued, "", 0});
    due.emplace(due_at, DueMessage{subscriber.id, pass.id, message.message_id});
  }
  passes.push_back(std::move(pass));
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
