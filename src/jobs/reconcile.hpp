#pragma once

#include <functional>
#include <map>

#include "app/compare_orders.hpp"
#include "app/order_archive.hpp"
#include "app/order_fetch_queue.hpp"
#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "app/z_reports.hpp"
#include "base/clock.hpp"
#include "jobs/job_kind.hpp"
#include "jobs/source_wait.hpp"

namespace kassabro::jobs {

inline constexpr const char* reconcile_kind = "reconcile";

// Finds the sales that were never told of, or not to their end: compares the orders of a window with the till system's list,
// has the missing ones fetched like those that events name, has every order fetched again that is open here, waits for the
// fetches, looks once more what is missing still, and compares with what the tills have added up. Job::cursor is "PHASE:PLACE"; the phases are those of `step`.
//
// Request: the days {"from", "to"} of order_window.hpp; without `from` the last seven days. Begins by itself each `every`,
// for what was sold since seven days before the last pass, or since the shop was connected.
class Reconcile final : public JobKind {
 public:
  using Parse = Result<domain::Order> (*)(const app::Account&, std::string_view text);
  struct Parts {
    app::OrderArchive& archive;
    app::ZReportSource& z_reports;
    app::OrderReader& orders;
    app::OrderFetchQueue& fetches;
    app::JobReader& jobs;
    app::UnitOfWork& unit;
    const Clock& clock;
    Parse parse;
    std::function<void()> on_request;  // orders are to be fetched now
  };
  struct Options {
    std::chrono::milliseconds every{24 * 3'600'000};
    std::size_t page_orders_max = 500;
    std::size_t write_orders_max = 50;  // of one transaction, so that no till waits for it
    std::chrono::milliseconds fetch_look{500};  // how often it looks whether all is fetched
    std::chrono::milliseconds fetch_wait_max{10 * 60'000};
  };

  Reconcile(Parts parts, Options options) : parts_(std::move(parts)), options_(options) {}

  std::string_view name() const override { return reconcile_kind; }
  bool reads_till_system() const override { return true; }
  Result<std::string> read_request(const json::object& wanted) const override;
  std::optional<std::string> begins(const app::Account& account, const std::optional<app::Job>& last) const override;
  Async<StepEnd> step(const app::Account& account, const app::Job& job) override;

 private:
  enum class Listing { first, again };

  Async<StepEnd> compare_page(const app::Account& account, const app::Job& job, std::int64_t from, Listing listing);
  Async<void> keep(const app::Account& account, const std::vector<app::ReadOrder>& orders, Listing listing,
                   app::JobAdvance advance);
  Async<StepEnd> ask_for_open_ones(const app::Account& account, const app::Job& job, const std::string& after);
  Async<StepEnd> await_fetches(const app::Account& account, const app::Job& job, const std::string& deadline);
  Async<StepEnd> count_healed(const app::Job& job);
  Async<StepEnd> compare_z_reports(const app::Account& account, const app::Job& job);
  Async<void> advance(const app::Job& job, app::JobAdvance advance);

  Parts parts_;
  Options options_;
  std::map<app::AccountId, SourceWait> waits_;  // a restart may forget them
};

}  // namespace kassabro::jobs
