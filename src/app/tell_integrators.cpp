#include "app/tell_integrators.hpp"

#include "app/message_payload.hpp"

namespace kassabro::app {
namespace {

std::optional<domain::Contact> person(Tables& tables, const Account& account, std::optional<domain::ContactId> id) {
  if (!id) return std::nullopt;
  auto stored = tables.contacts.find(account.id, *id);
  if (!stored) return std::nullopt;
  return std::move(stored->contact);
}

void tell(Tables& tables, const Account& account, MessageType type, domain::ContactId contact, json::object data,
          Timestamp now) {
  tables.messages.tell({account.id, new_message_id(now), type, contact, payload_text(type, now, std::move(data)), now});
}

}  // namespace

void tell_order(Tables& tables, const Account& account, const domain::Order& order, const std::optional<StoredOrder>& before,
                Timestamp now) {
  if (!tells(account, MessageType::order_completed) || order.state != domain::OrderState::completed) return;
  if (before && before->order.state == domain::OrderState::completed) return;
  const auto buyer = person(tables, account, order.contact);
  tell(tables, account, MessageType::order_completed, buyer ? buyer->id : 0, order_data(account, order, buyer), now);
}

void tell_registered(Tables& tables, const Account& account, const domain::Contact& contact, const Origin& origin,
                     Timestamp now) {
  if (!tells(account, MessageType::customer_registered)) return;
  tell(tables, account, MessageType::customer_registered, contact.id, registered_data(account, contact, origin), now);
}

void tell_consent(Tables& tables, const Account& account, const domain::Contact& before, const domain::Contact& after,
                  const ToldConsents& told, const Origin& origin, Timestamp chosen_at, Timestamp now) {
  if (!tells(account, MessageType::consent_changed) || before.consent == after.consent) return;
  tell(tables, account, MessageType::consent_changed, after.id, consent_data(account, before, after, told, origin, chosen_at),
       now);
}

void tell_redemption(Tables& tables, const Account& account, MessageType type, domain::ContactId owner,
                     const domain::BonusCheck& check, const domain::Redemption& redemption, const Origin& origin,
                     Timestamp now) {
  if (!tells(account, type)) return;
  tell(tables, account, type, owner, redemption_data(account, person(tables, account, owner), check, redemption, origin), now);
}

}  // namespace kassabro::app
