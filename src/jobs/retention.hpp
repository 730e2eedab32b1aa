#pragma once

#include <chrono>
#include <functional>

#include "app/retention.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* retention_kind = "retention";

// Removes, every six hours, what has been kept for as long as it is to be: it tells of people, and nobody looks at it any more.
class Retention final : public JobKind {
 public:
  // How long each kind is kept; 0 days: for ever.
  struct Options {
    std::chrono::days inbox{90};
    std::chrono::days quarantine{365};
    std::chrono::days imports{365};
    std::chrono::days order_fetches{90};
    std::chrono::days deliveries{365};
    std::chrono::days unregistered{365};
    std::chrono::hours every{6};
    std::size_t step_rows_max = 500;  // a transaction of some milliseconds
  };
  using OnRemoved = std::function<void(app::KeptKind, std::size_t rows)>;

  Retention(app::RetentionStore& store, app::UnitOfWork& unit, const Clock& clock, Options options, OnRemoved on_removed)
      : store_(store), unit_(unit), clock_(clock), options_(options), on_removed_(std::move(on_removed)) {}

  std::string_view name() const override { return retention_kind; }
  bool calls_platform() const override { return false; }
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  app::RetentionStore& store_;
  app::UnitOfWork& unit_;
  const Clock& clock_;
  Options options_;
  OnRemoved on_removed_;
};

}  // namespace kassabro::jobs
