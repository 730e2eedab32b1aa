#include "app/refresh_contact.hpp"

#include <array>

#include "app/adopt_contact.hpp"
#include "app/remote_state.hpp"

namespace kassabro::app {
namespace {

using domain::Contact;
using domain::ContactField;

constexpr std::chrono::minutes own_change_is_newer_for{5};

// What marketers edit. E-mail, phone and member number are keys and change at the till only.
constexpr std::array editable{ContactField::first_name,    ContactField::last_name,      ContactField::company,
                              ContactField::company_id,    ContactField::gender,         ContactField::invoice_line1,
                              ContactField::invoice_line2, ContactField::invoice_zip,    ContactField::invoice_city,
                              ContactField::invoice_state, ContactField::delivery_line1, ContactField::delivery_line2,
                              ContactField::delivery_zip,  ContactField::delivery_city,  ContactField::delivery_state};

Async<Result<std::optional<RemoteContact>>> ask(RemoteDirectory& directory, const Clock& clock, const Account& account,
                                                const StoredContact& stored, Asker asker) {
  const auto deadline = clock.now() + asker.patience;
  if (stored.link && stored.link->remote_id != 0) {
    auto remote = co_await directory.read(account, stored.link->remote_id, asker);
    if (!remote || *remote) co_return remote;
  }
  std::vector<domain::CustomerKey> keys;
  for (auto& key : domain::keys_of(stored.contact))
    if (key.kind == domain::KeyKind::email || key.kind == domain::KeyKind::phone) keys.push_back(std::move(key));
  co_return co_await directory.find(account, std::move(keys), Asker(deadline - clock.now(), asker.trace));
}

}  // namespace

bool refresh_from(Tables& tables, const Account& account, domain::ContactId id, const RemoteContact& remote, Timestamp now) {
  const auto stored = tables.contacts.find(account.id, id);
  if (!stored) return false;
  tables.contacts.save_link(account.id, id, remote.link);
  take_remote_extras(tables, account, id, remote, now);
  const bool ours_is_newer =
      now - stored->contact.updated_at < own_change_is_newer_for || tables.deliveries.has_waiting(account.id, id);
  bool is_saved = true;
  if (!ours_is_newer) {
    const auto merged = merged_with_remote(stored->contact, remote.contact);
    is_saved = merged == stored->contact || tables.contacts.update(account.id, stored->contact, merged).has_value();
  }
  take_remote_state(tables, account, id, remote, Heard::nothing, now);
  return is_saved;
}

Contact merged_with_remote(Contact mine, const Contact& remote) {
  auto theirs = remote;
  for (const auto field : editable)
    if (const auto& text = *text_field(theirs, field); !text.empty()) *text_field(mine, field) = text;
  return mine;
}

Async<Result<bool>> refresh_contact(RemoteDirectory& directory, UnitOfWork& unit, const Clock& clock, const Account& account,
                                    const StoredContact& stored, Asker asker) {
  const auto remote = co_await ask(directory, clock, account, stored, asker);
  if (!remote) co_return fail(remote.error());
  if (!*remote) co_return false;
  co_await unit.run(account.id,
                    [&](Tables& tables) { return refresh_from(tables, account, stored.contact.id, **remote, clock.now()); });
  co_return true;
}

}  // namespace kassabro::app
