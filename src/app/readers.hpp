#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/tables.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// What use cases read outside of transactions: always the last committed state.

// A contact is thirty texts, and an answer passes through five coroutines: it goes by pointer. Nobody is nullptr.
class ContactReader {
 public:
  virtual ~ContactReader() = default;
  virtual Async<std::unique_ptr<StoredContact>> find(AccountId account, domain::ContactId id) = 0;
  // The owner of the first key that has one.
  virtual Async<std::unique_ptr<StoredContact>> find_by_keys(AccountId account,
                                                             const std::vector<domain::CustomerKey>& keys) = 0;
  virtual Async<ConsentChoices> consent_choices(AccountId account, domain::ContactId id) = 0;
};

struct LinkedContact {
  domain::ContactId contact = 0;
  RemoteLink link;
};

// Who people of the marketing platform are here, by its own ids.
class LinkReader {
 public:
  virtual ~LinkReader() = default;
  // One for each of the ids that a contact here has; of two contacts with one id the one that was read last.
  virtual Async<std::vector<LinkedContact>> list(AccountId account, std::vector<std::int64_t> remote_ids) = 0;
};

// Where a listing by time goes on: after this order.
struct OrderPlace {
  Timestamp ordered_at;
  std::string order_id;
};

// Where something was sold.
struct Till {
  std::string store;        // external id
  std::string register_id;  // Sitoo's; empty: not told
  friend auto operator<=>(const Till&, const Till&) = default;
};
using TillCounts = std::map<Till, std::int64_t>;

class OrderReader {
 public:
  virtual ~OrderReader() = default;
  virtual Async<std::optional<StoredOrder>> find(AccountId account, std::string order_id) = 0;
  // Newest first, by the time of the sale.
  virtual Async<std::vector<domain::Order>> list_latest(AccountId account, domain::ContactId contact,
                                                        std::size_t count_max) = 0;
  // Ids of orders that are open as far as we know, ascending as texts, those after `after`.
  virtual Async<std::vector<std::string>> list_open(AccountId account, std::string after, std::size_t count_max) = 0;
  // Completed ones by the time of the sale, up to `until` and with it.
  virtual Async<std::vector<domain::Order>> list_completed(AccountId account, OrderPlace after, Timestamp until,
                                                           std::size_t count_max) = 0;
  // How many completed ones each till has sold after `after`, up to `until` and with it; those that have sold any, of stores with a name.
  virtual Async<TillCounts> count_by_till(AccountId account, Timestamp after, Timestamp until) = 0;
};

enum class SummaryDepth { latest, all };

// A customer's completed purchases in a few numbers, of all channels; the sum only of those in the latest one's currency.
struct PurchaseSummary {
  std::int64_t count = 0;  // of SummaryDepth::all, like the total
  std::int64_t total_minor = 0;
  std::string currency;
  std::optional<Timestamp> last_at;
  std::int64_t last_total_minor = 0;
  std::string last_store;  // or the channel
};

// What a customer card shows besides the contact.
struct CardDetails {
  std::vector<domain::BonusCheck> bonus_checks;  // all, used ones too, by id
  ContactExtras extras;
  PurchaseSummary purchases;
  std::vector<std::string> used_promotions;  // ids of the promotions of which a use stands
};

class CardReader {
 public:
  // What is wanted besides the bonus checks.
  struct Wanted {
    bool extras = false;
    std::optional<SummaryDepth> purchases;
    bool promotions = false;
  };

  virtual ~CardReader() = default;
  // All of one moment.
  virtual Async<CardDetails> read(AccountId account, domain::ContactId contact, Wanted wanted) = 0;
};

// Purchases of other channels.
class ChannelPurchaseReader {
 public:
  virtual ~ChannelPurchaseReader() = default;
  // Newest first.
  virtual Async<std::vector<domain::Order>> list_latest(AccountId account, domain::ContactId contact,
                                                        std::size_t count_max) = 0;
};

class AccountReader {
 public:
  virtual ~AccountReader() = default;
  virtual Async<std::optional<Account>> find(AccountId id) = 0;
  virtual Async<std::optional<Account>> find_by_token(const SecretString& token) = 0;
  virtual Async<std::optional<Account>> find_by_basic_user(std::string user) = 0;
  virtual Async<std::vector<Account>> list() = 0;
  // The next ones after this id.
  virtual Async<std::vector<Account>> list_after(AccountId after, std::size_t count_max) = 0;
  // Newest first.
  virtual Async<std::vector<AccountChanged>> list_changes(AccountId id, std::size_t count_max) = 0;
};

}  // namespace kassabro::app
