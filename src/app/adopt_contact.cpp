#include "app/adopt_contact.hpp"

#include <algorithm>

#include "app/attach_orders.hpp"
#include "app/merge_bonus_checks.hpp"
#include "app/note_purchase.hpp"
#include "base/ids.hpp"

namespace kassabro::app {
namespace {

using domain::KeyKind;

// Who this is here: the owner of the e-mail or of the main phone. A second phone may be a family's, and a member number was
// perhaps given out by another system: to go by them would show one customer's card to somebody who searched for another.
std::optional<domain::ContactId> find_known(Tables& tables, const Account& account, const domain::Contact& contact) {
  if (contact.email)
    if (const auto id = tables.contacts.find_id(account.id, {KeyKind::email, contact.email->text()})) return id;
  if (const auto& phone = main_phone(contact)) return tables.contacts.find_id(account.id, {KeyKind::phone, phone->e164()});
  return std::nullopt;
}

Result<domain::ContactId> insert(Tables& tables, const Account& account, const RemoteContact& remote, Timestamp now) {
  auto contact = remote.contact;
  // Our own number, if the platform still has it from an earlier time: tills and orders may know the customer by it.
  if (contact.id == 0 || tables.contacts.find(account.id, contact.id)) contact.id = new_id(now);
  contact.version = 1;
  contact.updated_at = now;
  if (contact.registered_at == Timestamp{}) contact.registered_at = now;
  const bool number_is_free =
      !contact.member_number.empty() && !tables.contacts.find_id(account.id, {KeyKind::member_number, contact.member_number});
  if (!number_is_free) contact.member_number = tables.contacts.next_member_number(account.id);
  if (auto inserted = tables.contacts.insert(account.id, contact); !inserted) return fail(inserted.error());
  tables.contacts.record_consent(account.id, contact, {}, {rule_source, {}, {}, {}}, now);  // what the fields repeat
  tables.contacts.record_change(account.id, contact, {rule_source, {}, {}, {}}, now);
  attach_waiting_orders(tables, account, contact, now);
  return contact.id;
}

// What our own tills sold may stand in another channel's group too, for flows that read it there; it is no second purchase.
std::vector<domain::Order> of_others(Tables& tables, const Account& account, domain::ContactId contact,
                                     std::vector<domain::Order> purchases) {
  std::erase_if(purchases, [&](const domain::Order& purchase) {
    const auto own = tables.orders.find(account.id, purchase.id);
    return own && own->order.contact == contact && own->order.total_minor == purchase.total_minor;
  });
  return purchases;
}

void take_purchases(Tables& tables, const Account& account, domain::ContactId contact,
                    const std::vector<domain::Order>& purchases, Timestamp now) {
  const auto others = of_others(tables, account, contact, purchases);
  tables.channel_purchases.replace(account.id, contact, others);
  const auto newest = std::ranges::max_element(others, {}, &domain::Order::ordered_at);
  if (newest != others.end()) note_purchase(tables, account, contact, newest->ordered_at, now);
}

}  // namespace

void take_remote_extras(Tables& tables, const Account& account, domain::ContactId contact, const RemoteContact& remote,
                        Timestamp now) {
  if (remote.bonus) merge_remote_bonus(tables, account, contact, *remote.bonus, TellBack::yes, now);
  if (remote.purchases) take_purchases(tables, account, contact, *remote.purchases, now);
  auto extras = tables.extras.get(account.id, contact);
  const auto before = extras;
  extras.shown = remote.shown;
  if (!remote.bonus) extras.bonus_fault = extras.bonus_text = "";
  if (extras != before) tables.extras.save(account.id, contact, extras);
}

Result<StoredContact> adopt_contact(Tables& tables, const Account& account, const RemoteContact& remote, Timestamp now) {
  auto id = find_known(tables, account, remote.contact);
  if (!id) {
    if (tables.erasures.is_leaving(account.id, keys_of(remote.contact)))
      return fail(not_found("customer", "This person is being erased."));
    const auto inserted = insert(tables, account, remote, now);
    if (!inserted) return fail(inserted.error());
    id = *inserted;
  }
  tables.contacts.save_link(account.id, *id, remote.link);
  take_remote_extras(tables, account, *id, remote, now);
  return *tables.contacts.find(account.id, *id);
}

}  // namespace kassabro::app
