#include "sitoo/spi/v2/settings.hpp"

#include "app/till_settings.hpp"
#include "base/utf8.hpp"
#include "sitoo/spi/settings_reader.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

constexpr std::size_t stale_text_bytes_max = 200;

Result<bool> read_answers(Settings& settings, std::string_view name, const json::value& value, const std::string& where) {
  const auto text = text_of(value).value_or("");
  const std::string_view other = name == "add_answer" ? "id" : "true";
  if (text != "customer" && text != other) return fail(invalid(where, "This must be customer or " + std::string(other) + "."));
  if (name == "add_answer")
    settings.add_answer = text == "id" ? AddAnswer::id : AddAnswer::customer;
  else
    settings.update_answer = text == "true" ? UpdateAnswer::true_ : UpdateAnswer::customer;
  return true;
}

Result<bool> read_stale_text(Settings& settings, const json::value& value, const std::string& where) {
  if (!value.is_string() || value.get_string().size() > stale_text_bytes_max || has_control_characters(value.get_string()))
    return fail(invalid(where, "This must be a text of at most 200 bytes."));
  settings.stale_text = std::string(value.get_string());
  return true;
}

// Made into what is pasted into Sitoo (app/pos_yaml.hpp); no answer depends on it.
Result<bool> read_till(const json::value& value) {
  const auto till = app::parse_till_settings(value);
  if (!till) return fail(till.error());
  return true;
}

Result<bool> read_own(Settings& settings, std::string_view name, const json::value& value, const std::string& where) {
  if (name == "add_answer" || name == "update_answer") return read_answers(settings, name, value, where);
  if (name == "stale_text") return read_stale_text(settings, value, where);
  if (name == "till") return read_till(value);
  return false;
}

constexpr SettingsReader<Settings> reader{"sitoo_v2", &read_own};

}  // namespace

Result<Settings> parse_settings(const json::object& own) { return reader.parse(own); }

Settings settings_of(const app::Account& account) { return reader.of(account); }

}  // namespace kassabro::sitoo::spi::v2
