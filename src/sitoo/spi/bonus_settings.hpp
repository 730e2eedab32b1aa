#pragma once

#include <string>

#include "base/json.hpp"

namespace kassabro::sitoo::spi {

// What the members of a bonus check are called at the till; an empty name leaves the member out. Sitoo does not publish them
// (contract A.5, B.2.2), so each account may set others.
struct BonusCheckKeys {
  std::string id;
  std::string name;
  std::string description;
  std::string value;
  std::string redeemed;
  std::string date_redeemed;
  std::string remaining;
  std::string currency;
  std::string valid_from;
  std::string valid_to;
  friend bool operator==(const BonusCheckKeys&, const BonusCheckKeys&) = default;
};

enum class BonusCheckValue {
  left,  // what the till may take now, so that a till that knows no parts takes no more than there is
  full,  // what it was worth when it was issued
};

// How bonus checks are shown and redeemed: members of "sitoo_v1" and "sitoo_v2" of an account's settings.
struct BonusSettings {
  BonusCheckKeys keys;
  BonusCheckValue value = BonusCheckValue::left;
  bool show_used = false;     // used-up checks, too
  int conflict_status = 409;  // or 400: which of them the till shows well is not known (part F, row 9)
  friend bool operator==(const BonusSettings&, const BonusSettings&) = default;
};

BonusSettings default_bonus_settings_v1();
BonusSettings default_bonus_settings_v2();

// Reads one member: bonus_check_keys, bonus_check_value, show_used or redeem_conflict_status. False: it is none of these.
// `where` is its full name for errors ("sitoo_v2.show_used").
Result<bool> read_bonus_setting(BonusSettings& settings, std::string_view name, const json::value& value,
                                const std::string& where);

}  // namespace kassabro::sitoo::spi
