#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/json.hpp"
#include "main/commands.hpp"
#include "main/config.hpp"

namespace kassabro::main {

// A job that is about the sales of some days, as a person asks for it.
struct WindowedJob {
  std::string account;
  std::string from;
  std::string to;
  bool wait = false;
};

// Asks for it, prints `begun`, and waits for its end if that is wanted. The exit status.
int run_windowed_job(const CommonOptions& common, const WindowedJob& wanted, std::string_view kind, std::string_view begun);

// Shows how far it is until it ends or stands still for a person's sake, on a terminal with a bar. The job then; absent: it
// cannot be asked for.
std::optional<json::object> show_job(const Config& config, const std::string& account, std::string_view kind);

}  // namespace kassabro::main
