#include "sandbox/sitoo/rewards.hpp"

#include "sandbox/sitoo/spellings.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

std::optional<Minor> first_money(const json::object& object, Spellings names) {
  for (const auto* name : names)
    if (const auto* value = find_member(object, name))
      if (const auto amount = parse_money(*value, name)) return *amount;
  return std::nullopt;
}

json::value text_or_null(const std::string& text) {
  if (text.empty()) return nullptr;
  return json::string(text);
}

BonusCheck bonus_check_of(const json::object& body) {
  BonusCheck check;
  check.id = first_text(body, {"bonuscheckid", "bonus_check_id", "id"});
  check.name = text_member(body, "name");
  check.description = text_member(body, "description");
  check.currency = first_text(body, {"currency", "currencycode", "currency_code"});
  check.valid_to = first_date(body, {"validto", "valid_to", "date_expires", "dateexpires"});
  check.redeemed_at = first_date(body, {"dateredeemed", "date_redeemed", "redeemeddate", "redeemed_date"});
  check.redeemed = bool_member(body, "redeemed").value_or(false);
  check.value = first_money(body, {"value", "moneyvalue", "money_value", "value_money", "amount"}).value_or(0);
  check.remaining = first_money(body, {"remaining", "left"}).value_or(check.redeemed ? 0 : check.value);
  return check;
}

Promotion promotion_of(const json::object& body) {
  Promotion promotion;
  promotion.id = first_text(body, {"promotionid", "promotion_id", "id"});
  promotion.name = text_member(body, "name");
  promotion.description = text_member(body, "description");
  promotion.redeemed = bool_member(body, "redeemed").value_or(false);
  for (const auto* name : {"promotion_type", "promotiontype"}) {
    const auto* type = body.if_contains(name);
    if (type == nullptr || !type->is_object()) continue;
    promotion.type = text_member(type->get_object(), "type");
    const auto percent = int_member(type->get_object(), "value_int").value_or(0);
    if (promotion.type == "cart_percent" && percent > 0 && percent <= 100) promotion.percent = percent;
  }
  return promotion;
}

template <class Reward>
std::optional<Reward> with_id(const std::vector<Reward>& rewards, std::string_view id) {
  for (const auto& reward : rewards)
    if (reward.id == id) return reward;
  return std::nullopt;
}

}  // namespace

std::vector<BonusCheck> bonus_checks_on(const json::object& contact) {
  std::vector<BonusCheck> checks;
  if (const auto* list = first_array(contact, {"bonuschecks", "bonus_checks"}))
    for (const auto& entry : *list)
      if (entry.is_object()) checks.push_back(bonus_check_of(entry.get_object()));
  return checks;
}

std::vector<Promotion> promotions_on(const json::object& contact) {
  std::vector<Promotion> promotions;
  if (const auto* list = first_array(contact, {"promotions"}))
    for (const auto& entry : *list)
      if (entry.is_object()) promotions.push_back(promotion_of(entry.get_object()));
  return promotions;
}

std::optional<BonusCheck> find_bonus_check(const json::object& contact, std::string_view id) {
  return with_id(bonus_checks_on(contact), id);
}

std::optional<Promotion> find_promotion(const json::object& contact, std::string_view id) {
  return with_id(promotions_on(contact), id);
}

json::object to_json(const BonusCheck& check) {
  return {{"bonuscheckid", check.id},
          {"name", check.name},
          {"description", check.description},
          {"value", money_text(check.value)},
          {"remaining", money_text(check.remaining)},
          {"currency", check.currency},
          {"validto", text_or_null(check.valid_to)},
          {"redeemed", check.redeemed},
          {"dateredeemed", text_or_null(check.redeemed_at)}};
}

json::object to_json(const Promotion& promotion) {
  return {{"promotionid", promotion.id},
          {"name", promotion.name},
          {"description", promotion.description},
          {"promotion_type", json::object{{"type", promotion.type}, {"value_int", promotion.percent}}},
          {"redeemed", promotion.redeemed}};
}

}  // namespace kassabro::sandbox::sitoo
