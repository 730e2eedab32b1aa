#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "app/account_changes.hpp"
#include "app/bonus_table.hpp"
#include "app/consent_ledger.hpp"
#include "app/delivery.hpp"
#include "app/endpoint.hpp"
#include "app/erasures.hpp"
#include "app/history_table.hpp"
#include "app/imports.hpp"
#include "app/inbound_tables.hpp"
#include "app/jobs.hpp"
#include "app/origin.hpp"
#include "app/remote_text.hpp"
#include "app/silences.hpp"
#include "base/result.hpp"
#include "domain/customer_key.hpp"
#include "domain/order.hpp"

namespace kassabro::app {

// A contact with what is known of it on the other side.
struct StoredContact {
  domain::Contact contact;
  std::optional<RemoteLink> link;
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
  // The consents of the contact's present version go into the ledger; `told`: those that the person chose now.
  virtual void record_consent(AccountId account, const domain::Contact& contact, const ToldConsents& told, const Origin& origin,
                              Timestamp at) = 0;
  virtual ConsentChoices consent_choices(AccountId account, domain::ContactId id) = 0;
  // Who changed the contact to its present version: till, staff and store, as far as the till tells.
  virtual void record_change(AccountId account, const domain::Contact& contact, const Origin& origin, Timestamp at) = 0;
  virtual void save_link(AccountId account, domain::ContactId id, const RemoteLink& link) = 0;
  // Who is this person of the platform here: sometimes several, one by the e-mail address and one by the phone.
  virtual std::vector<domain::ContactId> list_linked(AccountId account, std::int64_t remote_id) = 0;
  // What is known of the link is old from now on, so whoever needs it asks the platform first. `blocked` until then.
  virtual void doubt_link(AccountId account, domain::ContactId id, bool blocked) = 0;
};

struct StoredOrder {
  domain::Order order;
  bool announced = false;  // a delivery of kind order_completed was made for it
};

// What an order that has no contact yet is found by once its buyer appears. A `contact_id` key stands for the reference as
// the order wrote it.
using BuyerKeys = std::vector<domain::CustomerKey>;

class OrderTable {
 public:
  virtual ~OrderTable() = default;
  virtual std::optional<StoredOrder> find(AccountId account, std::string_view order_id) = 0;
  virtual void save(AccountId account, const StoredOrder& order, Timestamp at) = 0;
  // Orders without a contact wait for their buyer under the keys that they name.
  virtual void wait_for_buyer(AccountId account, const domain::Order& order, const BuyerKeys& keys) = 0;
  virtual void stop_waiting(AccountId account, std::string_view order_id) = 0;
  // Ids of the orders that wait under one of the keys, the oldest sale of a key first.
  virtual std::vector<std::string> list_waiting(AccountId account, const BuyerKeys& keys) = 0;
  // Completed returns that take back this sale.
  virtual std::vector<domain::Order> list_crediting(AccountId account, std::string_view order_id) = 0;
};

class DeliveryTable {
 public:
  virtual ~DeliveryTable() = default;
  virtual void enqueue(const Delivery& delivery, Timestamp at) = 0;
  // The same, unless a row of this kind and contact is pending already: it will tell the newest state anyway, and as soon as
  // the more urgent of the two.
  virtual void enqueue_once(const Delivery& delivery, Timestamp at) = 0;
  virtual bool has_waiting(AccountId account, domain::ContactId contact) = 0;  // pending or leased
  // Whatever waits for a later try is tried at once.
  virtual void make_due(AccountId account, Timestamp now) = 0;
  // Of this kind and order; not one that is being tried.
  virtual bool has_pending(AccountId account, domain::ContactId contact, DeliveryKind kind, std::string_view order_id) = 0;
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
  virtual std::optional<Account> find(AccountId account) = 0;
  virtual void update(const Account& account) = 0;
  virtual void set_status(AccountId account, AccountStatus status) = 0;
  // Another key of the same marketing account: used from now on, and valid as a token beside the older ones.
  virtual void renew_rule_key(AccountId account, const SecretString& rule_key) = 0;
  virtual std::optional<AccountId> find_by_remote(std::int64_t remote_account_id) = 0;
  // Absent: the platform did not say which it is.
  virtual std::optional<std::int64_t> find_remote(AccountId account) = 0;
  virtual bool remove(AccountId account) = 0;
  // Who changed what; kept as long as the account.
  virtual void record_change(const AccountChanged& change) = 0;
  virtual std::optional<AccountChanged> find_change(AccountId account, ChangeId id) = 0;
  virtual ChangeId latest_change(AccountId account) = 0;  // 0: there is none
};

// What is kept of a contact besides the card: what only some need.
struct ContactExtras {
  std::vector<RemoteText> shown;          // fields of the marketing platform that the card shows
  std::string additional_options = "[]";  // SPI v2's, a JSON array's text, as a till gave them
  std::string bonus_fault;                // why the bonus field on the platform could not be read; "" when it could
  std::string bonus_text;                 // that field's text then
  std::vector<std::string> bounced;       // the e-mail address and the phone to which nothing could be delivered
  friend bool operator==(const ContactExtras&, const ContactExtras&) = default;
};

class ContactExtrasTable {
 public:
  virtual ~ContactExtrasTable() = default;
  virtual ContactExtras get(AccountId account, domain::ContactId contact) = 0;  // empty ones when nothing is kept
  virtual void save(AccountId account, domain::ContactId contact, const ContactExtras& extras) = 0;
};

// Purchases of other channels, as the marketing platform tells them.
class ChannelPurchaseTable {
 public:
  virtual ~ChannelPurchaseTable() = default;
  // All that are known of this contact from now on.
  virtual void replace(AccountId account, domain::ContactId contact, const std::vector<domain::Order>& purchases) = 0;
};

// Orders of which a cashier has asked that the receipt be sent, until they are here.
class ReceiptRequestTable {
 public:
  virtual ~ReceiptRequestTable() = default;
  virtual void ask(AccountId account, std::string_view order_id, Timestamp at) = 0;
  virtual bool take(AccountId account, std::string_view order_id) = 0;  // false: nobody has asked
  virtual std::size_t forget(AccountId account, Timestamp asked_before) = 0;
};

struct Tables {
  ContactTable& contacts;
  OrderTable& orders;
  DeliveryTable& deliveries;
  InboxTable& inbox;
  AccountTable& accounts;
  BonusTable& bonus;
  ContactExtrasTable& extras;
  ChannelPurchaseTable& channel_purchases;
  EventTable& events;
  OrderFetchTable& order_fetches;
  QuarantineTable& quarantine;
  JobTable& jobs;
  HistoryTable& history;
  ImportTable& imports;
  SilenceTable& silences;
  ReceiptRequestTable& receipt_requests;
  ErasureTable& erasures;
  EndpointTable& endpoints;
  MessageTable& messages;
};

}  // namespace kassabro::app
