#include "jobs/history_sync.hpp"

#include <algorithm>

#include "base/together.hpp"
#include "jobs/job_report.hpp"
#include "jobs/order_window.hpp"

namespace kassabro::jobs {
namespace {

// Job::cursor while pages are read: the id at which the next one begins. Afterwards `all_read`.
constexpr std::string_view all_read = "all";

std::optional<std::int64_t> next_id(const app::Job& job) {
  if (job.cursor == all_read) return std::nullopt;
  return app::order_number(job.cursor);
}

}  // namespace

Result<std::string> HistorySync::read_request(const json::object& wanted) const { return read_order_window(wanted); }

Async<StepEnd> HistorySync::step(const app::Account& account, const app::Job& job) {
  const auto now = parts_.clock.now();
  auto& wait = waits_[account.id];
  const auto backlog = co_await parts_.history.count(account.id, options_.backlog_max);
  const bool is_read = job.cursor == all_read;
  if (is_read && backlog == 0) {
    waits_.erase(account.id);
    co_return StepEnd{StepEnd::Kind::finished, {}, {}};
  }
  StepEnd reading, telling;
  std::vector<Async<void>> tasks;
  const bool reads = !is_read && backlog < options_.backlog_max && now >= wait.until();
  const bool tells = backlog > 0 && now >= parts_.teller.tells_again(account.id);
  if (reads) tasks.push_back(read_page(account, job, reading));
  if (tells) tasks.push_back(parts_.teller.tell_round(account, telling));
  if (tasks.empty()) {
    auto again = backlog > 0 ? parts_.teller.tells_again(account.id) : wait.until();
    if (!is_read && backlog < options_.backlog_max) again = std::min(again, wait.until());
    co_return StepEnd{StepEnd::Kind::wait, again, job.reason};
  }
  co_await run_together(std::move(tasks));
  for (const auto& end : {reading, telling})
    if (end.kind == StepEnd::Kind::failed) co_return end;
  // One side waits for itself; the other goes on.
  const bool goes_on = (reads && reading.kind == StepEnd::Kind::more) || (tells && telling.kind == StepEnd::Kind::more);
  if (goes_on) co_return StepEnd{};
  co_return reading.kind == StepEnd::Kind::wait ? reading : telling;
}

// Parsed here and not in the transactions, in which tills would wait for it.
Async<void> HistorySync::read_page(const app::Account& account, const app::Job& job, StepEnd& end) {
  const auto from = *next_id(job);
  auto page = co_await parts_.archive.list(account, page_of(account, window_of(account, job), from, options_.page_orders_max));
  if (!page) {
    end = waits_[account.id].end_of(page.error(), parts_.clock.now());
    co_return;
  }
  waits_[account.id].clear();
  std::ranges::sort(page->orders, {}, app::number_of);
  std::optional<std::int64_t> total;
  if (from == 0) total = page->left + static_cast<std::int64_t>(co_await parts_.history.count(account.id, SIZE_MAX / 2));
  std::vector<app::ReadOrder> chunk;
  for (auto& source : page->orders) {
    const auto after = std::to_string(app::number_of(source) + 1);
    auto order = parts_.parse(account, source.text);
    chunk.push_back({std::move(source), std::move(order)});
    if (chunk.size() < options_.write_orders_max) continue;
    co_await keep(account, chunk, after, std::exchange(total, std::nullopt));
    chunk.clear();
  }
  co_await keep(account, chunk, page->next ? std::to_string(*page->next) : std::string(all_read), total);
}

Async<void> HistorySync::keep(const app::Account& account, const std::vector<app::ReadOrder>& orders,
                              std::optional<std::string> cursor, std::optional<std::int64_t> total) {
  const auto now = parts_.clock.now();
  co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
    const auto accepted = accept_history(tables, account, orders, now);
    app::JobAdvance advance;
    advance.cursor = cursor;
    advance.total = total;
    advance.done = accepted.known + accepted.nobodys + accepted.open + accepted.faults;
    advance.faults = accepted.faults;
    advance.reason = "";
    add_to_report(tables, account.id, history_kind,
                  {{"read", static_cast<std::int64_t>(orders.size())},
                   {"to_tell", accepted.to_tell},
                   {"without_customer", accepted.nobodys},
                   {"known", accepted.known},
                   {"not_completed", accepted.open},
                   {"unreadable", accepted.faults}},
                  advance, now);
    return true;
  });
}

}  // namespace kassabro::jobs
