#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/erasures.hpp"
#include "app/readers.hpp"

namespace kassabro::app {

// The address of a receipt's page. Its secret is not here.
struct KeptReceiptLink {
  std::string order_id;
  Timestamp made_at;
  Timestamp ends_at;
};

// A cashier has asked that the receipt be sent, and the order is not here yet.
struct AskedReceipt {
  std::string order_id;
  Timestamp asked_at;
};

// A bonus check as it was before somebody replaced it.
struct ReplacedCheck {
  std::string check_id;
  std::string content;  // a JSON object's text
  Timestamp replaced_at;
};

struct KeptSilence {
  Timestamp bought_at;  // the last purchase
  bool has_reached_retention = false;
  bool has_reached_winback = false;
};

// What is kept of a person besides app::CustomerFile, the timeline and the orders.
struct PersonalRows {
  ContactExtras extras;
  std::vector<std::string> channel_purchases;  // the texts as they are stored; newest first, all of them
  std::vector<KeptReceiptLink> receipt_links;  // oldest first
  std::vector<AskedReceipt> asked_receipts;
  std::vector<domain::Redemption> redemptions;  // oldest first
  std::vector<ReplacedCheck> replaced_checks;
  std::optional<KeptSilence> silence;
  std::vector<std::string> past_orders;  // ids of old orders that the marketing platform is still to be told of
};

struct OrderText {
  OrderPlace place;
  std::string content;  // as it is stored, a JSON object's text
};

class PersonalFileReader {
 public:
  virtual ~PersonalFileReader() = default;
  virtual Async<PersonalRows> read(AccountId account, domain::ContactId contact) = 0;  // all of one moment
  // Newest first, those before `before`; fewer than `count_max` are the end.
  virtual Async<std::vector<OrderText>> list_orders(AccountId account, domain::ContactId contact,
                                                    std::optional<OrderPlace> before, std::size_t count_max) = 0;
};

struct PersonalFile {
  PersonalRows rows;
  std::vector<OrderText> orders;    // newest first
  std::vector<SourceRow> received;  // what came in and speaks of the person, in the order of its sources
};

// All that is kept of a person and is not on the customer's page, for whoever asks for it.
class ReadPersonalFile {
 public:
  // Reading what came in means reading all of it.
  enum class Received { read, leave_out };

  ReadPersonalFile(PersonalFileReader& reader, ContactReader& contacts, ErasureReader& sources)
      : reader_(reader), contacts_(contacts), sources_(sources) {}

  // In pages, and between two of them others have their turn.
  Async<PersonalFile> operator()(const Account& account, const domain::Contact& contact, Received received);

 private:
  Async<std::vector<OrderText>> orders_of(const Account& account, domain::ContactId contact);
  Async<PersonTraces> traces(const Account& account, const domain::Contact& contact, const std::vector<OrderText>& orders);
  Async<std::vector<SourceRow>> received(const Account& account, const PersonTraces& person);

  PersonalFileReader& reader_;
  ContactReader& contacts_;
  ErasureReader& sources_;
};

}  // namespace kassabro::app
