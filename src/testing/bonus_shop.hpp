#pragma once

#include <algorithm>
#include "app/accept_orders.hpp"
#include "app/redeem_bonus_checks.hpp"

#include "testing/shop.hpp"

namespace kassabro::testing {

inline domain::BonusCheck sample_bonus_check(const std::string& id, std::int64_t value_minor = 10'000) {
  domain::BonusCheck check;
  check.id = id;
  check.name = "Bonus " + id;
  check.value_minor = check.remaining_minor = value_minor;
  check.currency = "SEK";
  return check;
}

// A shop with two customers; the first has a bonus check of 100.00.
class BonusShop : public Shop {
 protected:
  static constexpr domain::ContactId anna = 7;
  static constexpr domain::ContactId bo = 8;

  BonusShop() {
    insert(sample_contact(anna, "anna"));
    insert(sample_contact(bo, "bo"));
    issue(anna, sample_bonus_check("B1"));
  }

  void issue(domain::ContactId contact, const domain::BonusCheck& check) {
    file.write([&](app::Tables& tables) {
      tables.bonus.save(account.id, contact, check, noon);
      tables.bonus.record(account.id, contact,
                          {check.id, domain::BonusEntryKind::issued, check.remaining_minor, check.remaining_minor, {}, {}},
                          {"rule", {}, {}, {}}, noon);
      tables.bonus.mark_seen(account.id, contact, check.id);
    });
  }

  app::RedeemRequest request(const std::string& receipt, const std::string& amount = "", const std::string& id = "B1") {
    return {"7", {{id, amount, "", "bonus_check_ids[0]"}}, {}, receipt};
  }
  Result<app::Redeemed> redeem(app::RedeemRequest wanted) {
    return run(
        app::RedeemBonusChecks(file->unit_of_work(), clock)(account, std::move(wanted), {"sitoo_v2", "200", "Kim", "R1"}));
  }
  Result<app::Redeemed> undo(app::RedeemRequest wanted) {
    return run(app::UndoRedemption(file->unit_of_work(), clock)(account, std::move(wanted), {"sitoo_v2", "200", "Kim", "R1"}));
  }
  void accept(const domain::Order& order) {
    const auto accepted =
        run(app::AcceptOrders(file->unit_of_work(), clock)(account, "body", {order}, {"sitoo_v1", "", "", ""}));
    EXPECT_TRUE(accepted) << accepted.error().message;
  }

  // A sale of 100.00 to Anna, one row of which names the check.
  domain::Order sale_with(const std::string& id, const std::string& check_id, std::int64_t discount_minor = 0) {
    auto order = sample_order(id);
    order.contact_ref = "7";
    order.lines.at(0).bonus_check_ids = {check_id};
    order.lines.at(0).gross_discount_minor = discount_minor;
    return order;
  }
  domain::Order return_of(const domain::Order& sale, const std::string& id) {
    auto order = sale;
    order.id = id;
    order.receipt_id = "R" + id;
    order.type = domain::OrderType::return_;
    order.credited_order_id = sale.id;
    order.total_minor = -sale.total_minor;
    for (auto& line : order.lines) {
      line.quantity = -line.quantity;
      line.net_minor = -line.net_minor;
      line.vat_minor = -line.vat_minor;
      line.bonus_check_ids.clear();
    }
    return order;
  }

  std::int64_t left(const std::string& id = "B1", domain::ContactId contact = anna) {
    for (const auto& check : run(file->bonus_checks().list(account.id, contact)))
      if (check.id == id) return check.remaining_minor;
    return -1;
  }
  std::int64_t entries(const std::string& kind) const {
    return file.count("SELECT count(*) FROM bonus_entries WHERE kind = '" + kind + "'");
  }
  std::int64_t waiting_of(app::DeliveryKind kind) {
    const auto kinds = waiting();
    return std::ranges::count(kinds, kind);
  }
};

}  // namespace kassabro::testing
