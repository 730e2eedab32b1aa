#pragma once

#include <map>

#include "app/delivery.hpp"
#include "app/history_table.hpp"
#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

// Tells the marketing platform of orders of the past: in a round one of each customer, the oldest that is left.
class HistoryTeller {
 public:
  struct Parts {
    app::HistoryReader& history;
    app::ContactReader& contacts;
    app::OrderReader& orders;
    app::UnitOfWork& unit;
    app::DeliveryChannel& channel;
    const Clock& clock;
  };
  struct Options {
    std::size_t round_contacts_max = 1'000;  // people in one call; Rule takes no more
    std::size_t write_orders_max = 100;      // of one transaction, so that no till waits for it
    std::chrono::milliseconds first_wait{2'000};
    std::chrono::milliseconds wait_max{60'000};
    app::Permit may_call = {};  // of all calls
  };

  HistoryTeller(Parts parts, Options options) : parts_(parts), options_(options) {}

  // `more`: something was told or cannot be. `wait`: the platform is not to be had. `failed`: it refuses the account's key.
  Async<void> tell_round(const app::Account& account, StepEnd& end);
  Timestamp tells_again(app::AccountId account) const;

 private:
  struct Round;
  struct Lane {
    domain::ContactId after = 0;  // where the round goes on among the customers
    Timestamp tells_again;
    int failures = 0;
  };

  Async<std::vector<app::PastOrder>> next_round(app::AccountId account);
  Async<void> mark(app::AccountId account, std::vector<app::PastOrder> orders);
  Async<Round> load(const app::Account& account, const std::vector<app::PastOrder>& orders);
  Async<void> settle(const app::Account& account, const Round& round, StepEnd& end);

  Parts parts_;
  Options options_;
  std::map<app::AccountId, Lane> lanes_;
};

}  // namespace kassabro::jobs
