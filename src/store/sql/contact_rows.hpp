#pragma once

#include "app/tables.hpp"
#include "store/sql/connection.hpp"

namespace kassabro::store::sql {

// Reads that transactions and readers share.
std::optional<app::StoredContact> find_contact(Connection& connection, domain::AccountId account, domain::ContactId id);
app::ConsentChoices find_consent_choices(Connection& connection, domain::AccountId account, domain::ContactId id);
std::optional<domain::ContactId> find_contact_id(Connection& connection, domain::AccountId account,
                                                 const domain::CustomerKey& key);
// The same in one statement: one read lock instead of two on the path of a search.
std::optional<app::StoredContact> find_contact_by_key(Connection& connection, domain::AccountId account,
                                                      const domain::CustomerKey& key);

// Who the contact is on the marketing platform, as it was read there; an older read changes nothing.
void save_link(Connection& connection, domain::AccountId account, domain::ContactId id, const app::RemoteLink& link);

class SqlContactTable final : public app::ContactTable {
 public:
  explicit SqlContactTable(Connection& connection) : connection_(connection) {}

  std::optional<app::StoredContact> find(app::AccountId account, domain::ContactId id) override;
  std::optional<domain::ContactId> find_id(app::AccountId account, const domain::CustomerKey& key) override;
  Result<void> insert(app::AccountId account, const domain::Contact& contact) override;
  Result<void> update(app::AccountId account, const domain::Contact& before, const domain::Contact& after) override;
  std::string next_member_number(app::AccountId account) override;
  void record_consent(domain::AccountId account, const domain::Contact& contact, const app::ToldConsents& told,
                      const app::Origin& origin, Timestamp at) override;
  app::ConsentChoices consent_choices(domain::AccountId account, domain::ContactId id) override;
  std::vector<domain::ContactId> list_linked(domain::AccountId account, std::int64_t remote_id) override;
  void doubt_link(domain::AccountId account, domain::ContactId id, bool blocked) override;
  void record_change(app::AccountId account, const domain::Contact& contact, const app::Origin& origin, Timestamp at) override;
  void save_link(app::AccountId account, domain::ContactId id, const app::RemoteLink& link) override;

 private:
  Result<void> claim_keys(app::AccountId account, const domain::Contact& contact);

  Connection& connection_;
};

}  // namespace kassabro::store::sql
