#include "sitoo/spi/v1/settings.hpp"

#include "sitoo/spi/offered_consents.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

Result<void> read_update_answer(Settings& settings, const json::value& value, const std::string& where) {
  const auto text = text_of(value).value_or("");
  if (text != "true" && text != "contact" && text != "id") return fail(invalid(where, "This must be true, contact or id."));
  settings.update_answer = text == "contact" ? UpdateAnswer::contact : text == "id" ? UpdateAnswer::id : UpdateAnswer::true_;
  return {};
}

Result<void> read_flag(bool& place, const json::value& value, const std::string& where) {
  const auto flag = read_switch(value, where);
  if (!flag) return fail(flag.error());
  place = *flag;
  return {};
}

Result<void> read_member(Settings& settings, std::string_view name, const json::value& value) {
  const auto where = "sitoo_v1." + std::string(name);
  if (name == "update_answer") return read_update_answer(settings, value, where);
  if (name == "empty_text_clears") return read_flag(settings.empty_text_clears, value, where);
  if (name == "always_extended") return read_flag(settings.always_extended, value, where);
  if (name == "consents") {
    if (auto consents = parse_offered_consents(value, where); !consents) return fail(consents.error());
    return {};
  }
  const auto known = read_bonus_setting(settings.bonus, name, value, where);
  if (!known) return fail(known.error());
  if (!*known) return fail(invalid(where, "There is no such setting."));
  return {};
}

}  // namespace

Result<Settings> parse_settings(const json::object& own) {
  Settings settings;
  for (const auto& [name, value] : own)
    if (auto done = read_member(settings, name, value); !done) return fail(done.error());
  return settings;
}

Settings settings_of(const app::Account& account) {
  Settings settings;
  const auto* own = account.settings.if_contains("sitoo_v1");
  if (own == nullptr || !own->is_object()) return settings;
  for (const auto& [name, value] : own->get_object())
    if (name != "consents") static_cast<void>(read_member(settings, name, value));
  return settings;
}

}  // namespace kassabro::sitoo::spi::v1
