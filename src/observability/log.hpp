#pragma once

#include <functional>
#include <string>
#include <string_view>

#include <spdlog/spdlog.h>

namespace kassabro::observability {

// One line an event on standard output: `time level event key=value ...`. Values are ids, counts and reasons; never names,
// addresses, phone numbers, e-mail addresses or tokens (D15). Levels: trace, debug, info, warn, error, off.
// False: no such level.
bool start_log(std::string_view level);

// A warning that an operator should act on: a line of the log, and whatever set_alert_sink was given.
void alert(std::string_view text);
// Takes alerts to people; called on the thread that has one, and must not wait. Empty: nobody does.
void set_alert_sink(std::function<void(std::string text)> sink);

}  // namespace kassabro::observability
