#pragma once

#include <map>

#include "app/accept_history.hpp"
#include "app/history_table.hpp"
#include "app/order_archive.hpp"
#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "jobs/history_teller.hpp"
#include "jobs/job_kind.hpp"
#include "jobs/source_wait.hpp"

namespace kassabro::jobs {

inline constexpr const char* history_kind = "history";

// Brings the orders over that were made before the shop was connected: reads them from the till system page by page, and tells
// the marketing platform of them, many customers in a call and one order of each, the oldest first, so that a customer's
// orders arrive in their order. Both go on side by side. An order counts as done when the platform has acknowledged it, or
// when there is nobody to tell of.
//
// Request: {"from": "2025-01-01", "to": "2025-12-31"}, both optional; days in the account's zone, both included.
class HistorySync final : public JobKind {
 public:
  using Parse = Result<domain::Order> (*)(const app::Account&, std::string_view text);
  struct Parts {
    app::OrderArchive& archive;
    app::HistoryReader& history;
    app::UnitOfWork& unit;
    const Clock& clock;
    Parse parse;
    HistoryTeller& teller;
  };
  struct Options {
    std::size_t page_orders_max = 1'000;
    std::size_t write_orders_max = 50;      // of one transaction, so that no till waits for it
    std::size_t backlog_max = 20'000;       // orders that are read and not told
  };

  HistorySync(Parts parts, Options options) : parts_(parts), options_(options) {}

  bool tells_platform() const override { return true; }
  std::string_view name() const override { return history_kind; }
  bool reads_till_system() const override { return true; }
  Result<std::string> read_request(const json::object& wanted) const override;
  std::optional<std::string> begins(const app::Account&, const std::optional<app::Job>&) const override { return std::nullopt; }
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  Async<void> read_page(const app::Account& account, const app::Job& job, StepEnd& end);
  Async<void> keep(const app::Account& account, const std::vector<app::ReadOrder>& orders, std::optional<std::string> cursor,
                   std::optional<std::int64_t> total);

  Parts parts_;
  Options options_;
  std::map<app::AccountId, SourceWait> waits_;  // a restart may forget them
};

}  // namespace kassabro::jobs
