#pragma once

#include <chrono>
#include <optional>

#include "app/account.hpp"
#include "rule/automations/flow.hpp"

namespace kassabro::rule::automations {

enum class Language { swedish, english };
std::optional<Language> parse_language(std::string_view text);  // "sv", "en"
std::string_view language_tag(Language language);
// Swedish in Sweden, English everywhere else.
Language language_of_country(std::string_view country);

// The account's member "automations" of its settings: {language, thank_you_delay_minutes, retention_delay_minutes,
// winback_delay_minutes}. Retention and winback need no delay: their tags are set when the time has come.
struct Settings {
  std::optional<Language> language;
  std::chrono::minutes thank_you_delay{60};
  std::chrono::minutes retention_delay{0};
  std::chrono::minutes winback_delay{0};

  std::chrono::minutes delay_of(Flow flow) const;
  friend bool operator==(const Settings&, const Settings&) = default;
};

// Errors name the member ("automations.winback_delay_minutes").
Result<Settings> parse_settings(const json::object& settings);
// Of an account whose settings were checked when they were saved; what cannot be read counts as not set.
Settings settings_of(const app::Account& account);

}  // namespace kassabro::rule::automations
