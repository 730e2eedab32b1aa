#pragma once

#include "app/delivery.hpp"
#include "app/remote_directory.hpp"
#include "rule/answers.hpp"
#include "rule/ledger_fields.hpp"
#include "rule/writer.hpp"

namespace kassabro::rule {

// Tells a linked customer's bonus checks: what stands in Rule is read first and merged into the ledger, so that an edit made
// there meanwhile is kept; then the fields and the tag are written. Everything may be repeated, so nothing is looked for after
// a lost answer. No automation: only completed purchases start flows.
class BonusDelivery {
 public:
  BonusDelivery(RuleClient& client, Writer& writer, app::RemoteBonusEdits& edits, const Clock& clock)
      : client_(client), writer_(writer), edits_(edits), clock_(clock) {}

  // False: the linked person is not in Rule any more; nothing was done.
  using Told = std::expected<bool, CallError>;
  Async<Told> tell(Shop shop, const app::DeliveryJob& job, std::int64_t subscriber_id);

 private:
  Async<LedgerState> merge(Shop shop, const app::DeliveryJob& job, std::optional<app::RemoteBonus> remote);
  Async<Done> remove_tag(Shop shop, std::int64_t subscriber_id);

  RuleClient& client_;
  Writer& writer_;
  app::RemoteBonusEdits& edits_;
  const Clock& clock_;
};

}  // namespace kassabro::rule
