#pragma once

#include <chrono>
#include <mutex>
#include <string_view>
#include <unordered_map>

#include "app/bonus_table.hpp"
#include "app/card_settings.hpp"
#include "app/find_customer.hpp"
#include "app/readers.hpp"

namespace kassabro::app {

// All that a customer card shows.
struct CustomerCard {
  domain::Contact contact;
  // All, used and expired ones too: which are shown is the wire's choice.
  std::vector<domain::BonusCheck> bonus_checks;
  ContactExtras extras;
  std::vector<std::string> used_promotions;  // ids of the account's offers that this customer has used
  PurchaseSummary purchases;
  bool up_to_date = true;  // false: the marketing platform could not be asked, so this may be old
};

enum class CardDepth {
  bonus_checks,  // what SPI v1's extended contact shows
  all,           // sections, options, purchases too
};

struct FoundCard {
  std::optional<CustomerCard> card;
  bool certain = true;  // false: nobody was found here and the platform did not answer
};

// The customer card. A copy that is old is refreshed: in the background, or, when the customer has bonus checks that may have
// been used or edited elsewhere, at once and for so long as a till can wait (D1).
class ShowCard {
 public:
  struct Parts {
    FindCustomer& find_customer;
    ContactReader& contacts;
    CardReader& cards;
    RemoteDirectory& directory;
    UnitOfWork& unit;
    const Clock& clock;
  };

  ShowCard(Parts parts, std::chrono::milliseconds read_deadline) : parts_(parts), read_deadline_(read_deadline) {}

  // Errors as FindCustomer's; `only` and `trace` as there.
  Async<Result<FoundCard>> by_key(const Account& account, std::string_view key, CardDepth depth,
                                  std::optional<domain::KeyKind> only = std::nullopt, const Trace* trace = nullptr);
  Async<Result<CustomerCard>> by_id(const Account& account, std::string_view contact_id, CardDepth depth,
                                    const Trace* trace = nullptr);
  // Of a contact that has just been saved.
  Async<CustomerCard> of(const Account& account, domain::Contact contact, CardDepth depth);

 private:
  Async<CustomerCard> card_of(const Account& account, LocatedCustomer located, CardDepth depth, const Trace* trace);
  Async<bool> refresh(const Account& account, const StoredContact& stored, const Trace* trace);
  Async<void> add_details(const Account& account, CustomerCard& card, CardDepth depth);
  bool is_in_trouble(AccountId account);
  void note_trouble(AccountId account);

  Parts parts_;
  std::chrono::milliseconds read_deadline_;
  std::mutex mutex_;
  std::unordered_map<AccountId, Timestamp> trouble_until_;  // the platform is not asked again before
};

}  // namespace kassabro::app
