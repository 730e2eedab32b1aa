#include "jobs/history_teller.hpp"

#include <algorithm>
#include <span>

#include "jobs/history_sync.hpp"
#include "jobs/job_report.hpp"

namespace kassabro::jobs {
namespace {

using app::PastOrder;

// Tries of one order are told apart by the number of the delivery: it must be the same after a restart.
app::DeliveryId delivery_id_of(const PastOrder& order) { return std::max<std::int64_t>(1, app::order_number(order.order_id)); }

// What a try did to one order.
struct Verdict {
  bool is_over = false;       // it needs not be told again
  bool is_told = false;
  bool may_be_told = false;   // the call may have been carried out
  std::string fault;          // why it cannot be told
  std::string trouble;        // why it is tried again
  std::optional<Timestamp> not_before;
  bool is_refused = false;    // the account's key
};

struct VerdictOf {
  Verdict operator()(const app::Delivered&) const { return {true, true, false, {}, {}, {}, false}; }
  Verdict operator()(const app::Deferred& deferred) const {
    return {false, false, false, {}, deferred.reason, deferred.not_before, false};
  }
  Verdict operator()(const app::Retry& retry) const { return {false, false, retry.ambiguous, {}, retry.reason, {}, false}; }
  Verdict operator()(const app::Rejected& rejected) const { return {true, false, false, rejected.reason, {}, {}, false}; }
  Verdict operator()(const app::Unauthorized& refused) const { return {false, false, false, {}, refused.reason, {}, true}; }
};

struct Counts {
  std::int64_t told = 0;
  std::int64_t refused = 0;
  std::int64_t removed = 0;
};

void count(app::Tables& tables, app::AccountId account, const Counts& counts, Timestamp now) {
  app::JobAdvance advance;
  advance.done = counts.told + counts.refused + counts.removed;
  advance.faults = counts.refused;
  if (advance.done == 0) return;  // no progress
  add_to_report(tables, account, history_kind,
                {{"told", counts.told}, {"refused", counts.refused}, {"removed", counts.removed}}, advance, now);
}

void settle_one(app::Tables& tables, app::AccountId account, PastOrder past, const app::Outcome& outcome,
                const Verdict& verdict, Counts& counts, Timestamp now) {
  if (verdict.is_told) ++counts.told;
  if (!verdict.fault.empty()) {
    ++counts.refused;
    tables.quarantine.save(account, "history", "order " + past.order_id + ": " + verdict.fault, past.order_id, now);
  }
  if (const auto* done = std::get_if<app::Delivered>(&outcome); done != nullptr && done->link)
    tables.contacts.save_link(account, past.contact, *done->link);
  if (verdict.is_over) return tables.history.remove(account, past);
  past.sending = past.sending || verdict.may_be_told;
  tables.history.mark(account, past);
}

}  // namespace

struct HistoryTeller::Round {
  std::vector<PastOrder> orders;
  std::vector<app::DeliveryJob> jobs;  // of the same places
  std::vector<PastOrder> gone;         // their customer or the order itself was removed
  std::vector<app::Outcome> outcomes;
};

Timestamp HistoryTeller::tells_again(app::AccountId account) const {
  const auto lane = lanes_.find(account);
  return lane == lanes_.end() ? Timestamp{} : lane->second.tells_again;
}

Async<void> HistoryTeller::tell_round(const app::Account& account, StepEnd& end) {
  const auto orders = co_await next_round(account.id);
  if (orders.empty()) co_return;
  co_await mark(account.id, orders);
  auto round = co_await load(account, orders);
  round.outcomes = co_await parts_.channel.deliver(account, round.jobs);
  co_await settle(account, round, end);
}

// Round and round among the customers: a call is filled from the first ones again. Otherwise those whom the reading adds at
// the end would come in ever smaller calls, and all the others would wait until it has ended.
Async<std::vector<PastOrder>> HistoryTeller::next_round(app::AccountId account) {
  auto& lane = lanes_[account];
  const auto after = lane.after;
  auto orders = co_await parts_.history.list_round(account, after, options_.round_contacts_max);
  if (after != 0 && orders.size() < options_.round_contacts_max)
    for (auto& order : co_await parts_.history.list_round(account, 0, options_.round_contacts_max - orders.size()))
      if (order.contact <= after) orders.push_back(std::move(order));
  lane.after = orders.empty() ? 0 : orders.back().contact;
  co_return orders;
}

// Before the call, so that after a kill the platform is asked whether it was carried out.
Async<void> HistoryTeller::mark(app::AccountId account, std::vector<PastOrder> orders) {
  std::erase_if(orders, [](const PastOrder& order) { return order.sending; });
  for (auto& order : orders) order.sending = true;
  for (std::span rest(orders); !rest.empty();) {
    const auto part = rest.first(std::min(rest.size(), options_.write_orders_max));
    co_await parts_.unit.run(account, [&](app::Tables& tables) {
      for (const auto& order : part) tables.history.mark(account, order);
      return true;
    });
    rest = rest.subspan(part.size());
  }
}

Async<HistoryTeller::Round> HistoryTeller::load(const app::Account& account, const std::vector<PastOrder>& orders) {
  Round round;
  for (const auto& past : orders) {
    auto contact = co_await parts_.contacts.find(account.id, past.contact);
    auto order = co_await parts_.orders.find(account.id, past.order_id);
    if (!contact || !order) {
      round.gone.push_back(past);
      continue;
    }
    app::DeliveryJob job;
    job.delivery = {.account = account.id,
                    .id = delivery_id_of(past),
                    .kind = app::DeliveryKind::order_imported,
                    .contact = past.contact,
                    .order_id = past.order_id,
                    .ambiguous = past.sending,
                    .leased_until = {}};
    job.contact = std::move(contact->contact);
    job.order = std::move(order->order);
    job.link = contact->link;
    job.may_call = options_.may_call;
    round.orders.push_back(past);
    round.jobs.push_back(std::move(job));
  }
  co_return round;
}

Async<void> HistoryTeller::settle(const app::Account& account, const Round& round, StepEnd& end) {
  const auto now = parts_.clock.now();
  std::vector<Verdict> verdicts;
  for (const auto& outcome : round.outcomes) verdicts.push_back(std::visit(VerdictOf{}, outcome));
  for (std::size_t first = 0; first < verdicts.size(); first += options_.write_orders_max) {
    const auto last = std::min(verdicts.size(), first + options_.write_orders_max);
    co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
      Counts counts;
      for (auto i = first; i < last; ++i)
        settle_one(tables, account.id, round.orders[i], round.outcomes[i], verdicts[i], counts, now);
      count(tables, account.id, counts, now);
      return true;
    });
  }
  if (!round.gone.empty())
    co_await parts_.unit.run(account.id, [&](app::Tables& tables) {
      for (const auto& order : round.gone) tables.history.remove(account.id, order);
      count(tables, account.id, {0, 0, static_cast<std::int64_t>(round.gone.size())}, now);
      return true;
    });
  auto& lane = lanes_[account.id];
  const auto waits = std::ranges::find_if(verdicts, [](const Verdict& verdict) { return !verdict.is_over; });
  const bool has_progress = std::ranges::any_of(verdicts, &Verdict::is_over) || !round.gone.empty();
  if (waits == verdicts.end() || has_progress) lane.failures = 0;
  if (waits == verdicts.end()) co_return;
  const auto wait = std::min(options_.first_wait * (1 << std::min(lane.failures++, 10)), options_.wait_max);
  lane.tells_again = waits->not_before.value_or(now + wait);
  end = {waits->is_refused ? StepEnd::Kind::failed : StepEnd::Kind::wait, lane.tells_again, waits->trouble};
}

}  // namespace kassabro::jobs
