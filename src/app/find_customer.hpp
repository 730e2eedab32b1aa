#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string_view>

#include "app/readers.hpp"
#include "app/remote_directory.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

struct FoundCustomer {
  std::unique_ptr<domain::Contact> contact;  // nullptr: nobody
  bool certain = true;  // false: the marketing platform did not answer, so "nobody" may be wrong
};

// Somebody found, with how old our copy is.
struct LocatedCustomer {
  std::unique_ptr<StoredContact> stored;  // nullptr: nobody
  bool is_old = false;   // a refresh is due
  bool certain = true;   // as above
};

// The cashier's search: exact, from our own store at once; only a miss asks the marketing platform, and only for so long.
class FindCustomer {
 public:
  struct Limits {
    std::chrono::milliseconds read_max_age{60'000};  // an older copy is refreshed in the background
    std::chrono::milliseconds read_deadline{700};    // how long a miss may ask
  };
  // Called for a contact whose copy is old; must return at once.
  using Refresh = std::function<void(const Account&, const StoredContact&)>;

  FindCustomer(ContactReader& contacts, RemoteDirectory& directory, UnitOfWork& unit, const Clock& clock, Limits limits,
               Refresh refresh)
      : contacts_(contacts), directory_(directory), unit_(unit), clock_(clock), limits_(limits), refresh_(std::move(refresh)) {}

  // `trace`: what a question to the platform belongs to. Errors: a missing, empty or impossible key (field "key").
  Async<Result<FoundCustomer>> by_key(const Account& account, std::string_view key, const Trace* trace = nullptr);
  // Error: not_found (field "contactid").
  Async<Result<domain::Contact>> by_id(const Account& account, std::string_view contact_id);

  // The same without offering a refresh; for callers that refresh by themselves.
  // `only`: the kind of key that the till says it is (parse_customer_key).
  Async<Result<LocatedCustomer>> locate_by_key(const Account& account, std::string_view key,
                                               std::optional<domain::KeyKind> only = std::nullopt,
                                               const Trace* trace = nullptr);
  Async<Result<LocatedCustomer>> locate_by_id(const Account& account, std::string_view contact_id);
  void offer_refresh(const Account& account, const StoredContact& stored) const;

 private:
  LocatedCustomer known(std::unique_ptr<StoredContact> stored) const;
  Async<LocatedCustomer> ask_platform(const Account& account, std::vector<domain::CustomerKey> keys, const Trace* trace);

  ContactReader& contacts_;
  RemoteDirectory& directory_;
  UnitOfWork& unit_;
  const Clock& clock_;
  Limits limits_;
  Refresh refresh_;
};

// A contact id as a till writes it. Error: not_found, since what is no id names nobody.
Result<domain::ContactId> parse_contact_id(std::string_view text);

}  // namespace kassabro::app
