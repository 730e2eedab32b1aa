#pragma once

#include <span>

#include "app/programme_settings.hpp"
#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* silence_kind = "silences";

// Tells of customers who have bought nothing for as long as the account's programme says: retention, then winback, each once in
// a silence. By itself once a day, at a human hour on the account's wall clock; a day on which nothing ran at that hour is made
// good on the next. Where stores have zones of their own it looks each hour, and a customer is told at a human hour of the store
// that registered them. Silences that had reached a step before the shop was connected are left alone: nobody wants to hear of a
// purchase of years ago.
class SilenceWatch final : public JobKind {
 public:
  struct Parts {
    app::SilenceReader& silences;
    app::ContactReader& contacts;
    app::UnitOfWork& unit;
    const Clock& clock;
  };
  struct Options {
    std::size_t read_max = 500;
    std::size_t write_max = 50;  // of one transaction, so that no till waits for it
  };

  SilenceWatch(Parts parts, Options options) : parts_(parts), options_(options) {}

  std::string_view name() const override { return silence_kind; }
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  Async<bool> tell_some(const app::Account& account, const app::Job& job, app::SilenceStep step, int after_days);
  Async<std::vector<app::SilentCustomer>> whose_hour_it_is(const app::Account& account,
                                                           std::vector<app::SilentCustomer> silent);
  Async<void> pass_over(const app::Account& account, const app::Job& job, app::SilenceStep step, Timestamp until);
  Async<void> tell(const app::Account& account, app::SilenceStep step, std::span<const app::SilentCustomer> silent);

  Parts parts_;
  Options options_;
};

}  // namespace kassabro::jobs
