#include "sitoo/spi/settings_reader.hpp"

#include "sitoo/spi/offered_consents.hpp"

namespace kassabro::sitoo::spi {

Result<bool> read_switch(bool& place, const json::value& value, const std::string& where) {
  if (!value.is_bool()) return fail(invalid(where, "This must be true or false."));
  place = value.get_bool();
  return true;
}

Result<bool> read_shared_setting(bool& empty_text_clears, BonusSettings& bonus, std::string_view name, const json::value& value,
                                 const std::string& where) {
  if (name == "empty_text_clears") return read_switch(empty_text_clears, value, where);
  if (name == "consents") {
    if (const auto consents = parse_offered_consents(value, where); !consents) return fail(consents.error());
    return true;
  }
  return read_bonus_setting(bonus, name, value, where);
}

}  // namespace kassabro::sitoo::spi
