#include "app/programme_settings.hpp"

#include <fmt/format.h>

namespace kassabro::app {
namespace {

constexpr int days_max = 3650;

Result<int> read_number(const json::value& value, const std::string& where, int min, int max) {
  if (!value.is_int64() || value.get_int64() < min || value.get_int64() > max)
    return fail(invalid(where, fmt::format("This must be a whole number from {} to {}.", min, max)));
  return static_cast<int>(value.get_int64());
}

Result<StepSettings> read_step(const json::value& value, const std::string& where, StepSettings step) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object with on and after_days."));
  for (const auto& [name, member] : value.get_object()) {
    const auto place = where + "." + std::string(name);
    if (name == "on") {
      if (!member.is_bool()) return fail(invalid(place, "This must be true or false."));
      step.on = member.get_bool();
    } else if (name == "after_days") {
      const auto days = read_number(member, place, 1, days_max);
      if (!days) return fail(days.error());
      step.after_days = *days;
    } else {
      return fail(invalid(place, "There is no such setting."));
    }
  }
  return step;
}

Result<void> read_member(ProgrammeSettings& settings, std::string_view name, const json::value& value) {
  const auto where = "programme." + std::string(name);
  if (name == "retention" || name == "winback") {
    auto& step = name == "retention" ? settings.retention : settings.winback;
    const auto read = read_step(value, where, step);
    if (!read) return fail(read.error());
    step = *read;
    return {};
  }
  if (name != "from_hour" && name != "to_hour") return fail(invalid(where, "There is no such setting."));
  const bool is_first = name == "from_hour";
  const auto hour = read_number(value, where, is_first ? 0 : 1, is_first ? 23 : 24);
  if (!hour) return fail(hour.error());
  (is_first ? settings.from_hour : settings.to_hour) = *hour;
  return {};
}

}  // namespace

Result<ProgrammeSettings> parse_programme_settings(const json::object& object) {
  ProgrammeSettings settings;
  for (const auto& [name, value] : object)
    if (auto done = read_member(settings, name, value); !done) return fail(done.error());
  if (settings.from_hour >= settings.to_hour)
    return fail(invalid("programme.to_hour", "The last hour must be after the first."));
  return settings;
}

ProgrammeSettings programme_settings_of(const Account& account) {
  const auto* own = account.settings.if_contains("programme");
  const auto settings =
      own == nullptr || !own->is_object() ? parse_programme_settings({}) : parse_programme_settings(own->get_object());
  return settings.value_or(ProgrammeSettings{});
}

}  // namespace kassabro::app
