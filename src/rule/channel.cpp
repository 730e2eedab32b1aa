#include "rule/channel.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

#include "base/together.hpp"
#include "rule/answers.hpp"
#include "rule/outcomes.hpp"
#include "rule/planner.hpp"
#include "rule/shared_calls.hpp"

namespace kassabro::rule {
namespace {

using app::Outcome;

bool is_order(const app::DeliveryJob& job) {
  return job.delivery.kind == app::DeliveryKind::order_completed || job.delivery.kind == app::DeliveryKind::order_changed ||
         job.delivery.kind == app::DeliveryKind::order_imported;
}

bool is_receipt(const app::DeliveryJob& job) { return job.delivery.kind == app::DeliveryKind::digital_receipt; }

// One `deliver`: each job has its place in the vectors, so tasks that run at the same time never touch the same thing.
struct Round {
  Shop shop;
  std::vector<app::DeliveryJob> jobs;
  std::vector<std::optional<Planned>> planned;
  std::vector<Outcome> outcomes;

  Shop shop_of(std::size_t i) const { return shop.on({jobs[i].calls.get(), &jobs[i].may_call, &jobs[i].delivery.trace}); }
};

// Jobs of one round whose upserts can be one call.
using Batch = JobPlaces;

// Jobs may share a call when its tags and its automation are the same.
std::vector<Batch> batches_of(const Round& round) {
  std::map<std::tuple<std::vector<std::string>, Automation, Segments>, std::vector<Batch>> by_tags;
  for (std::size_t i = 0; i < round.jobs.size(); ++i) {
    const auto* upsert = round.planned[i] ? std::get_if<Upsert>(&*round.planned[i]) : nullptr;
    if (upsert == nullptr) continue;
    auto& batches = by_tags[{tag_names(upsert->tags), upsert->tags.automation, upsert->tags.segments}];
    const auto most = round.jobs[i].delivery.kind == app::DeliveryKind::order_imported ? past_entries_max : entries_max;
    if (batches.empty() || batches.back().size() == most) batches.emplace_back();
    batches.back().push_back(i);
  }
  std::vector<Batch> all;
  for (auto& [_, batches] : by_tags) std::ranges::move(batches, std::back_inserter(all));
  return all;
}

bool is_about_content(const CallError& error) {
  return error.kind == CallErrorKind::invalid || error.kind == CallErrorKind::not_found ||
         error.kind == CallErrorKind::conflict;
}

}  // namespace

struct RuleChannel::Parts {
  Parts(RuleClient& client, app::RemoteMemory& memory, app::RemoteBonusEdits& edits, const Clock& clock_in, OnNotice notice)
      : clock(clock_in),
        on_notice(std::move(notice)),
        facts(memory),
        setup(client, facts),
        writer(client, setup, facts, on_notice),
        history(client, writer, setup, facts, on_notice),
        steps(writer, history, memory, clock),
        bonus(client, writer, edits, clock),
        planner({client, writer, history, steps, bonus, clock}) {}

  Async<void> plan(Round& round, std::size_t i) { round.planned[i] = co_await planner.plan(round.shop_of(i), round.jobs[i]); }

  Async<void> plan_kind(Round& round, std::vector<std::size_t> which) {
    std::vector<Async<void>> tasks;
    for (const auto i : which) tasks.push_back(plan(round, i));
    co_await run_together(std::move(tasks));
  }

  Async<void> plan_all(Round& round) {
    // An account's first order makes its order group; the others wait for that, or each would do it.
    std::size_t first = round.jobs.size();
    const auto standing = co_await history.standing(round.shop);
    if (standing == OrderHistory::Standing::unknown)
      for (first = 0; first < round.jobs.size() && !is_order(round.jobs[first]);) ++first;
    if (first < round.jobs.size()) co_await plan(round, first);
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < round.jobs.size(); ++i)
      if (i != first && !is_receipt(round.jobs[i])) others.push_back(i);
    co_await plan_kind(round, std::move(others));
  }

  // After the upserts: between the question whether a person is free and the flow that is started, no slow message stands.
  Async<void> send_receipts(Round& round) {
    std::vector<std::size_t> receipts;
    for (std::size_t i = 0; i < round.jobs.size(); ++i)
      if (is_receipt(round.jobs[i])) receipts.push_back(i);
    co_await plan_kind(round, std::move(receipts));
  }

