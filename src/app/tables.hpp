#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "app/delivery.hpp"
#include "base/result.hpp"
#include "domain/customer_key.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// A contact with what is known of it on the other side.
struct StoredContact {
  domain::Contact contact;
  std::optional<RemoteLink> link;
};

// Who made a change, as far as the till tells (SPI v2's Store-ID, Staff-ID, Register-ID; empty otherwise).
struct Origin {
  std::string source;  // "sitoo_v1", "rule", "order" ...
  std::string store;
  std::string staff;
  std::string register_id;
};

// The tables as one transaction sees them. All calls run on the store's writer; none of them waits.
// A failed infrastructure throws; what a caller can act on is in the return type.

class ContactTable {
 public:
  virtual ~ContactTable() = default;
  virtual std::optional<StoredContact> find(AccountId account, domain::ContactId id) = 0;
  virtual std::optional<domain::ContactId> find_id(AccountId account, const domain::CustomerKey& key) = 0;
  // Error `conflict`: another contact has the e-mail, the main phone or the member number; `field` is "email", "mobile" or
  // "member_number". A second phone that somebody else owns is kept but does not find this contact.
  virtual Result<void> insert(AccountId account, const domain::Contact& contact) = 0;
  virtual Result<void> update(AccountId account, const domain::Contact& before, const domain::Contact& after) = 0;
  virtual std::string next_member_number(AccountId account) = 0;
  virtual void record_consent(AccountId account, const domain::Contact& contact, const Origin& origin, Timestamp at) = 0;
  virtual void save_link(AccountId account, domain::ContactId id, const RemoteLink& link) = 0;
};

struct StoredOrder {
  domain::Order order;
  bool announced = false;  // a delivery of kind order_completed was made for it
};

class OrderTable {
 public:
  virtual ~OrderTable() = default;
  virtual std::optional<StoredOrder> find(AccountId account, std::string_view order_id) = 0;
  virtual void save(AccountId account, const StoredOrder& order, Timestamp at) = 0;
};

class DeliveryTable {
 public:
  virtual ~DeliveryTable() = default;
  virtual void enqueue(const Delivery& delivery, Timestamp at) = 0;
  virtual bool has_waiting(AccountId account, domain::ContactId contact) = 0;  // pending or leased
};

class InboxTable {
 public:
  virtual ~InboxTable() = default;
  // The body as it came, so that nothing is lost that we do not understand today.
  virtual void save(AccountId account, std::string_view source, std::string_view body, Timestamp at) = 0;
};

class AccountTable {
 public:
  virtual ~AccountTable() = default;
  // The api_token and the rule_key both open the account. Error `conflict`: one of them, or the basic user, belongs to
  // another account; `field` says which.
  virtual Result<void> insert(const Account& account, std::int64_t remote_account_id) = 0;
  virtual void update(const Account& account) = 0;
  virtual void set_status(AccountId account, AccountStatus status) = 0;
  // Another key of the same marketing account: used from now on, and valid as a token beside the older ones.
  virtual void renew_rule_key(AccountId account, const SecretString& rule_key) = 0;
  virtual std::optional<AccountId> find_by_remote(std::int64_t remote_account_id) = 0;
  virtual bool remove(AccountId account) = 0;
};

struct Tables {
  ContactTable& contacts;
  OrderTable& orders;
  DeliveryTable& deliveries;
  InboxTable& inbox;
  AccountTable& accounts;
};

}  // namespace kassabro::app
