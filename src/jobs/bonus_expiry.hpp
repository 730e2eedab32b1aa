#pragma once

#include "app/expire_bonus_checks.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* bonus_expiry_kind = "bonus_expiry";

// Closes bonus checks whose last day is over, by itself once an hour. Counts customers.
class BonusExpiry final : public JobKind {
 public:
  BonusExpiry(app::ExpireBonusChecks& expire, app::UnitOfWork& unit, const Clock& clock,
              std::chrono::milliseconds every = std::chrono::hours(1))
      : expire_(expire), unit_(unit), clock_(clock), every_(every) {}

  std::string_view name() const override { return bonus_expiry_kind; }
  bool calls_platform() const override { return false; }  // the outbox tells it
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  app::ExpireBonusChecks& expire_;
  app::UnitOfWork& unit_;
  const Clock& clock_;
  std::chrono::milliseconds every_;
};

}  // namespace kassabro::jobs
