#pragma once

#include <chrono>
#include <vector>

#include "sandbox/rule/account.hpp"

namespace kassabro::sandbox::rule {

struct FlowMessage {
  std::int64_t automail_id = 0, message_id = 0;
  std::chrono::seconds delay{0};
};

// What a tag sets off: the active messages of the active automails that have it as their trigger, soonest first.
struct Flow {
  bool hangs_on_tag = false;  // some automail does, even without messages
  std::vector<FlowMessage> messages;
};
Flow flow_of(const Account& account, const Tag& tag);

}  // namespace kassabro::sandbox::rule
