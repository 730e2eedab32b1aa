#pragma once

#include "app/receipt_links.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"

namespace kassabro::jobs {

inline constexpr const char* receipt_upkeep_kind = "receipts";

// Forgets, once a day, the links of receipts that have been expired for long, and the requests for receipts of orders that have
// never come.
class ReceiptUpkeep final : public JobKind {
 public:
  struct Options {
    std::chrono::hours every{24};
    std::chrono::days requests_wait{7};
  };

  ReceiptUpkeep(app::ReceiptLinks& links, app::UnitOfWork& unit, const Clock& clock, Options options)
      : links_(links), unit_(unit), clock_(clock), options_(options) {}

  std::string_view name() const override { return receipt_upkeep_kind; }
  bool calls_platform() const override { return false; }
  Result<std::string> read_request(const json::object& wanted) const override { return read_no_request(wanted); }
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  app::ReceiptLinks& links_;
  app::UnitOfWork& unit_;
  const Clock& clock_;
  Options options_;
};

}  // namespace kassabro::jobs
