#include "sandbox/sitoo/redemption.hpp"

#include <algorithm>

#include "sandbox/sitoo/rewards.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

Result<Redemption::Piece> apply_check(std::vector<Line>& lines, const CheckUse& use, const json::object& contact) {
  const auto check = find_bonus_check(contact, use.id);
  if (!check) return fail(invalid("bonus_checks", "The customer has no bonus check " + use.id + "."));
  if (gross_of(lines) <= 0)
    return fail(invalid("bonus_checks", "Nothing is left to pay: the bonus check " + use.id + " is not needed."));
  const auto taken = apply_bonus_check(lines, use.id, use.amount.value_or(check->remaining));
  return Redemption::Piece{use.id, taken, use.amount.has_value() || taken < check->remaining};
}

}  // namespace

Result<Redemption> apply_rewards(std::vector<Line>& lines, const Sale& sale, const json::object* contact) {
  Redemption redemption;
  const bool wants_checks = !sale.bonus_checks.empty();
  if (!wants_checks && sale.promotions.empty()) return redemption;
  const std::string field = wants_checks ? "bonus_checks" : "promotions";
  if (contact == nullptr) return fail(Error{ErrorCode::unavailable, "Rewards need a customer whom the CRM knows.", field});
  for (const auto& id : sale.promotions) {
    const auto promotion = find_promotion(*contact, id);
    if (!promotion) return fail(invalid("promotions", "The customer has no promotion " + id + "."));
    apply_promotion(lines, id, promotion->percent);
    redemption.promotions.push_back(id);
  }
  for (const auto& use : sale.bonus_checks) {
    auto piece = apply_check(lines, use, *contact);
    if (!piece) return fail(piece.error());
    redemption.checks.push_back(std::move(*piece));
  }
  return redemption;
}

json::object redeem_body(Spi spi, const Redemption& redemption) {
  json::object body;
  json::array ids, parts, promotions;
  for (const auto& piece : redemption.checks) {
    ids.push_back(json::string(piece.check_id));
    parts.push_back(json::object{{"bonus_check_id", piece.check_id}, {"amount", money_text(piece.amount)}});
  }
  for (const auto& id : redemption.promotions) promotions.push_back(json::string(id));
  if (std::ranges::any_of(redemption.checks, &Redemption::Piece::is_part))
    body["bonus_checks"] = std::move(parts);
  else
    body["bonus_check_ids"] = std::move(ids);
  if (spi == Spi::v2 || !promotions.empty()) body["promotion_ids"] = std::move(promotions);
  body["receipt_id"] = redemption.receipt_id;
  return body;
}

}  // namespace kassabro::sandbox::sitoo
