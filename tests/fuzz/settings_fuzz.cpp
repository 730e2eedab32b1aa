// What an account may choose, member by member, as it is sent to the admin API.
#include "app/card_settings.hpp"
#include "app/consent_settings.hpp"
#include "app/programme_settings.hpp"
#include "app/till_settings.hpp"
#include "rule/automations/settings.hpp"
#include "rule/names.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

// What is refused says where; what an account has anyhow never stops anything.
void read(const char* member, const json::object& own, auto parse, auto settings_of) {
  const auto settings = parse(own);
  if (!settings) hold_field(settings.error());
  auto shop = account();
  shop.settings = {{member, own}};
  const auto in_use = settings_of(shop);
  if constexpr (requires { in_use == *settings; })
    if (settings) hold(in_use == *settings, "settings that were taken are in use");
}

}  // namespace

void run_one(std::string_view input) {
  const auto body = parse_json(input);
  if (!body) return;
  if (const auto till = app::parse_till_settings(*body); !till) hold_field(till.error());
  if (!body->is_object()) return;
  const auto& own = body->get_object();
  read("card", own, app::parse_card_settings, app::card_settings_of);
  read("consent", own, app::parse_consent_settings, app::consent_settings_of);
  read("programme", own, app::parse_programme_settings, app::programme_settings_of);
  read("automations", own, rule::automations::parse_settings, rule::automations::settings_of);
  read("rule", own, rule::parse_names, rule::names_of);
}

}  // namespace kassabro::fuzz
