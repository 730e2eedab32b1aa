#include "outbox/worker.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>

#include "app/damaged_record.hpp"
#include "outbox/note_try.hpp"

namespace kassabro::outbox {

namespace asio = boost::asio;
using app::AccountId;
using app::Delivery;
using app::DeliveryJob;
using app::Outcome;
using app::Settlement;

namespace {

constexpr std::chrono::hours lease_of_wrong_clock_max{1};

// A delivery whose contact or order is gone (erased meanwhile) has nothing left to tell.
Settlement orphan(const Delivery& delivery, std::string reason, Timestamp now) {
  Settlement settlement;
  settlement.delivery = delivery;
  settlement.state = app::DeliveryState::parked;
  settlement.not_before = now;
  settlement.reason = std::move(reason);
  return settlement;
}

}  // namespace

Worker::Worker(asio::io_context& context, Parts parts, Options options, OnAttempt on_attempt)
    : context_(context),
      parts_(parts),
      options_(options),
      on_attempt_(std::move(on_attempt)),
      timer_(context, options_.alarms),
      breaker_(options_.breaker) {}

Worker::~Worker() = default;

void Worker::start() { asio::co_spawn(context_, run(), asio::detached); }

void Worker::stop() {
  stopped_ = true;
  wake();
}

Async<void> Worker::run() {
  auto timer = timer_;
  while (!stopped_) {
    timer.forget();
    if (!options_.leads()) {
      if (leads_since_) ++reigns_;
      leads_since_.reset();
      watch_.note(parts_.clock.now());
      co_await timer.wait(options_.idle_wait);
      continue;
    }
    try {
      const auto now = parts_.clock.now();
      co_await note_time(now);
      co_await recover(now);
      if (!breaker_.is_shut(now))
        for (const auto account : co_await parts_.queue.list_due_accounts(now)) start_runners(account);
    } catch (const std::exception&) {  // the store is not to be had for the moment; the next round tries again
    }
    if (!stopped_) co_await timer.wait(options_.idle_wait);
    if (!stopped_) co_await gather();
  }
}

// All waiting is until a time of the wall clock. When somebody sets it back, by hours perhaps, nothing waits for the clock of before; and when
// this node begins to lead, whoever wrote what it finds may have had another clock. When it is set on, leases seem to have ended at once:
// until what is under way has its answer, none is taken over.
Async<void> Worker::note_time(Timestamp now) {
  const bool begins = !leads_since_;
  const bool is_set = watch_.is_set(now);
  if (is_set) settles_until_ = now + options_.call_time_max;  // what is under way still has the clock of before
  if (begins || now < settles_until_) co_await parts_.queue.forget_later_clock(now);
  watch_.note(now);
  if (!is_set || begins) co_return;
  pauses_.clear();
  breaker_.reset();
  leads_since_ = std::min(*leads_since_, now);
  next_recovery_ = settles_until_;
}

// Leases that have ended, and once, when whoever made them can be working on them no more, all that were made before this node led.
Async<void> Worker::recover(Timestamp now) {
  if (!leads_since_) {
    leads_since_ = now;
    has_taken_over_ = false;
    next_recovery_ = now + options_.takes_over_after;  // whoever led before may have had another clock
  }
  if (!has_taken_over_ && now >= *leads_since_ + options_.takes_over_after) {
    const bool has_own = options_.takes_over_after.count() > 0;  // made since, and ending later than what was made before
    const auto made_before = options_.lease_time - std::chrono::milliseconds(1);
    co_await parts_.queue.recover(*leads_since_ + (has_own ? made_before : lease_of_wrong_clock_max), now);
    has_taken_over_ = true;
  }
  if (now < next_recovery_) co_return;
  co_await parts_.queue.recover(now, now);
  next_recovery_ = now + options_.recover_every;
}

// Deliveries are bought by the batch: a transaction to lease them, one to settle them, one call for several. Tills that sell
// at the same moment share all three, and none of them waits for it.
Async<void> Worker::gather() { co_await options_.alarms(context_)->wait(options_.gather_time); }

// How many are missing is counted first: a runner that finds nothing to do ends before the next one starts.
void Worker::start_runners(AccountId account) {
  const int missing = options_.runners_per_account - runners_[account];
  for (int i = 0; i < missing; ++i) {
    ++runners_[account];
    ++running_;
    asio::co_spawn(context_, run_account(account), asio::detached);
  }
}

Async<void> Worker::run_account(AccountId account) {
  try {
    std::size_t count = options_.batch_rows_max;
    while (!stopped_ && options_.leads() && count == options_.batch_rows_max) count = co_await deliver_batch(account);
    if (count > 0) wake();  // a batch that was not full leaves the next one to gather first
  } catch (const std::exception&) {  // leased rows come back when their lease ends, as doubtful ones
  }
  --runners_[account];
  --running_;
}

Async<std::size_t> Worker::run_once() {
  const auto now = parts_.clock.now();
  co_await parts_.queue.recover(now, now);
  std::size_t count = 0;
  for (const auto account : co_await parts_.queue.list_due_accounts(now)) count += co_await deliver_batch(account);
  co_return count;
}

Async<std::size_t> Worker::deliver_batch(AccountId id) {
  const auto start = parts_.clock.now();
  const auto account = co_await parts_.accounts.find(id);
  if (!account || is_paused(*account, start)) co_return 0;
  const auto allowed = breaker_.admit(id, start, options_.batch_rows_max);
  if (allowed == 0) co_return 0;
  auto leased = co_await parts_.queue.lease(id, start, start + options_.lease_time, allowed);
  if (leased.empty()) co_return 0;
  for (auto& delivery : leased) delivery.trace = next_span(std::move(delivery.trace));
  std::vector<Settlement> settlements;
  const auto jobs = co_await load(leased, settlements);
  const auto outcomes = co_await try_all(*account, jobs);
  const auto now = parts_.clock.now();
  const auto platform = breaker_.is_open(id) ? Platform::is_down : Platform::answers;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    settlements.push_back(plan_settlement(options_.retry, jobs[i].delivery, outcomes.at(i), now, options_.chance(), platform));
    settlements.back().noted = note_of(jobs[i], outcomes[i], start, now);
  }
  if (ClockWatch::is_before(now, start))  // what the answers say to wait for is a time of the clock of before
    for (auto& settlement : settlements)
      settlement.not_before = std::min(settlement.not_before, now + options_.retry.first_wait);
  co_await settle(settlements, now, leased.front().leased_until);
  const bool is_marked = co_await note_key_state(account, outcomes);
  pause(*account, settlements, outcomes, is_marked);
  breaker_.note(id, outcomes, now, options_.chance());
  if (platform == Platform::is_down && !breaker_.is_open(id)) co_await parts_.queue.end_waits(id, now);
  if (on_attempt_)
    for (const auto& settlement : settlements) on_attempt_({settlement.delivery, settlement, now - start});
  co_return settlements.size();
}

