#pragma once

#include "app/bonus_table.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// What read_redemption takes, from the first column on.
#define KASSABRO_REDEMPTION_COLUMNS "check_id, receipt, amount_minor, state, order_id, redeemed_at, undone_at, undone_by"
domain::Redemption read_redemption(const Statement& row);

std::vector<domain::BonusCheck> list_bonus_checks(Connection& connection, domain::AccountId account, domain::ContactId contact);

class SqlBonusTable final : public app::BonusTable {
 public:
  explicit SqlBonusTable(Connection& connection) : connection_(connection) {}

  std::vector<domain::BonusCheck> list(domain::AccountId account, domain::ContactId contact) override;
  std::vector<domain::LedgerCheck> list_with_past(domain::AccountId account, domain::ContactId contact) override;
  std::optional<domain::BonusCheck> find(domain::AccountId account, domain::ContactId contact,
                                         std::string_view check_id) override;
  std::vector<domain::ContactId> find_owners(domain::AccountId account, std::string_view check_id) override;
  void save(domain::AccountId account, domain::ContactId contact, const domain::BonusCheck& check, Timestamp at) override;
  void mark_seen(domain::AccountId account, domain::ContactId contact, std::string_view check_id) override;
  void mark_unseen(domain::AccountId account, domain::ContactId contact, std::string_view check_id) override;
  void keep_replaced(domain::AccountId account, domain::ContactId contact, const domain::BonusCheck& before,
                     Timestamp at) override;
  void forget_replaced(domain::AccountId account, domain::ContactId contact, std::string_view check_id) override;

  std::vector<domain::Redemption> list_redemptions(domain::AccountId account, domain::ContactId contact,
                                                   std::string_view check_id) override;
  std::vector<app::OwnedRedemption> list_redemptions_of_order(domain::AccountId account, std::string_view order_id) override;
  std::vector<domain::Redemption> list_open_redemptions(domain::AccountId account, domain::ContactId contact,
                                                        std::string_view receipt_id, std::string_view order_id) override;
  void save_redemption(domain::AccountId account, domain::ContactId contact, const domain::Redemption& redemption) override;
  void record(domain::AccountId account, domain::ContactId contact, const domain::BonusEntry& entry, const app::Origin& origin,
              Timestamp at) override;
  std::vector<domain::ContactId> list_with_expired(domain::AccountId account, Date day, std::size_t count_max) override;

 private:
  Connection& connection_;
};

}  // namespace kassabro::store::sql
