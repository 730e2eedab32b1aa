#include "sitoo/spi/v1/settings.hpp"

#include "sitoo/spi/settings_reader.hpp"

namespace kassabro::sitoo::spi::v1 {
namespace {

Result<bool> read_update_answer(Settings& settings, const json::value& value, const std::string& where) {
  const auto text = text_of(value).value_or("");
  if (text != "true" && text != "contact" && text != "id") return fail(invalid(where, "This must be true, contact or id."));
  settings.update_answer = text == "contact" ? UpdateAnswer::contact : text == "id" ? UpdateAnswer::id : UpdateAnswer::true_;
  return true;
}

Result<bool> read_own(Settings& settings, std::string_view name, const json::value& value, const std::string& where) {
  if (name == "update_answer") return read_update_answer(settings, value, where);
  if (name == "always_extended") return read_switch(settings.always_extended, value, where);
  return false;
}

constexpr SettingsReader<Settings> reader{"sitoo_v1", &read_own};

}  // namespace

Result<Settings> parse_settings(const json::object& own) { return reader.parse(own); }

Settings settings_of(const app::Account& account) { return reader.of(account); }

}  // namespace kassabro::sitoo::spi::v1
