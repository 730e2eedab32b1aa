#pragma once

#include <variant>

#include "app/delivery.hpp"
#include "rule/bonus_delivery.hpp"
#include "rule/order_steps.hpp"

namespace kassabro::rule {

// One person's part of an upsert call that may be shared with others.
struct Upsert {
  Entry entry;
  TagPlan tags;
  std::optional<app::RemoteLink> known;
};

// Either the job is done (or has failed), or what is left of it is an upsert.
using Planned = std::variant<app::Outcome, Upsert>;

// Decides what a job takes, and does all of it that cannot be shared.
class Planner {
 public:
  struct Parts {
    RuleClient& client;
    Writer& writer;
    OrderHistory& history;
    OrderSteps& steps;
    BonusDelivery& bonus;
    const Clock& clock;
  };
  explicit Planner(Parts parts)
      : client_(parts.client),
        writer_(parts.writer),
        history_(parts.history),
        steps_(parts.steps),
        bonus_(parts.bonus),
        clock_(parts.clock) {}

  Async<Planned> plan(Shop shop, const app::DeliveryJob& job);

 private:
  using Found = std::expected<std::optional<app::RemoteLink>, CallError>;

  Async<Planned> plan_update(Shop shop, const app::DeliveryJob& job);
  Async<Planned> plan_order(Shop shop, const app::DeliveryJob& job);
  Async<Planned> plan_changed_order(Shop shop, const app::DeliveryJob& job, std::optional<app::RemoteLink> link);
  Async<Planned> plan_new_order(Shop shop, const app::DeliveryJob& job, std::optional<app::RemoteLink> link, TagPlan tags);
  Async<Planned> plan_imported_order(Shop shop, const app::DeliveryJob& job);
  Async<Planned> plan_silence(Shop shop, const app::DeliveryJob& job, app::SilenceStep step);
  Async<Planned> end_silence(Shop shop, const app::DeliveryJob& job);
  Async<Planned> plan_bonus(Shop shop, const app::DeliveryJob& job);
  Async<Planned> send_receipt(Shop shop, const app::DeliveryJob& job);
  Async<Planned> tell_consent(Shop shop, const app::DeliveryJob& job);
  Async<Done> withdraw_newsletter(Shop shop, const app::DeliveryJob& job);
  Async<Found> fresh_link(Shop shop, const app::DeliveryJob& job);
  Async<Found> link_by_writing(Shop shop, const app::DeliveryJob& job);
  Async<Found> find_link(Shop shop, IdentifiedBy by, std::string identifier);

  RuleClient& client_;
  Writer& writer_;
  OrderHistory& history_;
  OrderSteps& steps_;
  BonusDelivery& bonus_;
  const Clock& clock_;
};

// The contact as it is written to Rule.
Entry contact_entry(Shop shop, const domain::Contact& contact, Empty empty);
// As an order tells of the contact: it says nothing of consent, and has nothing to clear.
Entry customer_entry(Shop shop, const domain::Contact& contact);
// With the order's fields behind.
Entry order_entry(Shop shop, const domain::Contact& contact, const domain::Order& order);

}  // namespace kassabro::rule
