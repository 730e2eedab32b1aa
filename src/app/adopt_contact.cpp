#include "app/adopt_contact.hpp"

#include "base/ids.hpp"

namespace kassabro::app {

Result<domain::Contact> adopt_contact(Tables& tables, const Account& account, const RemoteContact& remote, Timestamp now) {
  for (const auto& key : domain::keys_of(remote.contact)) {
    const auto id = tables.contacts.find_id(account.id, key);
    if (!id) continue;
    tables.contacts.save_link(account.id, *id, remote.link);
    return tables.contacts.find(account.id, *id)->contact;
  }
  auto contact = remote.contact;
  contact.id = new_id(now);
  contact.version = 1;
  contact.updated_at = now;
  if (contact.registered_at == Timestamp{}) contact.registered_at = now;
  if (contact.member_number.empty()) contact.member_number = tables.contacts.next_member_number(account.id);
  if (auto inserted = tables.contacts.insert(account.id, contact); !inserted) return fail(inserted.error());
  tables.contacts.save_link(account.id, contact.id, remote.link);
  return contact;
}

}  // namespace kassabro::app
