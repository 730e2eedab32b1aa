#include "sitoo/spi/v2/settings.hpp"

#include "base/utf8.hpp"
#include "sitoo/spi/offered_consents.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

constexpr std::size_t stale_text_bytes_max = 200;

Result<void> read_answers(Settings& settings, std::string_view name, const json::value& value, const std::string& where) {
  const auto text = text_of(value).value_or("");
  const std::string_view other = name == "add_answer" ? "id" : "true";
  if (text != "customer" && text != other) return fail(invalid(where, "This must be customer or " + std::string(other) + "."));
  if (name == "add_answer")
    settings.add_answer = text == "id" ? AddAnswer::id : AddAnswer::customer;
  else
    settings.update_answer = text == "true" ? UpdateAnswer::true_ : UpdateAnswer::customer;
  return {};
}

Result<void> read_stale_text(Settings& settings, const json::value& value, const std::string& where) {
  if (!value.is_string() || value.get_string().size() > stale_text_bytes_max || has_control_characters(value.get_string()))
    return fail(invalid(where, "This must be a text of at most 200 bytes."));
  settings.stale_text = std::string(value.get_string());
  return {};
}

Result<void> read_member(Settings& settings, std::string_view name, const json::value& value) {
  const auto where = "sitoo_v2." + std::string(name);
  if (name == "add_answer" || name == "update_answer") return read_answers(settings, name, value, where);
  if (name == "stale_text") return read_stale_text(settings, value, where);
  if (name == "empty_text_clears") {
    const auto clears = read_switch(value, where);
    if (!clears) return fail(clears.error());
    settings.empty_text_clears = *clears;
    return {};
  }
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
  const auto* own = account.settings.if_contains("sitoo_v2");
  if (own == nullptr || !own->is_object()) return settings;
  for (const auto& [name, value] : own->get_object())
    if (name != "consents") static_cast<void>(read_member(settings, name, value));
  return settings;
}

}  // namespace kassabro::sitoo::spi::v2
