#pragma once

#include "app/delivery_queue.hpp"
#include "app/lookup_log.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* attempt_upkeep_kind = "attempts";

// Forgets, every six hours, what was sent and answered long ago: it holds people's data, and the most room of all. And whom tills were
// shown long ago.
class AttemptUpkeep final : public JobKind {
 public:
  struct Options {
    std::chrono::milliseconds keep{std::chrono::days(30)};
    std::chrono::milliseconds keep_lookups{std::chrono::days(30)};
    std::chrono::hours every{6};
    std::size_t step_rows_max = 2'000;  // a transaction of some ten milliseconds
  };

  AttemptUpkeep(app::DeliveryQueue& queue, app::LookupStore& lookups, app::UnitOfWork& unit, const Clock& clock,
                Options options)
      : queue_(queue), lookups_(lookups), unit_(unit), clock_(clock), options_(options) {}

  std::string_view name() const override { return attempt_upkeep_kind; }
  bool calls_platform() const override { return false; }
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  app::DeliveryQueue& queue_;
  app::LookupStore& lookups_;
  app::UnitOfWork& unit_;
  const Clock& clock_;
  Options options_;
};

}  // namespace kassabro::jobs
