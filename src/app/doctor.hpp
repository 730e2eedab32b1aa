#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/unit_of_work.hpp"
#include "base/async.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

enum class Ailment {
  bonus_field,      // the field with a customer's bonus checks in Rule cannot be read, or not all of it; can be repaired
  overspent_check,  // a sale was made with a bonus check of which nothing was left
  unknown_check,    // a sale was made with a bonus check that the customer does not have here
  quarantined,      // a body came in that could not be read
  parked_fetch,     // an order could not be fetched from Sitoo
  parked_delivery,  // Rule refuses what it was told
  refused_key,      // Rule does not take the account's key any more
};

std::string_view to_text(Ailment ailment);

// Something that needs a person's eye.
struct Finding {
  AccountId account = 0;
  Ailment ailment = Ailment::bonus_field;
  std::string subject;  // id of the contact, check, order, delivery or body
  domain::ContactId contact = 0;  // of the ailments that concern one
  std::string text;     // what is wrong, without personal data
  Timestamp at;         // Timestamp{} when it is not known
};

class DoctorReader {
 public:
  virtual ~DoctorReader() = default;
  // Of one account or of all; at most `count_max` of each ailment, newest first where a time is known.
  virtual Async<std::vector<Finding>> list(std::optional<AccountId> account, std::size_t count_max) = 0;
};

// Looks for what has gone wrong, and repairs what can be repaired without a person.
class Doctor {
 public:
  static constexpr std::size_t count_max = 1'000;

  Doctor(DoctorReader& reader, UnitOfWork& unit, const Clock& clock) : reader_(reader), unit_(unit), clock_(clock) {}

  Async<std::vector<Finding>> examine(std::optional<AccountId> account) { co_return co_await reader_.list(account, count_max); }

  // Bonus fields that cannot be read are written anew from the ledger; what stood there goes into the quarantine. How many.
  Async<std::size_t> repair(std::optional<AccountId> account);

 private:
  DoctorReader& reader_;
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
