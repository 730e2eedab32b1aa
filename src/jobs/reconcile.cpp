#include "jobs/reconcile.hpp"

#include <algorithm>
#include <ranges>

#include "base/time_text.hpp"
#include "jobs/history_sync.hpp"
#include "jobs/job_report.hpp"
#include "jobs/order_window.hpp"

namespace kassabro::jobs {

using app::JobAdvance;
using app::JobState;

namespace {

// How far a pass looks back: a till that was offline sends its sales with their own dates, days later.
constexpr std::chrono::days looks_back{7};

constexpr std::string_view phase_list = "list";      // :ID, where the next page begins
constexpr std::string_view phase_open = "open";      // :ID, the last open order that was asked for
constexpr std::string_view phase_fetch = "fetch";    // :MS, until when the fetches are waited for
constexpr std::string_view phase_verify = "verify";  // :ID, as phase_list
constexpr std::string_view phase_totals = "totals";  // :, z-reports
constexpr std::string_view phase_end = "end";        // all is counted

struct Place {
  std::string phase;
  std::string at;
};

Place place_of(const app::Job& job) {
  const auto colon = job.cursor.find(':');
  if (colon == std::string::npos) return {std::string(phase_list), "0"};
  return {job.cursor.substr(0, colon), job.cursor.substr(colon + 1)};
}

std::string at(std::string_view phase, std::string_view place) { return std::string(phase) + ":" + std::string(place); }
std::string at(std::string_view phase, std::int64_t place) { return at(phase, std::to_string(place)); }

OrderWindow window(const app::Account& account, const app::Job& job) {
  auto window = window_of(account, job);
  if (!window.from) window.from = job.started_at - looks_back;
  return window;
}

std::int64_t counted(const app::Job& job, std::string_view name) { return int_member(report_of(job), name).value_or(0); }
std::int64_t differing(const app::Job& job) { return counted(job, "missing") + counted(job, "changed"); }

// The first fifty.
json::array to_json(const std::vector<app::ZReportDifference>& differences) {
  constexpr std::size_t shown_max = 50;
  json::array list;
  for (const auto& [report, orders] : differences | std::views::take(shown_max))
    list.push_back(json::object{{"register", report.register_id},
                                {"closed_at", to_iso(report.added_at)},
                                {"receipts", report.receipts},
                                {"orders", orders}});
  return list;
}

}  // namespace

Result<std::string> Reconcile::read_request(const json::object& wanted) const { return read_order_window(wanted); }

std::optional<std::string> Reconcile::begins(const app::Account& account, const std::optional<app::Job>& last) const {
  if (account.sitoo_api_id.empty()) return std::nullopt;  // Sitoo REST is not to be had
  if (parts_.clock.now() - (last ? last->started_at : account.created_at) < options_.every) return std::nullopt;
  // What was sold before the shop was connected is brought over as history, which thanks nobody.
  auto since = account.created_at;
  if (last && last->state == JobState::finished) since = std::max(since, last->started_at - looks_back);
  if (last && last->state != JobState::finished) since = std::max(since, *window(account, *last).from);
  return window_since(since);
}

Async<StepEnd> Reconcile::step(const app::Account& account, const app::Job& job) {
  const auto now = parts_.clock.now();
  const auto history = co_await parts_.jobs.find(account.id, history_kind);
  if (history && (history->state == JobState::waiting || history->state == JobState::running))
    co_return StepEnd{StepEnd::Kind::wait, now + options_.fetch_look, "The old orders are being brought over."};
  if (const auto until = waits_[account.id].until(); now < until) co_return StepEnd{StepEnd::Kind::wait, until, job.reason};
  const auto [phase, place] = place_of(job);
  if (phase == phase_list) co_return co_await compare_page(account, job, app::order_number(place), Listing::first);
  if (phase == phase_open) co_return co_await ask_for_open_ones(account, job, place);
  if (phase == phase_fetch) co_return co_await await_fetches(account, job, place);
  if (phase == phase_totals) co_return co_await compare_z_reports(account, job);
  if (phase == phase_end) co_return StepEnd{StepEnd::Kind::finished, {}, {}};
  co_return co_await compare_page(account, job, app::order_number(place), Listing::again);
}

// Parsed here and not in the transactions, in which tills would wait for it.
Async<StepEnd> Reconcile::compare_page(const app::Account& account, const app::Job& job, std::int64_t from, Listing listing) {
  auto query = page_of(account, window(account, job), from, options_.page_orders_max);
  query.only_completed = false;
  auto page = co_await parts_.archive.list(account, std::move(query));
  if (!page) co_return waits_[account.id].end_of(page.error(), parts_.clock.now());
  waits_[account.id].clear();
  std::ranges::sort(page->orders, {}, app::number_of);
  const auto phase = listing == Listing::first ? phase_list : phase_verify;
  std::optional<std::int64_t> total;
  if (listing == Listing::first && from == 0) total = page->left;
  std::vector<app::ReadOrder> chunk;
  for (auto& source : page->orders) {
    const auto after = at(phase, app::number_of(source) + 1);
    auto order = parts_.parse(account, source.text);
    chunk.push_back({std::move(source), std::move(order)});
    if (chunk.size() < options_.write_orders_max) continue;
    co_await keep(account, chunk, listing, {.cursor = after, .total = std::exchange(total, std::nullopt), .reason = ""});
    chunk.clear();
  }
  const auto next = page->next ? at(phase, *page->next) : listing == Listing::first ? at(phase_open, "") : job.cursor;
  co_await keep(account, chunk, listing, {.cursor = next, .total = total, .reason = ""});
  if (listing == Listing::again && !page->next) co_return co_await count_healed(job);
  co_return StepEnd{};
}

// What is found the first time is asked for and makes the pass longer; what is found again is told.
Async<void> Reconcile::keep(const app::Account& account, const std::vector<app::ReadOrder>& orders, Listing listing,
                            JobAdvance advance) {
  const auto now = parts_.clock.now();
  bool asked = false;
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    auto [missing, changed] = compare_orders(tables, account, orders);
    const auto job = tables.jobs.find(account.id, reconcile_kind);
    if (!job) return false;
    const auto missing_count = static_cast<std::int64_t>(missing.size());
    const auto changed_count = static_cast<std::int64_t>(changed.size());
    missing.insert(missing.end(), changed.begin(), changed.end());
    if (listing == Listing::again) {
      add_to_report(tables, account.id, reconcile_kind, {{"not_healed", missing_count + changed_count}}, advance, now);
      return true;
    }
    request_orders(tables, account, missing, now);
    asked = !missing.empty();
    advance.done = static_cast<std::int64_t>(orders.size());
    advance.total = advance.total.value_or(job->total.value_or(0)) + missing_count + changed_count;
    add_to_report(tables, account.id, reconcile_kind,
                  {{"compared", advance.done}, {"missing", missing_count}, {"changed", changed_count}}, advance, now, missing);
    return true;
  });
  if (asked && parts_.on_request) parts_.on_request();
}

