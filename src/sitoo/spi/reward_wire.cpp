#include "sitoo/spi/reward_wire.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"
#include "base/json_text.hpp"
#include "domain/money.hpp"

namespace kassabro::sitoo::spi {
namespace {

using domain::amount_text;
using domain::BonusCheck;

bool is_shown(const BonusCheck& check, Date today, const BonusSettings& settings) {
  if (is_usable(check, today)) return true;
  return settings.show_used && is_used_up(check) && check.status != domain::BonusCheckStatus::withdrawn;
}

void append_bonus_check(std::string& out, const BonusCheck& check, const BonusSettings& settings) {
  const auto& keys = settings.keys;
  const auto value = settings.value == BonusCheckValue::full ? check.value_minor : check.remaining_minor;
  const auto day_text = [](const std::optional<Date>& day) { return day ? to_iso_date(*day) : std::string(); };
  JsonMembers members(out);
  members.text(keys.id, check.id);
  members.text(keys.name, check.name);
  members.text(keys.description, check.description);
  members.text(keys.value, amount_text(value, check.currency));
  members.flag(keys.redeemed, is_used_up(check));
  members.text_or_null(keys.date_redeemed, check.last_used_at ? to_iso(*check.last_used_at) : "");
  members.text(keys.remaining, amount_text(check.remaining_minor, check.currency));
  members.text(keys.currency, check.currency);
  members.text_or_null(keys.valid_from, day_text(check.valid_from));
  members.text_or_null(keys.valid_to, day_text(check.valid_to));
}

}  // namespace

Date today_for(const app::CustomerCard& card, const app::Account& account, const app::CardSettings& settings,
               std::string_view store_id, Timestamp now) {
  if (card.bonus_checks.empty()) return Date{};
  return app::today_in(app::time_zone_of_store(account, settings, store_id), now);
}

void append_bonus_checks(std::string& out, const std::vector<BonusCheck>& checks, Date today, const BonusSettings& settings) {
  out += '[';
  for (const auto& check : checks) {
    if (!is_shown(check, today, settings)) continue;
    if (out.back() != '[') out += ',';
    append_bonus_check(out, check, settings);
  }
  out += ']';
}

void append_promotions(std::string& out, const app::CustomerCard& card, const app::CardSettings& settings, PromotionKeys keys) {
  append_json_array(out, settings.promotions, [&](const app::Promotion& promotion) {
    const bool used = promotion.once && std::ranges::find(card.used_promotions, promotion.id) != card.used_promotions.end();
    JsonMembers members(out);
    members.text("name", promotion.name);
    if (!promotion.description.empty()) members.text("description", promotion.description);
    members.text(keys.id, promotion.id);
    std::string type;
    {
      JsonMembers parts(type);
      parts.text("type", promotion.type);
      if (promotion.value_int) parts.integer("value_int", *promotion.value_int);
      if (!promotion.value_money.empty()) parts.text("value_money", promotion.value_money);
    }
    members.raw(keys.type, type);
    members.flag("redeemed", used);
  });
}

void append_texts(std::string& out, const std::vector<std::string>& texts) { append_json_strings(out, texts); }

void append_voucher_passwords(std::string& out, const app::CustomerCard& card, const app::CardSettings& settings) {
  auto passwords = settings.voucher_passwords;
  for (const auto& field : card.extras.shown)
    if (!settings.voucher_field.empty() && field.key == settings.voucher_field)
      for (const auto& own : field.values)
        if (!own.empty() && std::ranges::find(passwords, own) == passwords.end()) passwords.push_back(own);
  append_texts(out, passwords);
}

std::string redeemed_text(const app::Redeemed& redeemed, std::string_view contact_key, const BonusSettings& settings) {
  std::string checks;
  append_json_array(checks, redeemed.checks, [&](const BonusCheck& check) { append_bonus_check(checks, check, settings); });
  std::string promotions;
  append_texts(promotions, redeemed.promotion_ids);
  std::string out;
  {
    JsonMembers members(out);
    members.text(contact_key, std::to_string(redeemed.contact));
    members.raw("bonus_checks", checks);
    members.raw("promotion_ids", promotions);
  }
  return out;
}

}  // namespace kassabro::sitoo::spi