// What Rule has taken is not told again because the disk was full for a moment: as long as the lease lasts, settling is tried again.
Async<void> Worker::settle(const std::vector<Settlement>& settlements, Timestamp now, Timestamp leased_until) {
  for (;;) {
    try {
      co_await parts_.queue.settle(settlements, now);
      co_return;
    } catch (const InfrastructureFailure&) {
      if (stopped_ || parts_.clock.now() + options_.idle_wait >= leased_until) throw;
    }
    co_await options_.alarms(context_)->wait(options_.idle_wait);
  }
}

// Absent: the contact or the order is gone.
Async<std::optional<DeliveryJob>> Worker::load_one(const Delivery& delivery) {
  auto contact = co_await parts_.contacts.find(delivery.account, delivery.contact);
  if (!contact) co_return std::nullopt;
  DeliveryJob job{delivery, std::move(contact->contact), std::nullopt, contact->link, {}};
  if (tells_bonus(delivery.kind)) job.bonus_checks = co_await parts_.bonus_checks.list(delivery.account, delivery.contact);
  if (const auto step = app::silence_step_of(delivery.kind))
    job.is_silent = co_await parts_.silences.has_reached(delivery.account, delivery.contact, *step);
  if (delivery.kind == app::DeliveryKind::contact_updated || delivery.kind == app::DeliveryKind::consent_told)
    job.choices = co_await parts_.contacts.consent_choices(delivery.account, delivery.contact);
  if (delivery.kind == app::DeliveryKind::digital_receipt) {
    job.receipt = co_await parts_.receipts.message(delivery.account, delivery.order_id, job.contact);
    co_return job;
  }
  if (delivery.order_id.empty()) co_return job;
  auto order = co_await parts_.orders.find(delivery.account, delivery.order_id);
  if (!order) co_return std::nullopt;
  job.order = std::move(order->order);
  if (job.order->receipt_url.empty())
    job.order->receipt_url = co_await parts_.receipts.address(delivery.account, delivery.order_id);
  co_return job;
}

// A batch is many calls, and Rule may be slow: whoever has lost the lead meanwhile, or keeps the lease no longer than a call may take,
// begins none, for another node, or this one, goes on with what it does not tell. A lease that was made by a later clock has been given up, and one of before
// another node led may have been, for its clock may be another.
app::Permit Worker::permit(Timestamp leased_until) const {
  return [this, reign = reigns_, from = leased_until - options_.lease_time, until = leased_until - options_.call_time_max] {
    const auto now = parts_.clock.now();
    return options_.leads() && reign == reigns_ && now < until && !ClockWatch::is_before(now, from);
  };
}

