#include "rule/automations/settings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"

namespace kassabro::rule::automations {
namespace {

using std::chrono::minutes;

constexpr std::int64_t delay_minutes_max = 525'600;  // a year; Rule's own limit is not known (OPEN)

struct DelayRow {
  std::string_view member;
  Flow flow;
  minutes Settings::* place;
};

constexpr std::array<DelayRow, all_flows.size()> delay_rows{{
    {"thank_you_delay_minutes", Flow::thank_you, &Settings::thank_you_delay},
    {"retention_delay_minutes", Flow::retention, &Settings::retention_delay},
    {"winback_delay_minutes", Flow::winback, &Settings::winback_delay},
}};

Result<void> read_member(Settings& settings, std::string_view name, const json::value& value) {
  const auto where = "automations." + std::string(name);
  if (name == "language") {
    settings.language = parse_language(text_of(value).value_or(""));
    if (!settings.language) return fail(invalid(where, "This must be sv or en."));
    return {};
  }
  const auto row = std::ranges::find(delay_rows, name, &DelayRow::member);
  if (row == delay_rows.end()) return fail(invalid(where, "There is no such setting."));
  if (!value.is_int64() || value.get_int64() < 0 || value.get_int64() > delay_minutes_max)
    return fail(invalid(where, fmt::format("This must be a whole number from 0 to {}.", delay_minutes_max)));
  settings.*row->place = minutes(value.get_int64());
  return {};
}

}  // namespace

std::optional<Language> parse_language(std::string_view text) {
  if (text == "sv") return Language::swedish;
  if (text == "en") return Language::english;
  return std::nullopt;
}

std::string_view language_tag(Language language) { return language == Language::swedish ? "sv" : "en"; }

Language language_of_country(std::string_view country) {
  return equal_nocase(country, "SE") ? Language::swedish : Language::english;
}

minutes Settings::delay_of(Flow flow) const { return this->*std::ranges::find(delay_rows, flow, &DelayRow::flow)->place; }

Result<Settings> parse_settings(const json::object& object) {
  Settings settings;
  for (const auto& [name, value] : object)
    if (auto done = read_member(settings, name, value); !done) return fail(done.error());
  return settings;
}

Settings settings_of(const app::Account& account) {
  const auto* own = account.settings.if_contains("automations");
  return own == nullptr || !own->is_object() ? Settings{} : parse_settings(own->get_object()).value_or(Settings{});
}

}  // namespace kassabro::rule::automations