  Async<void> send_one(Round& round, std::size_t i) {
    const auto& upsert = std::get<Upsert>(*round.planned[i]);
    const auto answer = co_await writer.upsert(round.shop_of(i), upsert.entry, upsert.tags);
    if (!answer) {
      round.outcomes[i] = outcome_of_write(answer.error(), round.jobs[i].delivery.ambiguous);
      co_return;
    }
    auto link = upsert.known;
    if (const auto subscriber = parse_subscriber(answer->body)) link = link_of(*subscriber, link, clock.now());
    round.outcomes[i] = app::Delivered{link};
  }

  // The answer to several carries no ids. One bad entry fails the call for all, so a refused batch is sent one by one.
  Async<void> send(Round& round, Batch batch) {
    if (batch.size() == 1) {
      co_await send_one(round, batch.front());
      co_return;
    }
    std::vector<Entry> entries;
    for (const auto i : batch) entries.push_back(std::get<Upsert>(*round.planned[i]).entry);
    const auto tags = std::get<Upsert>(*round.planned[batch.front()]).tags;
    app::SentCalls calls;
    // Thousands of old orders go in one call, and nobody wants to know: they are not copied.
    const bool is_noted = std::ranges::any_of(batch, [&](std::size_t i) { return round.jobs[i].calls != nullptr; });
    // A call tells one trace: the first one's.
    const auto& first = round.jobs[batch.front()];
    const auto shop = round.shop.on({is_noted ? &calls : nullptr, &first.may_call, &first.delivery.trace});
    const auto answer = co_await writer.upsert_all(shop, entries, tags);
    share_out(calls, round.jobs, batch);
    if (!answer && is_about_content(answer.error())) {
      std::vector<Async<void>> singles;
      for (const auto i : batch) singles.push_back(send_one(round, i));
      co_await run_together(std::move(singles));
      co_return;
    }
    for (const auto i : batch) {
      if (answer)
        round.outcomes[i] = app::Delivered{std::get<Upsert>(*round.planned[i]).known};
      else
        round.outcomes[i] = outcome_of_write(answer.error(), round.jobs[i].delivery.ambiguous);
    }
  }

  const Clock& clock;
  OnNotice on_notice;
  Facts facts;
  FieldSetup setup;
  Writer writer;
  OrderHistory history;
  OrderSteps steps;
  BonusDelivery bonus;
  Planner planner;
};

RuleChannel::RuleChannel(RuleClient& client, app::RemoteMemory& memory, app::RemoteBonusEdits& edits, const Clock& clock,
                         OnNotice on_notice)
    : parts_(std::make_unique<Parts>(client, memory, edits, clock, std::move(on_notice))) {}

RuleChannel::~RuleChannel() = default;

Async<std::vector<Outcome>> RuleChannel::deliver(const app::Account& account, std::vector<app::DeliveryJob> jobs) {
  const auto names = names_of(account);
  if (!names) co_return std::vector<Outcome>(jobs.size(), app::Rejected{names.error().field + ": " + names.error().message});
  Round round{{account, *names}, std::move(jobs), {}, {}};
  if (!round.jobs.empty()) round.shop.errand.trace = &round.jobs.front().delivery.trace;
  const auto count = round.jobs.size();
  round.planned.resize(count);
  round.outcomes.resize(count);
  if (const auto done = co_await parts_->setup.ensure_contact_fields(round.shop); !done) {
    for (std::size_t i = 0; i < count; ++i) round.outcomes[i] = outcome_of_read(done.error(), round.jobs[i].delivery.ambiguous);
    co_return std::move(round.outcomes);
  }
  co_await parts_->plan_all(round);
  std::vector<Async<void>> tasks;
  for (auto& batch : batches_of(round)) tasks.push_back(parts_->send(round, std::move(batch)));
  co_await run_together(std::move(tasks));
  co_await parts_->send_receipts(round);
  for (std::size_t i = 0; i < count; ++i)
    if (const auto* outcome = std::get_if<Outcome>(&*round.planned[i])) round.outcomes[i] = *outcome;
  co_return std::move(round.outcomes);
}

}  // namespace kassabro::rule