// One row that cannot be loaded is set aside with its reason; the others go on.
Async<std::vector<DeliveryJob>> Worker::load(const std::vector<Delivery>& deliveries, std::vector<Settlement>& orphans) {
  std::vector<DeliveryJob> jobs;
  for (const auto& delivery : deliveries) {
    std::string fault = "What this delivery tells of is gone.";
    bool is_here = false;
    try {
      if (auto job = co_await load_one(delivery)) {
        if (options_.notes_tries) job->calls = std::make_shared<app::SentCalls>();
        job->may_call = permit(delivery.leased_until);
        jobs.push_back(std::move(*job));
        continue;
      }
      is_here = co_await is_stored(delivery);
    } catch (const app::DamagedRecord& damage) {
      fault = damage.what();
    }
    const auto now = parts_.clock.now();
    orphans.push_back(is_here
                          ? plan_settlement(options_.retry, delivery, app::Deferred{now, "It is not to be read yet."}, now, 0)
                          : orphan(delivery, fault, now));
  }
  co_return jobs;
}

// Where it was read may be a moment behind where it is written.
Async<bool> Worker::is_stored(const Delivery& delivery) {
  bool is_here = false;
  co_await parts_.unit.run(delivery.account, [&](app::Tables& tables) {
    is_here = tables.contacts.find(delivery.account, delivery.contact) &&
              (delivery.order_id.empty() || tables.orders.find(delivery.account, delivery.order_id));
    return true;
  });
  co_return is_here;
}

// A channel that fails by itself has maybe sent something: what it was to send is tried as after a kill.
Async<std::vector<Outcome>> Worker::try_all(const app::Account& account, const std::vector<DeliveryJob>& jobs) {
  if (jobs.empty()) co_return std::vector<Outcome>{};
  std::string failure;
  try {
    auto outcomes = co_await parts_.channel.deliver(account, jobs);
    if (outcomes.size() == jobs.size()) co_return outcomes;
    failure = "The channel did not answer for every delivery.";
  } catch (const std::exception& error) {
    failure = error.what();
  }
  co_return std::vector<Outcome>(jobs.size(), app::Retry{failure, true});
}

// Whether the account is marked now for a key that the platform refuses.
Async<bool> Worker::note_key_state(const app::AccountPtr& account, const std::vector<Outcome>& outcomes) {
  std::optional<app::AccountStatus> status;
  for (const auto& outcome : outcomes) {
    if (std::holds_alternative<app::Unauthorized>(outcome)) status = app::AccountStatus::key_refused;
    if (std::holds_alternative<app::Delivered>(outcome)) status = app::AccountStatus::active;
  }
  const bool is_refused = status == app::AccountStatus::key_refused;
  if (!status || (*status == account->status && !is_refused)) co_return false;
  bool is_marked = false;
  bool is_news = false;
  co_await parts_.unit.run(account->id, [&](app::Tables& tables) {
    const auto stored = tables.accounts.find(account->id);
    if (!stored) return false;
    // Another key was set while this one was tried: of that one nothing is known from here.
    if (stored->rule_key != account->rule_key) {
      if (is_refused) tables.deliveries.make_due(account->id, parts_.clock.now());
      return is_refused;
    }
    is_marked = is_refused;
    if (stored->status == *status) return false;
    tables.accounts.set_status(account->id, *status);
    is_news = is_refused;
    return true;
  });
  if (is_news) options_.on_key_refused(account->id);
  parts_.accounts.forget(account->id);
  co_return is_marked;
}

bool Worker::is_paused(const app::Account& account, Timestamp now) {
  const auto found = pauses_.find(account.id);
  if (found == pauses_.end()) return false;
  const auto& pause = found->second;
  const bool is_refused = account.status == app::AccountStatus::key_refused;
  // Somebody has set another one, or the same, which the platform takes again.
  const bool has_good_key = pause.refused_key && (*pause.refused_key != account.rule_key || (pause.is_marked && !is_refused));
  if (now < pause.until && !has_good_key) return true;
  pauses_.erase(found);
  return false;
}

// When the other side asks one delivery to wait, it means all of the account's; of several requests the longest counts.
void Worker::pause(const app::Account& account, const std::vector<Settlement>& settlements,
                   const std::vector<Outcome>& outcomes, bool is_marked) {
  const auto first = settlements.size() - outcomes.size();  // orphans stand before those that were tried
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    const bool refused = std::holds_alternative<app::Unauthorized>(outcomes[i]);
    if (!refused && !std::holds_alternative<app::Deferred>(outcomes[i])) continue;
    auto& pause = pauses_[account.id];
    pause.until = std::max(pause.until, settlements[first + i].not_before);
    if (refused) {
      pause.refused_key = account.rule_key;
      pause.is_marked = is_marked;
    }
  }
}

void Worker::resume() {
  asio::post(context_, [this] {
    std::erase_if(pauses_, [](const auto& entry) { return entry.second.refused_key.has_value(); });
    breaker_.reset();
  });
  wake();
}

Async<void> WakingUnitOfWork::run(app::AccountId account, std::move_only_function<bool(app::Tables&)> work) {
  co_await inner_.run(account, std::move(work));
  if (wake_) wake_();
}

}  // namespace kassabro::outbox
