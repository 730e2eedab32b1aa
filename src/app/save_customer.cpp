#include "app/save_customer.hpp"

#include "app/attach_orders.hpp"
#include "app/consent_settings.hpp"
#include "app/deliveries.hpp"
#include "app/find_customer.hpp"
#include "app/tell_integrators.hpp"
#include "base/ids.hpp"

namespace kassabro::app {
namespace {

using domain::Contact;
using domain::ContactChange;
using domain::ContactField;

// The caller's name of the first of these fields that it has filled in; "" when it named none.
std::string callers_name(const ContactChange& change, std::initializer_list<ContactField> fields) {
  for (const auto field : fields)
    for (const auto& given : change.texts)
      if (given.field == field && !given.text.empty()) return given.name;
  return {};
}

// The store names our field; the caller wants to read its own name. Only the main phone can be in conflict, and that is the
// mobile, if there is one.
Error in_callers_words(Error error, const ContactChange& change) {
  std::string name;
  if (error.field == "email") name = callers_name(change, {ContactField::email});
  if (error.field == "mobile") name = callers_name(change, {ContactField::mobile, ContactField::phone});
  if (error.field == "member_number") name = callers_name(change, {ContactField::member_number});
  if (!name.empty()) error.field = std::move(name);
  return error;
}

void save_options(Tables& tables, const Account& account, domain::ContactId id, const ContactChange& change) {
  if (!change.additional_options) return;
  auto extras = tables.extras.get(account.id, id);
  extras.additional_options = *change.additional_options;
  tables.extras.save(account.id, id, extras);
}

void record_consent(Tables& tables, const Account& account, const Contact& contact, const ToldConsents& told,
                    const Origin& origin, Timestamp now) {
  tables.contacts.record_consent(account.id, contact, told, origin, now);
  if (consent_settings_of(account).suppressions && (told.email || told.sms))
    tables.deliveries.enqueue_once(delivery_of(account, contact.id, DeliveryKind::consent_told, now, origin.trace), now);
}

// What a form names again and again without a change is no new choice.
ToldConsents changed_consents(const domain::Consent& before, const domain::Consent& after) {
  return {before.email != after.email, before.sms != after.sms, before.mail != after.mail};
}

ToldConsents named_consents(const ContactChange& change) {
  return {change.accepts_email.has_value(), change.accepts_sms.has_value(), change.accepts_mail.has_value()};
}

Result<Contact> insert_contact(Tables& tables, const Account& account, Contact contact, const ContactChange& change,
                               const Origin& origin, Timestamp now) {
  contact.id = new_id(now);
  contact.version = 1;
  contact.registered_at = now;
  contact.updated_at = now;
  if (contact.store.empty()) contact.store = origin.store;
  if (contact.member_number.empty()) contact.member_number = tables.contacts.next_member_number(account.id);
  if (auto inserted = tables.contacts.insert(account.id, contact); !inserted) return fail(inserted.error());
  tables.contacts.record_change(account.id, contact, origin, now);
  save_options(tables, account, contact.id, change);
  enqueue_contact(tables, account, contact.id, DeliveryKind::contact_registered, now, origin.trace);
  record_consent(tables, account, contact, named_consents(change), origin, now);
  tell_registered(tables, account, contact, origin, now);
  attach_waiting_orders(tables, account, contact, now, origin.trace);
  return contact;
}

Result<Contact> change_contact(Tables& tables, const Account& account, domain::ContactId id, const ContactChange& change,
                               const Origin& origin, Timestamp now) {
  const auto stored = tables.contacts.find(account.id, id);
  if (!stored) return fail(not_found("contactid", "There is no contact with this id."));
  const auto& before = stored->contact;
  auto changed = apply(before, change, account.country);
  if (!changed) return changed;
  if (changed->member_number.empty()) changed->member_number = before.member_number;  // the receipt needs one
  if (const auto fault = registration_fault(*changed)) return fail(*fault);
  changed->version = before.version + 1;
  changed->updated_at = now;
  if (auto updated = tables.contacts.update(account.id, before, *changed); !updated) return fail(updated.error());
  tables.contacts.record_change(account.id, *changed, origin, now);
  save_options(tables, account, changed->id, change);
  // Before the change is told, so that whoever is freed gets what only the free get.
  if (changed->consent != before.consent) {
    const auto told = changed_consents(before.consent, changed->consent);
    record_consent(tables, account, *changed, told, origin, now);
    tell_consent(tables, account, before, *changed, told, origin, now, now);
  }
  enqueue_contact(tables, account, changed->id, DeliveryKind::contact_updated, now, origin.trace);
  if (keys_of(*changed) != keys_of(before)) attach_waiting_orders(tables, account, *changed, now, origin.trace);
  return changed;
}

}  // namespace

Async<Result<Contact>> SaveCustomer::add(const Account& account, const ContactChange& change, Origin origin) {
  auto contact = apply(Contact{}, change, account.country);
  if (!contact) co_return contact;
  if (const auto fault = registration_fault(*contact)) co_return fail(*fault);
  const auto now = clock_.now();
  auto saved = co_await in_transaction<Contact>(
      unit_, account.id, [&](Tables& tables) { return insert_contact(tables, account, *contact, change, origin, now); });
  if (!saved) co_return fail(in_callers_words(saved.error(), change));
  co_return saved;
}

Async<Result<Contact>> SaveCustomer::update(const Account& account, std::string_view contact_id, const ContactChange& change,
                                            Origin origin) {
  const auto id = parse_contact_id(contact_id);
  if (!id) co_return fail(id.error());
  const auto now = clock_.now();
  auto saved = co_await in_transaction<Contact>(
      unit_, account.id, [&](Tables& tables) { return change_contact(tables, account, *id, change, origin, now); });
  if (!saved) co_return fail(in_callers_words(saved.error(), change));
  co_return saved;
}

}  // namespace kassabro::app
