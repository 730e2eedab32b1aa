#pragma once

#include "app/delivery.hpp"
#include "app/remote_directory.hpp"
#include "rule/order_history.hpp"

namespace kassabro::rule {

// Tells a purchase in several calls: the person, the record by v3, then the tags. This makes the group historical, so it is
// how the first purchase of an account goes; the flow fires last, when its data is there.
class OrderSteps {
 public:
  OrderSteps(Writer& writer, OrderHistory& history, app::RemoteMemory& memory, const Clock& clock)
      : writer_(writer), history_(history), memory_(memory), clock_(clock) {}

  // `person` is the customer without the order. `known`: the person in Rule, if they are there.
  Async<app::Outcome> deliver(Shop shop, const app::DeliveryJob& job, Entry person, TagPlan tags,
                              std::optional<app::RemoteLink> known);

  // Has an earlier try begun to tell this purchase in steps? Then it must go on so: its record does not mean that its tags
  // are set.
  Async<bool> has_begun(Shop shop, const app::DeliveryJob& job);

 private:
  // How far an earlier try has come; kept, because a record must not be appended, nor a flow started, twice.
  enum class Progress { none, record, tags };
  Async<Progress> progress_of(Shop shop, const app::DeliveryJob& job);
  Async<void> keep_progress(Shop shop, const app::DeliveryJob& job, Progress progress);

  Async<Done> write_record(Shop shop, const app::DeliveryJob& job, std::int64_t subscriber_id, Progress progress);
  Async<std::expected<bool, CallError>> has_tags(Shop shop, std::int64_t subscriber_id, const TagPlan& tags);
  Async<Done> set_tags(Shop shop, const app::DeliveryJob& job, std::int64_t subscriber_id, const TagPlan& tags);

  Writer& writer_;
  OrderHistory& history_;
  app::RemoteMemory& memory_;
  const Clock& clock_;
};

}  // namespace kassabro::rule
