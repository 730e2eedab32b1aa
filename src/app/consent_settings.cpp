#include "app/consent_settings.hpp"

namespace kassabro::app {

Result<ConsentSettings> parse_consent_settings(const json::object& own) {
  ConsentSettings settings;
  for (const auto& [name, value] : own) {
    const auto where = "consent." + std::string(name);
    if (name != "fields" && name != "suppressions") return fail(invalid(where, "There is no such setting."));
    if (!value.is_bool()) return fail(invalid(where, "This must be true or false."));
    (name == "fields" ? settings.fields : settings.suppressions) = value.get_bool();
  }
  return settings;
}

ConsentSettings consent_settings_of(const Account& account) {
  const auto* own = account.settings.if_contains("consent");
  if (own == nullptr || !own->is_object()) return {};
  return parse_consent_settings(own->get_object()).value_or(ConsentSettings{});
}

}  // namespace kassabro::app