Async<StepEnd> Reconcile::ask_for_open_ones(const app::Account& account, const app::Job& job, const std::string& after) {
  const auto now = parts_.clock.now();
  const auto open = co_await parts_.orders.list_open(account.id, after, options_.write_orders_max);
  const auto count = static_cast<std::int64_t>(open.size());
  const auto deadline = to_epoch_ms(now + options_.fetch_wait_max);
  const auto next = open.empty() ? at(phase_fetch, deadline) : at(phase_open, open.back());
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    request_orders(tables, account, open, now);
    add_to_report(tables, account.id, reconcile_kind, {{"reread", count}},
                  {.cursor = next, .total = job.total.value_or(0) + count}, now);
    return true;
  });
  if (!open.empty() && parts_.on_request) parts_.on_request();
  co_return StepEnd{};
}

// Other orders may be among those that are waited for; a shop is not so busy that there is never a moment without any.
Async<StepEnd> Reconcile::await_fetches(const app::Account& account, const app::Job& job, const std::string& deadline) {
  const auto now = parts_.clock.now();
  const auto pending = co_await parts_.fetches.list({account.id, app::OrderFetchState::pending, 1});
  if (!pending.empty() && to_epoch_ms(now) < app::order_number(deadline)) {
    const auto reason = "Orders are being fetched." + (pending[0].reason.empty() ? "" : " " + pending[0].reason);
    co_return StepEnd{StepEnd::Kind::wait, now + options_.fetch_look, reason};
  }
  if (differing(job) == 0) co_return co_await count_healed(job);
  co_await advance(job, {.cursor = at(phase_verify, 0)});
  co_return StepEnd{};
}

Async<StepEnd> Reconcile::count_healed(const app::Job& job) {
  const auto now = parts_.clock.now();
  co_await parts_.unit.run(job.account, [&](app::Tables& tables) {
    const auto last = tables.jobs.find(job.account, reconcile_kind);
    if (!last) return false;
    const auto healed = differing(*last) - counted(*last, "not_healed");
    JobAdvance end;
    end.cursor = at(phase_totals, "");
    end.done = std::max<std::int64_t>(last->total.value_or(0) - last->done, 0);
    end.faults = counted(*last, "not_healed");
    add_to_report(tables, job.account, reconcile_kind, {{"healed", std::max<std::int64_t>(healed, 0)}}, end, now);
    return true;
  });
  co_return StepEnd{};
}

// Z-reports that are not to be had, for whatever reason, are no reason not to finish.
Async<StepEnd> Reconcile::compare_z_reports(const app::Account& account, const app::Job& job) {
  const auto wanted = window(account, job);
  const auto reports = co_await parts_.z_reports.list(account, *wanted.from, wanted.to);
  if (!reports && reports.error().kind == app::SourceErrorKind::rate_limited)
    co_return waits_[account.id].end_of(reports.error(), parts_.clock.now());
  app::ZReportCheck check(reports && *reports ? **reports : std::vector<app::ZReport>());
  app::OrderPlace after{*wanted.from, ""};
  for (bool more = reports && *reports && !(*reports)->empty(); more;) {
    const auto orders = co_await parts_.orders.list_completed(account.id, after, wanted.to, options_.page_orders_max);
    for (const auto& order : orders) check.count(order);
    more = orders.size() == options_.page_orders_max;
    if (more) after = {orders.back().ordered_at, orders.back().id};
  }
  const auto differences = check.differences();
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    const auto last = tables.jobs.find(account.id, reconcile_kind);
    if (!last) return false;
    auto report = report_of(*last);
    if (check.compared() > 0) report["z_reports"] = check.compared();
    if (!differences.empty()) report["z_reports_differ"] = to_json(differences);
    tables.jobs.advance(account.id, reconcile_kind, {.cursor = at(phase_end, ""), .report = to_json_text(report)},
                        parts_.clock.now());
    return true;
  });
  waits_.erase(account.id);
  co_return StepEnd{StepEnd::Kind::finished, {}, {}};
}

Async<void> Reconcile::advance(const app::Job& job, JobAdvance advance) {
  const auto now = parts_.clock.now();
  co_await parts_.unit.run(job.account, [&](app::Tables& tables) {
    tables.jobs.advance(job.account, job.kind, advance, now);
    return true;
  });
}

}  // namespace kassabro::jobs
