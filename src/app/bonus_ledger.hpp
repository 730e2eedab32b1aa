#pragma once

#include "app/card_settings.hpp"
#include "app/tables.hpp"

namespace kassabro::app {

// Who undid a redemption, beside the id of a return that gave it back.
inline constexpr std::string_view undone_by_till = "till";
inline constexpr std::string_view undone_by_cancelling = "cancelled";

// The receipt of a use for which the till named no purchase.
std::string unnamed_receipt(Timestamp now);
// What is undone without naming a purchase is of this hour: a till aborts a purchase at once or not at all.
inline constexpr std::chrono::hours undo_window{1};

// One customer's bonus checks within a transaction: each change of what is left is a row in the ledger, and marks the
// customer to be told of.
class BonusLedger {
 public:
  BonusLedger(Tables& tables, const Account& account, domain::ContactId contact, const Origin& origin, Timestamp now)
      : tables_(tables), account_(account), contact_(contact), origin_(origin), now_(now) {}

  std::optional<domain::BonusCheck> find(std::string_view check_id) {
    return tables_.bonus.find(account_.id, contact_, check_id);
  }
  std::vector<domain::Redemption> redemptions(std::string_view check_id) {
    return tables_.bonus.list_redemptions(account_.id, contact_, check_id);
  }

  // `check` as it is before. The amount is checked by the caller.
  domain::BonusCheck redeem(const domain::BonusCheck& check, domain::Redemption redemption);
  // Gives an amount back that was redeemed; `by` is undone_by_till, undone_by_cancelling or the id of a return.
  domain::BonusCheck give_back(const domain::BonusCheck& check, domain::Redemption redemption, std::string by);
  // Keeps a redemption that changes nothing of the check.
  void save(const domain::Redemption& redemption) { tables_.bonus.save_redemption(account_.id, contact_, redemption); }
  void note(const domain::BonusCheck& check, domain::BonusEntryKind kind, std::int64_t change_minor,
            const domain::Redemption* redemption = nullptr);

  // A use by a sale that is made. When nothing was left (its amount is 0), it is kept and noted as overspent.
  void use(const domain::BonusCheck& check, const domain::Redemption& redemption);

  // A change that a merge has planned. A check that is new is settled with the purchases that used it before it was known.
  void make(const domain::BonusChange& change);
  // The same of a change that does not come from the platform, so that what still stands there does not undo it. `before`:
  // absent of a new check. The platform is told.
  void make_own(const std::optional<domain::BonusCheck>& before, const domain::BonusChange& change);

  // Tells the marketing platform, at the end, if anything was changed.
  void enqueue(Urgency urgency = Urgency::soon);

 private:
  void settle_unmatched(const domain::BonusCheck& issued);

  Tables& tables_;
  const Account& account_;
  domain::ContactId contact_;
  const Origin& origin_;
  Timestamp now_;
  bool used_ = false;
  bool changed_ = false;
};

// What a sale takes of a check: `wanted_minor`, at most what is left; 0 is all. A discount is computed row by row and rounded,
// so what is within one unit of the currency of all that is left is all that is left.
std::int64_t taken_of(const domain::BonusCheck& check, std::int64_t wanted_minor);

// Today, as the store's calendar says.
Date today_in(std::string_view time_zone, Timestamp now);

}  // namespace kassabro::app
