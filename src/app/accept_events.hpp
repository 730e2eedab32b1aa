#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/unit_of_work.hpp"
#include "base/clock.hpp"

namespace kassabro::app {

// An event that cannot be read. `id` and `type` may be all that is known of it.
struct BrokenEvent {
  OrderEvent event;
  std::string reason;  // names the field
  std::string body;    // the event as it came
};

struct EventBatch {
  std::vector<OrderEvent> events;
  std::vector<BrokenEvent> broken;
  Trace trace = {};  // of the call that brought them
};

// What became of a batch, in events.
struct AcceptedEvents {
  std::size_t fetching = 0;     // new, and their order will be fetched
  std::size_t ignored = 0;      // new, and concern no order
  std::size_t known = 0;        // had come before
  std::size_t quarantined = 0;  // new, and broken
};

// Takes events: the raw body, the events' ids, what is broken and the requests for the orders they name are stored in one
// transaction. Idempotent by event id; one broken event does not stop the others.
class AcceptEvents {
 public:
  AcceptEvents(UnitOfWork& unit, const Clock& clock) : unit_(unit), clock_(clock) {}

  // `source` is the sender's name in the inbox. Throws InfrastructureFailure when it cannot be stored; nothing is then.
  Async<AcceptedEvents> operator()(const Account& account, std::string source, std::string_view raw_body, EventBatch batch);

  // A body that is no batch of events at all. `reason` says why.
  Async<void> quarantine(const Account& account, std::string source, std::string_view raw_body, std::string reason);

 private:
  UnitOfWork& unit_;
  const Clock& clock_;
};

}  // namespace kassabro::app
