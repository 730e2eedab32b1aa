#pragma once

#include "app/delivery_queue.hpp"
#include "app/lookup_log.hpp"
#include "app/sending_queue.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* attempt_upkeep_kind = "attempts";

// Forgets, every six hours, what was sent and answered long ago: it holds people's data, and the most room of all. And whom tills were
// shown, and what integrators were told, long ago.
class AttemptUpkeep final : public JobKind {
 public:
  struct Options {
    std::chrono::milliseconds keep{std::chrono::days(30)};
    std::chrono::milliseconds keep_lookups{std::chrono::days(30)};
    std::chrono::milliseconds keep_messages{std::chrono::days(30)};
    std::chrono::hours every{6};
    std::size_t step_rows_max = 2'000;  // a transaction of some ten milliseconds
  };

  struct Parts {
    app::DeliveryQueue& queue;
    app::LookupStore& lookups;
    app::MessageUpkeep& messages;
    app::UnitOfWork& unit;
    const Clock& clock;
  };

  AttemptUpkeep(Parts parts, Options options) : parts_(parts), options_(options) {}

  std::string_view name() const override { return attempt_upkeep_kind; }
  bool calls_platform() const override { return false; }
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  Parts parts_;
  Options options_;
};

}  // namespace kassabro::jobs
