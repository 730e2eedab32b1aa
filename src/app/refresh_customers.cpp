#include "app/refresh_customers.hpp"

#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

namespace kassabro::app {
namespace {

using domain::Contact;
using domain::ContactField;

// What marketers edit. E-mail, phone and member number are keys and change at the till only.
constexpr std::array editable{ContactField::first_name,    ContactField::last_name,      ContactField::company,
                              ContactField::company_id,    ContactField::gender,         ContactField::invoice_line1,
                              ContactField::invoice_line2, ContactField::invoice_zip,    ContactField::invoice_city,
                              ContactField::invoice_state, ContactField::delivery_line1, ContactField::delivery_line2,
                              ContactField::delivery_zip,  ContactField::delivery_city,  ContactField::delivery_state};

}  // namespace

Contact merged_with_remote(Contact mine, const Contact& remote) {
  auto theirs = remote;
  for (const auto field : editable)
    if (const auto& text = *text_field(theirs, field); !text.empty()) *text_field(mine, field) = text;
  return mine;
}

RefreshCustomers::RefreshCustomers(boost::asio::any_io_executor executor, RemoteDirectory& directory, UnitOfWork& unit,
                                   const Clock& clock)
    : RefreshCustomers(std::move(executor), directory, unit, clock, Limits{}) {}

bool RefreshCustomers::admit(domain::ContactId id) {
  const std::scoped_lock lock(mutex_);
  const auto now = clock_.now();
  if (now - second_ >= std::chrono::seconds(1)) {
    second_ = now;
    in_this_second_ = 0;
  }
  if (running_.size() >= limits_.at_once || in_this_second_ >= limits_.a_second || !running_.insert(id).second) return false;
  ++in_this_second_;
  return true;
}

void RefreshCustomers::offer(const Account& account, const StoredContact& stored) {
  if (account.status != AccountStatus::active || !admit(stored.contact.id)) return;
  boost::asio::co_spawn(executor_, refresh(account, stored.contact), boost::asio::detached);
}

Async<void> RefreshCustomers::refresh(Account account, Contact contact) {
  const auto id = contact.id;
  try {
    std::vector<domain::CustomerKey> keys;
    for (auto& key : domain::keys_of(contact))
      if (key.kind == domain::KeyKind::email || key.kind == domain::KeyKind::phone) keys.push_back(std::move(key));
    const auto remote = co_await directory_.find(account, std::move(keys), limits_.patience);
    if (remote && *remote)
      co_await unit_.run([&](Tables& tables) {
        const auto stored = tables.contacts.find(account.id, id);
        if (!stored) return false;
        tables.contacts.save_link(account.id, id, (*remote)->link);
        const bool ours_is_newer = clock_.now() - stored->contact.updated_at < limits_.own_change_is_newer_for ||
                                   tables.deliveries.has_waiting(account.id, id);
        if (ours_is_newer) return true;
        const auto merged = merged_with_remote(stored->contact, (*remote)->contact);
        return tables.contacts.update(account.id, stored->contact, merged).has_value();
      });
  } catch (const std::exception&) {  // the next search offers it again
  }
  const std::scoped_lock lock(mutex_);
  running_.erase(id);
}

}  // namespace kassabro::app
