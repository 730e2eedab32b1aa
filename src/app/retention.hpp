#pragma once

#include <string_view>

#include "app/account.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// What is kept for a while and then removed by its age (docs/privacy.md).
enum class KeptKind {
  inbox,          // bodies as they came
  quarantine,     // what came and could not be read
  imports,        // files of bonus checks with their rows, once nothing is to come of them
  order_fetches,  // orders that were fetched
  deliveries,     // what was delivered, with its tries
  unregistered,   // whose a purchase is that waits for its buyer to register; the purchase stays, without them
};
std::string_view to_text(KeptKind kind);

class RetentionStore {
 public:
  virtual ~RetentionStore() = default;
  // Removes what came in, or was over, before `before`, the oldest first; at most so many rows, so that no till waits for long. How many;
  // 0: there is nothing more. Whatever still waits for something stays, however old it is: a delivery that has not arrived or is parked, an
  // order that is to be fetched or is parked, what was read of such a one, an import that is not applied, undone or failed.
  virtual Async<std::size_t> remove(AccountId account, KeptKind kind, Timestamp before, std::size_t rows_max) = 0;
};

}  // namespace kassabro::app
