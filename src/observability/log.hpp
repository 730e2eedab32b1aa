#pragma once

#include <string_view>

#include <spdlog/spdlog.h>

namespace kassabro::observability {

// One line an event on standard output: `time level event key=value ...`. Values are ids, counts and reasons; never names,
// addresses, phone numbers, e-mail addresses or tokens (D15). Levels: trace, debug, info, warn, error, off.
// False: no such level.
bool start_log(std::string_view level);

// A warning that an operator should act on.
inline void alert(std::string_view text) { spdlog::error("alert {}", text); }

}  // namespace kassabro::observability
