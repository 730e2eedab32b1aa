#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/accept_orders.hpp"
#include "app/account_registry.hpp"
#include "app/order_fetch_queue.hpp"
#include "app/order_source.hpp"
#include "base/chance.hpp"
#include "base/clock_watch.hpp"
#include "base/wake_timer.hpp"
#include "jobs/fetch_policy.hpp"

namespace kassabro::jobs {

// One try of one order, for the log and the metrics; or of several that were put off together, told by the first of them.
struct FetchAttempt {
  app::OrderFetchSettlement settlement;
  // "fetched", "unknown", "rejected", "failed", or why it was put off: "unavailable", "rate_limited", "unauthorized",
  // "misconfigured"
  std::string_view outcome;
  std::size_t orders = 1;
};

// Reads an order's text. Errors name the field at fault.
using ParseOrder = std::function<Result<domain::Order>(const app::Account&, std::string_view text)>;

// Fetches the orders that events have named and hands them to AcceptOrders: for each account one call at a time, for many
// orders of one e-shop at once. One order that cannot be read is set aside with its reason and stops no other.
// What a source's error means for the whole account (it does not answer, asks to wait, refuses the credentials) pauses the
// account and burns no attempts; while a source does not answer, batches get smaller, so that an order that is itself the
// cause ends up alone and takes the blame.
// Lives on one io_context that one thread runs; only wake() and resume() may be called from elsewhere.
class OrderFetcher {
 public:
  struct Parts {
    app::OrderFetchQueue& queue;
    app::AccountRegistry& accounts;
    app::OrderSource& source;
    app::AcceptOrders& accept_orders;
    const Clock& clock;
    ParseOrder parse;
  };
  struct Options {
    FetchPolicy policy{};
    std::size_t batch_orders_max = 100;    // of one call to the source
    std::size_t orders_in_commit_max = 8;  // handed over at once; a till that writes meanwhile waits for them
    std::size_t accounts_at_once_max = 64;
    std::chrono::milliseconds idle_wait{1'000};
    std::function<bool()> leads = [] { return true; };  // of several nodes one fetches
    std::chrono::milliseconds refused_wait{10 * 60'000};  // until refused credentials and wrong settings are tried again
    Chance chance = &random_share;
    Alarms alarms = &steady_alarm;
  };
  // Called on the fetcher's thread. An alert is something that an operator should act on.
  struct Listeners {
    std::function<void(const FetchAttempt&)> on_attempt;
    std::function<void(app::AccountId, const std::string& text)> on_alert;
  };

  OrderFetcher(boost::asio::io_context& context, Parts parts, Options options, Listeners listeners);

  // One step of the loop, waited for: one batch of every account that is due. How many orders were tried.
  Async<std::size_t> run_once();

  // Runs until stop().
  void start();
  void stop();
  // An order was requested.
  void wake() { timer_.wake(); }
  // Somebody has replayed orders: paused accounts are tried again at once.
  void resume();

 private:
  using Attempts = std::vector<FetchAttempt>;

  // What is remembered of an account while the process lives.
  struct Lane {
    bool busy = false;
    std::size_t batch_max = 0;
    int failures = 0;                 // calls in a row that got no good answer
    Timestamp paused_until;
    app::AccountPtr paused_account;  // as it was when the pause began; other access ends it
  };

  Async<void> run();
  Async<void> note_time(Timestamp now);
  Async<void> run_account(app::AccountId id);
  Async<std::size_t> fetch_batch(app::AccountId id);
  Async<void> accept(const app::Account& account, std::vector<app::OrderFetch>& batch,
                     const std::vector<app::SourceOrder>& found, Attempts& attempts);
  struct Acceptance;
  Async<void> accept_into(const app::Account& account, Acceptance& one);
  Async<FetchAttempt> accept_one(const app::Account& account, app::OrderFetch fetch, const app::SourceOrder& order);
  void note_unknown(std::vector<app::OrderFetch>& batch, const std::vector<std::string>& ids, Attempts& attempts);
  void note_error(const app::AccountPtr& account, Lane& lane, const app::SourceError& error, std::vector<app::OrderFetch> batch,
                  Attempts& attempts);
  void back_off(Lane& lane, app::AccountId account, const std::string& reason);
  Async<void> settle(const Attempts& attempts);
  bool is_paused(const app::Account& account, Lane& lane) const;
  Async<bool> waits(app::AccountId id, Lane& lane);

  boost::asio::io_context& context_;
  Parts parts_;
  Options options_;
  Listeners listeners_;
  WakeTimer timer_;
  std::unordered_map<app::AccountId, Lane> lanes_;
  std::size_t running_ = 0;
  bool leads_ = false;  // as of the latest round
  ClockWatch watch_;
  app::AccountId begun_last_ = 0;  // the account after which the next round begins, so that none waits for ever
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::jobs
