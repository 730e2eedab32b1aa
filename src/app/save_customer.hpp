#pragma once

#include <string_view>

#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// Registers and updates customers; each change is stored with the delivery that tells it, in one transaction.
class SaveCustomer {
 public:
  SaveCustomer(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // Errors name the caller's field: an impossible value; neither e-mail nor phone; `conflict` when somebody has the e-mail,
  // the phone or the member number already. A contact without a member number is given the next free one.
  Async<Result<domain::Contact>> add(const Account& account, const domain::ContactChange& change, Origin origin);

  // Errors as above, and not_found (field "contactid").
  Async<Result<domain::Contact>> update(const Account& account, std::string_view contact_id,
                                        const domain::ContactChange& change, Origin origin);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
