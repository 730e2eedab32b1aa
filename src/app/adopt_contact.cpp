#include "app/adopt_contact.hpp"

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

}  // namespace

Result<domain::Contact> adopt_contact(Tables& tables, const Account& account, const RemoteContact& remote, Timestamp now) {
  if (const auto id = find_known(tables, account, remote.contact)) {
    tables.contacts.save_link(account.id, *id, remote.link);
    return tables.contacts.find(account.id, *id)->contact;
  }
  auto contact = remote.contact;
  contact.id = new_id(now);
  contact.version = 1;
  contact.updated_at = now;
  if (contact.registered_at == Timestamp{}) contact.registered_at = now;
  const bool number_is_free =
      !contact.member_number.empty() && !tables.contacts.find_id(account.id, {KeyKind::member_number, contact.member_number});
  if (!number_is_free) contact.member_number = tables.contacts.next_member_number(account.id);
  if (auto inserted = tables.contacts.insert(account.id, contact); !inserted) return fail(inserted.error());
  tables.contacts.save_link(account.id, contact.id, remote.link);
  return contact;
}

}  // namespace kassabro::app
