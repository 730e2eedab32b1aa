#include "app/save_remote_choice.hpp"

#include "app/deliveries.hpp"
#include "app/tell_integrators.hpp"

namespace kassabro::app {

void save_remote_choice(Tables& tables, const Account& account, const domain::Contact& before, domain::Contact after,
                        const ToldConsents& told, Timestamp chosen_at, Timestamp now, const Trace& trace) {
  const Origin origin{rule_source, {}, {}, {}};
  after.version = before.version + 1;
  after.updated_at = now;
  if (!tables.contacts.update(account.id, before, after)) return;  // only of another key, and none has changed
  tables.contacts.record_consent(account.id, after, told, origin, chosen_at);
  tables.contacts.record_change(account.id, after, origin, now);
  if (after.consent == before.consent) return;
  tell_consent(tables, account, before, after, told, origin, chosen_at, now);
  auto delivery = delivery_of(account, after.id, DeliveryKind::contact_updated, now, trace);
  delivery.urgency = Urgency::when_idle;
  tables.deliveries.enqueue_once(delivery, now);
}

}  // namespace kassabro::app
