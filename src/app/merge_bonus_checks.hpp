#pragma once

#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Brings what stands on the marketing platform into the ledger (domain/bonus_merge.hpp), in the caller's transaction. A field that cannot be read
// changes nothing but is noted for the doctor. `tell_back`: enqueue a delivery when the platform shows something else than
// the ledger afterwards.
enum class TellBack { yes, no };
void merge_remote_bonus(Tables& tables, const Account& account, domain::ContactId contact, const RemoteBonus& remote,
                        TellBack tell_back, Timestamp now);

// The same in a transaction of its own, for a delivery that is about to write the field: what somebody edited there is kept,
// and what is to be written comes back.
class MergeBonusChecks final : public RemoteBonusEdits {
 public:
  MergeBonusChecks(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}
  Async<std::vector<domain::BonusCheck>> merge(const Account& account, domain::ContactId contact, RemoteBonus remote) override;

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
