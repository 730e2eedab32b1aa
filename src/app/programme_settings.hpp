#pragma once

#include "app/account.hpp"
#include "app/silences.hpp"

namespace kassabro::app {

// When a step of the marketing programme is due.
struct StepSettings {
  bool on = true;
  int after_days = 0;  // without a purchase; 1 to 3650
  friend bool operator==(const StepSettings&, const StepSettings&) = default;
};

// The account's member "programme" of its settings. Due steps are told at a human hour, on the account's wall clock.
struct ProgrammeSettings {
  StepSettings retention{true, 30};
  StepSettings winback{true, 180};
  int from_hour = 10;  // 0 to 23
  int to_hour = 19;    // exclusive; 1 to 24, after from_hour

  const StepSettings& of(SilenceStep step) const { return step == SilenceStep::retention ? retention : winback; }
  friend bool operator==(const ProgrammeSettings&, const ProgrammeSettings&) = default;
};

// Errors name the member ("programme.winback.after_days").
Result<ProgrammeSettings> parse_programme_settings(const json::object& settings);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
ProgrammeSettings programme_settings_of(const Account& account);

}  // namespace kassabro::app
