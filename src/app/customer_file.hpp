#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/delivery_queue.hpp"
#include "app/readers.hpp"

namespace kassabro::app {

// A record of the consent ledger.
struct ConsentRecord {
  std::int64_t version = 0;  // the contact's at the time
  Timestamp at;
  Origin origin;
  domain::Consent consent;  // as it held from then on
  ToldConsents told;        // what of it the person chose then
};

// An entry of the bonus ledger.
struct LedgerRecord {
  Timestamp at;
  Origin origin;
  domain::BonusEntry entry;
  std::string check_name;
  std::string currency;
};

// All that is kept of a customer but the purchases.
struct CustomerFile {
  StoredContact contact;
  std::vector<ConsentRecord> consents;  // newest first
  std::vector<domain::BonusCheck> bonus_checks;
  std::vector<LedgerRecord> ledger;     // oldest first
};

// Something that happened to a customer, one of:
struct ContactChanged {
  std::int64_t version = 0;  // 1: registered
  Origin origin;
};
struct LookedUp {
  std::int64_t times = 0;  // within a minute; the happening's time is the latest
  Origin origin;
};
struct OrderEventCame {
  std::string type;  // as Sitoo calls it
  std::string order_id;
};
struct OrderStored {
  domain::Order order;  // as it is now
};
struct DeliveryMade {
  DeliveryRow row;  // as it stands now
};
struct DeliveryTried {
  Delivery delivery;
  DeliveryTry tried;
};
struct Happening {
  Timestamp at;
  std::variant<LookedUp, ContactChanged, ConsentRecord, OrderEventCame, OrderStored, LedgerRecord, DeliveryMade, DeliveryTried>
      what;
};

// What people look at when somebody asks what became of a customer's purchase.
class CustomerFileReader {
 public:
  virtual ~CustomerFileReader() = default;
  virtual Async<std::optional<CustomerFile>> read(AccountId account, domain::ContactId contact) = 0;
  // Newest first, those before `before`: `count` of them and what happened in the same millisecond as the last. Fewer than `count` are
  // the end.
  virtual Async<std::vector<Happening>> timeline(AccountId account, domain::ContactId contact, std::optional<Timestamp> before,
                                                 std::size_t count) = 0;
  // The latest completed sale of a known customer.
  virtual Async<std::optional<std::string>> latest_order(AccountId account) = 0;
};

}  // namespace kassabro::app
