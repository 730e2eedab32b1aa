#pragma once

#include "app/account.hpp"
#include "sitoo/spi/bonus_settings.hpp"

namespace kassabro::sitoo::spi {

// For settings: JSON's own true or false and nothing like it. True: it was read.
Result<bool> read_switch(bool& place, const json::value& value, const std::string& where);

// A member that "sitoo_v1" and "sitoo_v2" both have: empty_text_clears, consents (checked only: they are read where they are
// offered) and those of read_bonus_setting. False: it is none of these.
Result<bool> read_shared_setting(bool& empty_text_clears, BonusSettings& bonus, std::string_view name, const json::value& value,
                                 const std::string& where);

// Reads what an account has set for one version of the SPI.
template <class Settings>
struct SettingsReader {
  std::string_view group;  // "sitoo_v1"
  // Reads a member that only this version has. False: it is none of them. `where` is its full name for errors.
  Result<bool> (*read_own)(Settings& settings, std::string_view name, const json::value& value, const std::string& where);

  Result<Settings> parse(const json::object& members) const {
    Settings settings;
    for (const auto& [name, value] : members)
      if (auto done = read(settings, name, value); !done) return fail(done.error());
    return settings;
  }

  // What cannot be read counts as not set.
  Settings of(const app::Account& account) const {
    Settings settings;
    const auto* members = account.settings.if_contains(group);
    if (members == nullptr || !members->is_object()) return settings;
    for (const auto& [name, value] : members->get_object()) {
      if (name == "consents") continue;
      const auto done = read(settings, name, value);
      static_cast<void>(done);
    }
    return settings;
  }

  Result<void> read(Settings& settings, std::string_view name, const json::value& value) const {
    const auto where = std::string(group) + "." + std::string(name);
    auto is_known = read_own(settings, name, value, where);
    if (is_known && !*is_known) is_known = read_shared_setting(settings.empty_text_clears, settings.bonus, name, value, where);
    if (!is_known) return fail(is_known.error());
    if (!*is_known) return fail(invalid(where, "There is no such setting."));
    return {};
  }
};

}  // namespace kassabro::sitoo::spi
