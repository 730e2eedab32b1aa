#include "sitoo/spi/bonus_settings.hpp"

#include <algorithm>
#include <array>

#include "sitoo/spi/settings_reader.hpp"

namespace kassabro::sitoo::spi {
namespace {

struct KeyRow {
  std::string_view member;
  std::string BonusCheckKeys::* place;
};

constexpr std::array<KeyRow, 10> key_rows{{{"id", &BonusCheckKeys::id},
                                           {"name", &BonusCheckKeys::name},
                                           {"description", &BonusCheckKeys::description},
                                           {"value", &BonusCheckKeys::value},
                                           {"redeemed", &BonusCheckKeys::redeemed},
                                           {"date_redeemed", &BonusCheckKeys::date_redeemed},
                                           {"remaining", &BonusCheckKeys::remaining},
                                           {"currency", &BonusCheckKeys::currency},
                                           {"valid_from", &BonusCheckKeys::valid_from},
                                           {"valid_to", &BonusCheckKeys::valid_to}}};

// Written into the answer as it is.
bool is_key_name(std::string_view text) {
  constexpr std::size_t bytes_max = 50;
  constexpr std::string_view allowed = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-.";
  return text.size() <= bytes_max && text.find_first_not_of(allowed) == std::string_view::npos;
}

Result<void> read_keys(BonusCheckKeys& keys, const json::value& value, const std::string& where) {
  if (!value.is_object()) return fail(invalid(where, "This must be an object of names."));
  auto changed = keys;
  for (const auto& [member, name] : value.get_object()) {
    const auto place = where + "." + std::string(member);
    const auto row = std::ranges::find(key_rows, std::string_view(member), &KeyRow::member);
    if (row == key_rows.end()) return fail(invalid(place, "There is no such setting."));
    if (!name.is_string() || !is_key_name(name.get_string()))
      return fail(invalid(place, "A name has at most 50 letters, digits, '_', '-' and '.'."));
    changed.*row->place = std::string(name.get_string());
  }
  if (changed.id.empty()) return fail(invalid(where + ".id", "Without an id no check could be redeemed."));
  for (const auto& one : key_rows)
    for (const auto& other : key_rows)
      if (one.member != other.member && !(changed.*one.place).empty() && changed.*one.place == changed.*other.place)
        return fail(invalid(where + "." + std::string(one.member), "Another member has this name."));
  keys = std::move(changed);
  return {};
}

}  // namespace

BonusSettings default_bonus_settings_v1() {
  BonusSettings settings;
  settings.keys = {"bonuscheckid", "name",      "description", "value",     "redeemed",
                   "dateredeemed", "remaining", "currency",    "validfrom", "validto"};
  return settings;
}

BonusSettings default_bonus_settings_v2() {
  BonusSettings settings;
  settings.keys = {"bonus_check_id", "name",      "description", "value",      "redeemed",
                   "date_redeemed",  "remaining", "currency",    "valid_from", "valid_to"};
  return settings;
}

Result<bool> read_bonus_setting(BonusSettings& settings, std::string_view name, const json::value& value,
                                const std::string& where) {
  if (name == "bonus_check_keys") {
    if (auto read = read_keys(settings.keys, value, where); !read) return fail(read.error());
    return true;
  }
  if (name == "bonus_check_value") {
    const auto text = value.is_string() ? std::string_view(value.get_string()) : std::string_view();
    if (text != "left" && text != "full") return fail(invalid(where, "This must be left or full."));
    settings.value = text == "full" ? BonusCheckValue::full : BonusCheckValue::left;
    return true;
  }
  if (name == "show_used") return read_switch(settings.show_used, value, where);
  if (name == "redeem_conflict_status") {
    if (value != 409 && value != 400) return fail(invalid(where, "This must be 409 or 400."));
    settings.conflict_status = value == 400 ? 400 : 409;
    return true;
  }
  return false;
}

}  // namespace kassabro::sitoo::spi
