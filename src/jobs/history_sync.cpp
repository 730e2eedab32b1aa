#include "jobs/history_sync.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/time_text.hpp"
#include "base/together.hpp"
#include "jobs/history_report.hpp"

namespace kassabro::jobs {
namespace {

// Job::cursor while pages are read: the id at which the next one begins. Afterwards `all_read`.
constexpr std::string_view all_read = "all";

std::optional<std::int64_t> next_id(const app::Job& job) {
  if (job.cursor == all_read) return std::nullopt;
  return app::order_number(job.cursor);
}

// A day from its beginning to its end in the account's zone.
std::optional<Timestamp> first_moment(const std::optional<Date>& day, const std::string& zone) {
  return day ? parse_local_text(to_iso_date(*day) + " 00:00:00", zone) : std::nullopt;
}
std::optional<Timestamp> last_moment(const std::optional<Date>& day, const std::string& zone) {
  return day ? parse_local_text(to_iso_date(*day) + " 23:59:59", zone) : std::nullopt;
}

app::ArchiveQuery query_of(const app::Account& account, const app::Job& job, std::int64_t from, std::size_t count_max) {
  app::ArchiveQuery query;
  query.eshop_id = account.eshop_id;
  query.id_from = from;
  query.count_max = count_max;
  // What is sold from now on comes as it is sold; it must not make the end of the pass move away.
  query.ordered_to = job.started_at;
  const auto request = parse_json(job.request);
  if (!request || !request->is_object()) return query;
  const auto& wanted = request->get_object();
  query.ordered_from = first_moment(parse_date(text_member(wanted, "from")), account.time_zone);
  const auto end = last_moment(parse_date(text_member(wanted, "to")), account.time_zone);
  if (end) query.ordered_to = std::min(*query.ordered_to, *end);
  return query;
}

std::int64_t id_of(const app::SourceOrder& order) { return app::order_number(order.order_id); }

}  // namespace

Result<std::string> HistorySync::read_request(const json::object& wanted) const {
  json::object request;
  for (const auto& [name, value] : wanted) {
    if (name != "from" && name != "to") return fail(invalid(name, "There is no such setting. There are: from, to."));
    if (value.is_null() || text_of(value) == "") continue;
    const auto day = parse_date(text_of(value).value_or(""));
    if (!day) return fail(invalid(name, "This is not a day such as \"2025-12-31\"."));
    request[name] = to_iso_date(*day);
  }
  if (text_member(request, "from") > text_member(request, "to") && request.contains("to"))
    return fail(invalid("to", "The last day is before the first."));
  return to_json_text(request);
}

Async<StepEnd> HistorySync::step(const app::Account& account, const app::Job& job) {
  const auto now = parts_.clock.now();
  auto& lane = lanes_[account.id];
  const auto backlog = co_await parts_.history.count(account.id, options_.backlog_max);
  const bool is_read = job.cursor == all_read;
  if (is_read && backlog == 0) {
    lanes_.erase(account.id);
    co_return StepEnd{StepEnd::Kind::finished, {}, {}};
  }
  StepEnd reading, telling;
  std::vector<Async<void>> tasks;
  const bool reads = !is_read && backlog < options_.backlog_max && now >= lane.reads_again;
  const bool tells = backlog > 0 && now >= parts_.teller.tells_again(account.id);
  if (reads) tasks.push_back(read_page(account, job, reading));
  if (tells) tasks.push_back(parts_.teller.tell_round(account, telling));
  if (tasks.empty()) {
    auto again = backlog > 0 ? parts_.teller.tells_again(account.id) : lane.reads_again;
    if (!is_read && backlog < options_.backlog_max) again = std::min(again, lane.reads_again);
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
  auto page = co_await parts_.archive.list(account, query_of(account, job, from, options_.page_orders_max));
  if (!page) {
    end = *end_of(account.id, page.error());
    co_return;
  }
  lanes_[account.id] = {};
  std::ranges::sort(page->orders, {}, id_of);
  std::optional<std::int64_t> total;
  if (from == 0) total = page->left + static_cast<std::int64_t>(co_await parts_.history.count(account.id, SIZE_MAX / 2));
  std::vector<app::ReadOrder> chunk;
  for (auto& source : page->orders) {
    const auto after = std::to_string(id_of(source) + 1);
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
  co_await parts_.unit.run([&](app::Tables& tables) {
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

std::optional<StepEnd> HistorySync::end_of(app::AccountId account, const app::SourceError& error) {
  auto& lane = lanes_[account];
  switch (error.kind) {
    case app::SourceErrorKind::unauthorized:
    case app::SourceErrorKind::misconfigured: return StepEnd{StepEnd::Kind::failed, {}, error.message};
    case app::SourceErrorKind::rate_limited:
    case app::SourceErrorKind::unavailable: break;
  }
  const auto wait = std::min(options_.first_wait * (1 << std::min(lane.failures++, 10)), options_.wait_max);
  lane.reads_again = error.not_before.value_or(parts_.clock.now() + wait);
  return StepEnd{StepEnd::Kind::wait, lane.reads_again, error.message};
}

}  // namespace kassabro::jobs
