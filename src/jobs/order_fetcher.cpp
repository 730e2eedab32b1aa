#include "jobs/order_fetcher.hpp"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <optional>
#include <span>

#include "app/damaged_record.hpp"
#include "base/backoff.hpp"
#include "base/together.hpp"

namespace kassabro::jobs {

namespace asio = boost::asio;
using app::AccountId;
using app::OrderFetch;
using app::OrderFetchSettlement;
using app::OrderFetchState;
using app::SourceErrorKind;

namespace {

constexpr int failures_before_alert = 8;  // some minutes without a good answer

std::string_view outcome_of(SourceErrorKind kind) {
  switch (kind) {
    case SourceErrorKind::unavailable: return "unavailable";
    case SourceErrorKind::unauthorized: return "unauthorized";
    case SourceErrorKind::rate_limited: return "rate_limited";
    case SourceErrorKind::misconfigured: return "misconfigured";
  }
  return "unavailable";
}

bool has_same_access(const app::Account& a, const app::Account& b) {
  return a.sitoo_base_url == b.sitoo_base_url && a.sitoo_api_id == b.sitoo_api_id && a.sitoo_password == b.sitoo_password;
}

std::optional<OrderFetch> take_out(std::vector<OrderFetch>& batch, std::string_view order_id) {
  const auto found = std::ranges::find(batch, order_id, &OrderFetch::order_id);
  if (found == batch.end()) return std::nullopt;
  auto fetch = std::move(*found);
  batch.erase(found);
  return fetch;
}

std::string text_of(const std::exception_ptr& trouble) {
  try {
    std::rethrow_exception(trouble);
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

OrderFetcher::OrderFetcher(asio::io_context& context, Parts parts, Options options, Listeners listeners)
    : context_(context),
      parts_(std::move(parts)),
      options_(options),
      listeners_(std::move(listeners)),
      timer_(context, options_.alarms) {}

void OrderFetcher::start() { asio::co_spawn(context_, run(), asio::detached); }

void OrderFetcher::stop() {
  stopped_ = true;
  timer_.wake();
}

void OrderFetcher::resume() {
  asio::post(context_, [this] {
    for (auto& [account, lane] : lanes_) lane.paused_until = {};
  });
  timer_.wake();
}

Async<void> OrderFetcher::run() {
  auto timer = timer_;
  while (!stopped_) {
    if (!options_.leads()) {
      leads_ = false;
      co_await timer.wait(options_.idle_wait);
      continue;
    }
    try {
      co_await note_time(parts_.clock.now());
      auto due = co_await parts_.queue.list_due_accounts(parts_.clock.now());
      std::ranges::sort(due);
      std::ranges::rotate(due, std::ranges::upper_bound(due, begun_last_));
      for (const auto account : due) {
        if (running_ == options_.accounts_at_once_max) break;
        auto& lane = lanes_[account];
        if (lane.busy || co_await waits(account, lane)) continue;
        lane.busy = true;
        begun_last_ = account;
        ++running_;
        asio::co_spawn(context_, run_account(account), asio::detached);
      }
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next round tries again
    }
    if (!stopped_) co_await timer.wait(options_.idle_wait);
  }
}

// When the clock has been set back, or whoever fetched before had one that was ahead, nothing waits for that clock.
Async<void> OrderFetcher::note_time(Timestamp now) {
  const bool is_set_back = watch_.is_set_back(now);
  if (is_set_back || !leads_) co_await parts_.queue.forget_later_clock(now);
  watch_.note(now);
  leads_ = true;
  if (!is_set_back) co_return;
  for (auto& [account, lane] : lanes_) lane.paused_until = {};
}

// One of the places that catch: what the store does not take now is fetched again later.
Async<void> OrderFetcher::run_account(AccountId id) {
  std::string failure;
  bool worked = false;
  try {
    while (!stopped_ && options_.leads() && co_await fetch_batch(id) > 0) worked = true;
  } catch (const std::exception& error) {
    failure = error.what();
  }
  auto& lane = lanes_[id];
  if (!failure.empty()) back_off(lane, id, failure);
  lane.busy = false;
  --running_;
  if (worked) timer_.wake();  // another account may have waited for a place
}

Async<std::size_t> OrderFetcher::run_once() {
  std::size_t count = 0;
  co_await note_time(parts_.clock.now());
  for (const auto account : co_await parts_.queue.list_due_accounts(parts_.clock.now())) count += co_await fetch_batch(account);
  co_return count;
}

Async<std::size_t> OrderFetcher::fetch_batch(AccountId id) {
  const auto account = co_await parts_.accounts.find(id);
  auto& lane = lanes_[id];
  if (!account || is_paused(*account, lane)) co_return 0;
  if (lane.batch_max == 0) lane.batch_max = options_.batch_orders_max;
  auto batch = co_await parts_.queue.take(id, parts_.clock.now(), lane.batch_max);
  const auto size = batch.size();
  if (batch.empty()) co_return 0;
  std::vector<std::string> ids;
  ids.reserve(batch.size());
  for (auto& fetch : batch) {
    fetch.trace = next_span(std::move(fetch.trace));
    ids.push_back(fetch.order_id);
  }
  // A call tells one trace: the one of the order that has waited longest.
  const auto answer = co_await parts_.source.fetch(*account, batch.front().eshop_id, std::move(ids), batch.front().trace);

  Attempts attempts;
  std::exception_ptr failure;
  auto error = answer ? answer->stopped : std::optional(answer.error());
  if (answer) {
    lane.failures = 0;
    lane.batch_max = std::min(options_.batch_orders_max, lane.batch_max * 2);
    try {
      co_await accept(*account, batch, answer->found, attempts);
    } catch (const InfrastructureFailure&) {  // what was accepted before is settled all the same
      failure = std::current_exception();
    }
    note_unknown(batch, answer->unknown, attempts);
    if (!batch.empty() && !error && !failure)
      error = app::SourceError{SourceErrorKind::unavailable, "The source did not answer for every order.", std::nullopt};
  }
  if (error && !failure) note_error(account, lane, *error, std::move(batch), attempts);
  co_await settle(attempts);
  if (failure) std::rethrow_exception(failure);
  co_return size;
}

struct OrderFetcher::Acceptance {
  OrderFetch fetch;
  const app::SourceOrder& order;
  std::optional<FetchAttempt> attempt;  // absent: the store did not take it
  std::exception_ptr trouble;
};

// Takes out of `batch` what is settled. Handed over in their order, some at once, which share a commit: more of them would make a till wait for
// that commit. Of those that the store does not take one is blamed, because it may be that order's own fault; the others are put back, because
// more likely it is the store's.
Async<void> OrderFetcher::accept(const app::Account& account, std::vector<OrderFetch>& batch,
                                 const std::vector<app::SourceOrder>& found, Attempts& attempts) {
  std::vector<Acceptance> all;
  for (const auto& order : found)
    if (auto fetch = take_out(batch, order.order_id)) all.push_back({std::move(*fetch), order, std::nullopt, nullptr});
  const auto has_trouble = [](const Acceptance& one) { return one.trouble != nullptr; };
  for (std::span rest(all); !rest.empty() && std::ranges::none_of(all, has_trouble);) {
    const auto next = rest.first(std::min(rest.size(), options_.orders_in_commit_max));
    rest = rest.subspan(next.size());
    std::vector<Async<void>> tasks;
    tasks.reserve(next.size());
    for (auto& one : next) tasks.push_back(accept_into(account, one));
    co_await run_together(std::move(tasks));
  }
  std::exception_ptr trouble;
  for (auto& one : all) {
    if (one.attempt) {
      attempts.push_back(std::move(*one.attempt));
    } else if (!trouble) {
      trouble = one.trouble;
      attempts.push_back(
          {failed(options_.policy, std::move(one.fetch), text_of(trouble), parts_.clock.now(), options_.chance()), "failed"});
    } else {
      batch.push_back(std::move(one.fetch));
    }
  }
  if (trouble) std::rethrow_exception(trouble);
}

Async<void> OrderFetcher::accept_into(const app::Account& account, Acceptance& one) {
  try {
    one.attempt = co_await accept_one(account, one.fetch, one.order);
  } catch (const InfrastructureFailure&) {
    one.trouble = std::current_exception();
  }
}

Async<FetchAttempt> OrderFetcher::accept_one(const app::Account& account, OrderFetch fetch, const app::SourceOrder& order) {
  std::string fault;
  try {
    auto parsed = parts_.parse(account, order.text);
    std::optional<Error> error;
    if (!parsed) {
      error = parsed.error();
    } else if (parsed->id != fetch.order_id) {
      error = invalid("orderid", "This is not the order that was asked for.");
    } else {
      std::vector<domain::Order> one;
      one.push_back(std::move(*parsed));
      const auto accepted = co_await parts_.accept_orders(account, order.text, std::move(one),
                                                          {std::string(app::order_source_name), {}, {}, {}, fetch.trace});
      if (accepted) co_return FetchAttempt{fetched(std::move(fetch), parts_.clock.now()), "fetched"};
      error = accepted.error();
    }
    fault = error->field + ": " + error->message;
  } catch (const app::DamagedRecord& damage) {  // concerns this order alone
    fault = damage.what();
  } catch (const InfrastructureFailure&) {
    throw;
  } catch (const std::exception& bug) {  // ours; the order waits in quarantine until it is mended
    fault = bug.what();
  }
  co_return FetchAttempt{rejected(std::move(fetch), std::move(fault), order.text, parts_.clock.now()), "rejected"};
}

void OrderFetcher::note_unknown(std::vector<OrderFetch>& batch, const std::vector<std::string>& ids, Attempts& attempts) {
  for (const auto& id : ids)
    if (auto fetch = take_out(batch, id))
      attempts.push_back({unknown(options_.policy, std::move(*fetch), parts_.clock.now(), options_.chance()), "unknown"});
}

// `batch`: what was not decided.
void OrderFetcher::note_error(const app::AccountPtr& account, Lane& lane, const app::SourceError& error,
                              std::vector<OrderFetch> batch, Attempts& attempts) {
  const auto now = parts_.clock.now();
  const auto first = attempts.size();
  const bool is_own_fault = error.kind == SourceErrorKind::unavailable && batch.size() == 1;
  for (auto& fetch : batch) {
    if (is_own_fault)
      attempts.push_back({failed(options_.policy, std::move(fetch), error.message, now, options_.chance()), "failed"});
    else
      attempts.push_back({deferred(std::move(fetch), error.message, now), outcome_of(error.kind)});
  }
  if (attempts.size() > first) attempts[first].orders = attempts.size() - first;
  lane.paused_account = account;
  switch (error.kind) {
    case SourceErrorKind::unavailable:
      lane.batch_max = std::max<std::size_t>(1, lane.batch_max / 2);
      back_off(lane, account->id, error.message);
      break;
    case SourceErrorKind::rate_limited:
      back_off(lane, account->id, error.message);
      if (error.not_before) lane.paused_until = *error.not_before;
      break;
    case SourceErrorKind::unauthorized:
    case SourceErrorKind::misconfigured:
      lane.paused_until = now + options_.refused_wait;
      if (listeners_.on_alert) listeners_.on_alert(account->id, error.message);
      break;
  }
}

void OrderFetcher::back_off(Lane& lane, AccountId account, const std::string& reason) {
  ++lane.failures;
  const auto& policy = options_.policy;
  lane.paused_until = parts_.clock.now() + backed_off(policy.first_wait, policy.wait_max, lane.failures, options_.chance());
  if (lane.failures == failures_before_alert && listeners_.on_alert)
    listeners_.on_alert(account, "orders cannot be fetched: " + reason);
}

Async<void> OrderFetcher::settle(const Attempts& attempts) {
  std::vector<OrderFetchSettlement> settlements;
  settlements.reserve(attempts.size());
  for (const auto& attempt : attempts) settlements.push_back(attempt.settlement);
  co_await parts_.queue.settle(std::move(settlements), parts_.clock.now());
  for (std::size_t i = 0; i < attempts.size(); i += attempts[i].orders) {
    const auto& settlement = attempts[i].settlement;
    if (listeners_.on_attempt) listeners_.on_attempt(attempts[i]);
    if (settlement.state == OrderFetchState::parked && listeners_.on_alert)
      listeners_.on_alert(settlement.fetch.account,
                          "order parked order=" + settlement.fetch.order_id + " reason=\"" + settlement.reason + "\"");
  }
}

// One that is paused takes no place from the others; it may have other access by now, which only a look at it can tell.
Async<bool> OrderFetcher::waits(AccountId id, Lane& lane) {
  if (parts_.clock.now() >= lane.paused_until) co_return false;
  const auto account = lane.paused_account ? co_await parts_.accounts.find(id) : nullptr;
  co_return !account || is_paused(*account, lane);
}

bool OrderFetcher::is_paused(const app::Account& account, Lane& lane) const {
  const bool has_new_access = lane.paused_account && !has_same_access(*lane.paused_account, account);
  if (parts_.clock.now() < lane.paused_until && !has_new_access) return true;
  lane.paused_until = {};
  lane.paused_account = nullptr;
  return false;
}

}  // namespace kassabro::jobs
