#include "app/promotion_uses.hpp"

#include <algorithm>

#include "app/bonus_ledger.hpp"

namespace kassabro::app {

using domain::Redemption;
using domain::RedemptionState;

namespace {

// Does this use stand, and is it of this receipt ("" is any)?
bool is_use(const Redemption& use, const std::string& receipt) {
  return use.state == RedemptionState::redeemed && (receipt.empty() || use.receipt == receipt);
}

}  // namespace

std::string promotion_key(std::string_view promotion_id) {
  return std::string(domain::promotion_key_prefix) + std::string(promotion_id);
}

Result<void> use_promotions(Tables& tables, const Account& account, const CardSettings& settings, domain::ContactId contact,
                            const RedeemRequest& request, Timestamp now) {
  for (std::size_t i = 0; i < request.promotion_ids.size(); ++i) {
    const auto& id = request.promotion_ids[i];
    const auto field = "promotion_ids[" + std::to_string(i) + "]";
    const auto offer = std::ranges::find(settings.promotions, id, &Promotion::id);
    if (offer == settings.promotions.end())
      return fail(not_found(field, "Unknown promotion: " + id.substr(0, domain::bonus_check_id_bytes_max) + "."));
    const auto key = promotion_key(id);
    const auto earlier = tables.bonus.list_redemptions(account.id, contact, key);
    const auto stands = [](const Redemption& use) { return use.state == RedemptionState::redeemed; };
    const auto is_same = [&](const Redemption& use) { return stands(use) && use.receipt == request.receipt; };
    if (!request.receipt.empty() && std::ranges::any_of(earlier, is_same)) continue;
    if (offer->once && std::ranges::any_of(earlier, stands))
      return fail(conflict(field, "Promotion " + id + " has been used already."));
    Redemption use;
    use.check_id = key;
    use.receipt = request.receipt.empty() ? unnamed_receipt(now) : request.receipt;
    use.redeemed_at = now;
    tables.bonus.save_redemption(account.id, contact, use);
  }
  return {};
}

std::vector<std::string> promotions_of_receipt(Tables& tables, const Account& account, const CardSettings& settings,
                                               domain::ContactId contact, const std::string& receipt) {
  std::vector<std::string> ids;
  for (const auto& offer : settings.promotions) {
    const auto uses = tables.bonus.list_redemptions(account.id, contact, promotion_key(offer.id));
    if (std::ranges::any_of(uses, [&](const Redemption& use) { return is_use(use, receipt); })) ids.push_back(offer.id);
  }
  return ids;
}

void undo_promotions(Tables& tables, const Account& account, domain::ContactId contact, const RedeemRequest& request,
                     Timestamp now) {
  for (const auto& id : request.promotion_ids)
    for (auto use : tables.bonus.list_redemptions(account.id, contact, promotion_key(id))) {
      const bool is_old = request.receipt.empty() && now - use.redeemed_at > undo_window;
      if (!is_use(use, request.receipt) || is_old) continue;
      use.state = RedemptionState::undone;
      use.undone_at = now;
      use.undone_by = undone_by_till;
      tables.bonus.save_redemption(account.id, contact, use);
    }
}

}  // namespace kassabro::app
