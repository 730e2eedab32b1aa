#pragma once

#include <string_view>
#include <vector>

#include "app/origin.hpp"
#include "base/async.hpp"
#include "domain/bonus_merge.hpp"
#include "domain/contact.hpp"

namespace kassabro::app {

struct OwnedRedemption {
  domain::ContactId contact = 0;
  domain::Redemption redemption;
};

// The bonus ledger as one transaction sees it. A check is keyed by (account, contact, check id).
class BonusTable {
 public:
  virtual ~BonusTable() = default;
  virtual std::vector<domain::BonusCheck> list(domain::AccountId account, domain::ContactId contact) = 0;
  // The same with their past, for merging.
  virtual std::vector<domain::LedgerCheck> list_with_past(domain::AccountId account, domain::ContactId contact) = 0;
  virtual std::optional<domain::BonusCheck> find(domain::AccountId account, domain::ContactId contact,
                                                 std::string_view check_id) = 0;
  // Who has a check of this id; at most two, which is enough to know that the id alone does not do.
  virtual std::vector<domain::ContactId> find_owners(domain::AccountId account, std::string_view check_id) = 0;
  virtual void save(domain::AccountId account, domain::ContactId contact, const domain::BonusCheck& check, Timestamp at) = 0;
  virtual void mark_seen(domain::AccountId account, domain::ContactId contact, std::string_view check_id) = 0;
  // It is not in the platform's list for all we know, so that a list without it does not withdraw it.
  virtual void mark_unseen(domain::AccountId account, domain::ContactId contact, std::string_view check_id) = 0;
  // What a change of ours has put something else in place of; see domain::LedgerCheck.
  virtual void keep_replaced(domain::AccountId account, domain::ContactId contact, const domain::BonusCheck& before,
                             Timestamp at) = 0;
  virtual void forget_replaced(domain::AccountId account, domain::ContactId contact, std::string_view check_id) = 0;

  virtual std::vector<domain::Redemption> list_redemptions(domain::AccountId account, domain::ContactId contact,
                                                           std::string_view check_id) = 0;
  virtual std::vector<OwnedRedemption> list_redemptions_of_order(domain::AccountId account, std::string_view order_id) = 0;
  // Uses that stand and that no order shows yet, named by one of these.
  virtual std::vector<domain::Redemption> list_open_redemptions(domain::AccountId account, domain::ContactId contact,
                                                                std::string_view receipt_id, std::string_view order_id) = 0;
  virtual void save_redemption(domain::AccountId account, domain::ContactId contact, const domain::Redemption& redemption) = 0;
  // Adds to the ledger; entries are never changed.
  virtual void record(domain::AccountId account, domain::ContactId contact, const domain::BonusEntry& entry,
                      const Origin& origin, Timestamp at) = 0;

  // Contacts that have an open check whose last day is before `day`, with something left; at most `count_max`.
  virtual std::vector<domain::ContactId> list_with_expired(domain::AccountId account, Date day, std::size_t count_max) = 0;
};

class BonusReader {
 public:
  virtual ~BonusReader() = default;
  // All of a customer's checks, used ones too, by id.
  virtual Async<std::vector<domain::BonusCheck>> list(domain::AccountId account, domain::ContactId contact) = 0;
};

}  // namespace kassabro::app
